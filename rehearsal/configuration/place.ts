import { readFileSync } from 'node:fs';
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Block, nested } from './block';

/** `main.tf:12`: the file and line in which a block begins; the file alone when the line is not found. */
export function placeOf(block: Block, shown: string): string {
  const text = readFileSync(block.file, 'utf8');
  const line = block.file.endsWith('.json') ? lineInJson(text, block) : lineInHcl(text, block);
  return line === undefined ? shown : `${shown}:${line}`;
}

function lineInHcl(text: string, { kind, labels }: Block): number | undefined {
  const words = labels.map((label) => `\\s*"?${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?`).join('');
  const index = text.split('\n').findIndex((line) => new RegExp(`^\\s*${kind}${words}\\s*\\{`).test(line));
  return index < 0 ? undefined : index + 1;
}

/** JSON is YAML, whose reader tells where each value stands. */
function lineInJson(text: string, block: Block): number | undefined {
  const lines = new LineCounter();
  const found = offsetOf(parseDocument(text, { lineCounter: lines }).contents, [block.kind, ...block.labels]);
  return found === undefined ? undefined : lines.linePos(found).line;
}

function offsetOf(node: unknown, path: string[], key?: number): number | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return key ?? (node as Node | null)?.range?.[0];
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = offsetOf(item, path, key);
      if (found !== undefined) return found;
    }
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((each) => String(each.key) === first);
  return pair && offsetOf(pair.value, rest, (pair.key as Node | null)?.range?.[0]);
}

/** Whether a block has a nested one of that name. */
export function has(block: Block, name: string): boolean {
  return nested(block.body[name]).length > 0;
}

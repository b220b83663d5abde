import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { Document, isScalar, visit } from 'yaml';
import { RunError } from '../../engine';

/** Stands at the head of every file that is written, and is what `writeGenerated` knows its own files by. */
export const MARK = 'Written by wattform pipeline';
const HEAD_BYTES = 512;

/**
 * YAML of plain data. Strings are quoted where YAML would read them as something else, and are never folded.
 * @param comments of the lines at the head, below the mark
 * @param remarks said behind the values that they are keyed by
 */
export function yamlText(data: unknown, comments: string[], remarks: ReadonlyMap<string, string> = new Map()): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  document.commentBefore = [
    ` ${MARK}: write it anew instead of editing it.`,
    ...comments.map((line) => ` ${line}`),
  ].join('\n');
  visit(document, {
    Scalar(_, node) {
      const remark = isScalar(node) && typeof node.value === 'string' ? remarks.get(node.value) : undefined;
      if (remark !== undefined) node.comment = ` ${remark}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Terraform's JSON, where a key of two slashes is a comment. */
export function terraformText(data: object, comments: string[]): string {
  const head = [`${MARK}: write it anew instead of editing it.`, ...comments].join(' ');
  return `${JSON.stringify({ '//': head, ...data }, null, 2)}\n`;
}

/**
 * Writes a file, and never over one that somebody else wrote.
 * @throws RunError when there is such a file and `force` is not set
 */
export function writeGenerated(file: string, text: string, force: boolean): void {
  if (force || isGenerated(file)) {
    writeFileSync(file, text);
    return;
  }
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new RunError(`${file} exists and was not written by wattform pipeline`, 'name another file, or add --force');
  }
}

function isGenerated(file: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return head.toString('utf8', 0, readSync(handle, head, 0, HEAD_BYTES, 0)).includes(MARK);
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

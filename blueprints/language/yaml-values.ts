import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { LanguageCode } from './codes';
import { forbiddenKey, inexact, setKey, tooManyValues } from './data-findings';
import { Caret, type Finding, type Path, type Span } from './finding';
import { LIMITS } from './limits';
import { quoted } from './show';
import type { Located } from './source';

/** The values of a YAML document as plain data, and where they stand. */
export interface YamlValues {
  readonly value: unknown;
  readonly root: Located;
  readonly findings: Finding[];
}

/** Makes plain data of a document. Aliases are followed within the limits; tags, merge keys and keys that are no text are refused. */
export function yamlValues(document: Document.Parsed): YamlValues {
  const reader = new Reader();
  const read = reader.read(document.contents, [0, 0], []);
  return { value: read.value, root: read.located, findings: reader.findings };
}

interface Read {
  readonly value: unknown;
  readonly located: Located;
}

type Range = [number, number];

class Reader {
  readonly findings: Finding[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private values = 0;
  private insideAlias = 0;
  private full = false;

  read(node: Node | null, fallback: Range, path: Path): Read {
    const range = rangeOf(node, fallback);
    this.values += 1;
    if (this.values > LIMITS.values) this.stop(tooManyValues(path));
    if (path.length > LIMITS.depth)
      this.stop({ code: LanguageCode.TOO_LARGE, path, message: `values are nested more than ${LIMITS.depth} deep` });
    if (node === null || this.full) return { value: null, located: { value: range } };
    if (isAlias(node)) return this.alias(node.source, range, path);
    if (node.tag !== undefined)
      this.refuse(path, range, `the tag ${quoted(node.tag)} is not part of the language`, 'remove the tag');
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined && this.insideAlias === 0) this.anchors.set(anchor, node);
    this.open.add(node);
    const read = this.content(node, range, path);
    this.open.delete(node);
    return read;
  }

  private content(node: Node, range: Range, path: Path): Read {
    if (isMap(node)) return this.map(node, range, path);
    if (isSeq(node)) return this.list(node, range, path);
    if (isScalar(node)) return { value: this.scalar(node, path), located: { value: range } };
    return { value: null, located: { value: range } };
  }

  private map(node: YAMLMap, range: Range, path: Path): Read {
    const value: Record<string, unknown> = {};
    const children = new Map<string, Located>();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      if (this.full) break;
      const keyRange = rangeOf(pair.key, range);
      const key = this.keyOf(pair.key, keyRange, path);
      if (key === undefined) continue;
      const first = children.get(key)?.key;
      if (first !== undefined) {
        this.duplicate(key, keyRange, path);
        continue;
      }
      const below = [...path, key];
      const forbidden = forbiddenKey(below);
      if (forbidden !== undefined) {
        this.add({ ...forbidden, span: spanOf(keyRange) });
        if (key.length > LIMITS.key) continue;
      }
      const read = this.read(pair.value, [keyRange[1], keyRange[1]], below);
      children.set(key, { ...read.located, key: keyRange });
      setKey(value, key, read.value);
    }
    return { value, located: { value: range, children } };
  }

  private list(node: YAMLSeq, range: Range, path: Path): Read {
    const value: unknown[] = [];
    const children = new Map<string, Located>();
    for (const item of node.items as (Node | null)[]) {
      if (this.full) break;
      const index = String(value.length);
      const read = this.read(item, range, [...path, index]);
      value.push(read.value);
      children.set(index, read.located);
    }
    return { value, located: { value: range, children } };
  }

  private scalar(node: Scalar, path: Path): unknown {
    const { value } = node;
    if (typeof value === 'number') {
      const finding = inexact(value, path, node.source);
      if (finding !== undefined) this.add(finding);
      return value;
    }
    // A tag may have made anything; the tag itself has been refused.
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  }

  private alias(anchor: string, range: Range, path: Path): Read {
    const nothing = { value: null, located: { value: range } };
    const node = this.anchors.get(anchor);
    if (node === undefined) {
      this.refuse(
        path,
        range,
        `the alias ${quoted(`*${anchor}`)} has no anchor before it`,
        'text that begins with * needs quotes',
      );
      return nothing;
    }
    if (this.open.has(node)) {
      this.refuse(
        path,
        range,
        `the alias ${quoted(`*${anchor}`)} stands inside what it names, without end`,
        'write the value out',
      );
      return nothing;
    }
    this.insideAlias += 1;
    const read = this.read(node, range, path);
    this.insideAlias -= 1;
    return { value: read.value, located: { ...read.located, value: range } };
  }

  private keyOf(key: Node | null, range: Range, path: Path): string | undefined {
    if (isScalar(key) && key.tag === undefined && key.value !== null) {
      if (key.value === '<<') {
        this.refuse(
          path,
          range,
          'merge keys (<<) are not part of the language',
          'write the settings out, or name a whole value with & and *',
        );
        return undefined;
      }
      return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    }
    this.refuse(
      path,
      range,
      `a key is ${isScalar(key) || key === null ? 'empty' : 'no text'}`,
      'a key is one word, with a colon behind it',
    );
    return undefined;
  }

  private duplicate(key: string, range: Range, path: Path): void {
    this.add({
      code: LanguageCode.DUPLICATE_KEY,
      path: [...path, key],
      at: Caret.KEY,
      span: spanOf(range),
      message: `the key ${quoted(key)} is there twice`,
      hint: 'remove one, or give it another name',
    });
  }

  private refuse(path: Path, range: Range, message: string, hint: string): void {
    this.add({ code: LanguageCode.NOT_IN_LANGUAGE, path, span: spanOf(range), message, hint });
  }

  private add(finding: Finding): void {
    // What stands inside an alias was said where the anchor is.
    if (this.insideAlias === 0) this.findings.push(finding);
  }

  private stop(finding: Finding): void {
    if (!this.full) this.findings.push(finding);
    this.full = true;
  }
}

function rangeOf(node: Node | null, fallback: Range): Range {
  const range = node?.range;
  return range ? [range[0], range[1]] : fallback;
}

function spanOf(range: Range): Span {
  return { offset: range[0], length: range[1] - range[0] };
}

import type { EngineDiagnostic } from '../engine';
import type { PrivateStack } from './private-copy';

/** A fault that a rehearsal found, led back to what a person wrote. */
export interface Diagnosis {
  readonly stack: string;
  readonly step: string;
  readonly summary: string;
  readonly detail?: string;
  /** Of the resource, data source or other block. @default - the engine does not say where */
  readonly address?: string;
  /** Of the construct that made it. @default - the block carries none */
  readonly constructPath?: string;
  readonly site?: string;
  readonly cluster?: string;
}

/** Leads what the engine says back to the construct, by the address that it names or the line that it points to. */
export function diagnose(stack: PrivateStack, step: string, said: EngineDiagnostic): Diagnosis {
  const address = said.address ?? (said.range && addressAtLine(stack.text, said.range.start.line));
  return {
    stack: stack.name,
    step,
    summary: said.summary,
    detail: said.detail || undefined,
    address,
    constructPath: address === undefined ? undefined : constructPathOf(stack, address),
    site: stack.site,
    cluster: stack.cluster,
  };
}

/**
 * The address of the block around a line. The text has one member a line and two spaces a level, so that a block's type stands
 * four spaces in and its name six.
 */
export function addressAtLine(text: string, line: number): string | undefined {
  const keys: string[] = [];
  for (const each of text.split('\n').slice(0, line)) {
    const key = /^((?: {2}){1,3})("(?:[^"\\]|\\.)*"): /.exec(each);
    if (key === null) continue;
    const level = key[1]!.length / 2;
    keys.splice(level - 1, keys.length, JSON.parse(key[2]!) as string);
  }
  const [kind, type, name] = keys;
  if (kind === 'resource' && type && name) return `${type}.${name}`;
  if (kind === 'data' && type && name) return `data.${type}.${name}`;
  if (kind === undefined || kind === '//') return undefined;
  return type === undefined ? kind : `${kind}.${type}`;
}

function constructPathOf({ configuration }: PrivateStack, address: string): string | undefined {
  const parts = address.replace(/\[.*$/, '').split('.');
  const blocks = parts[0] === 'data' ? configuration.data : configuration.resource;
  const [type = '', name = ''] = parts[0] === 'data' ? parts.slice(1) : parts;
  return blocks?.[type]?.[name]?.['//']?.metadata?.path;
}

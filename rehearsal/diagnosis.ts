import { join } from 'node:path';
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
  /** Of the construct that made it, or else of the stack. @default - no construct made it */
  readonly constructPath?: string;
  readonly site?: string;
  readonly cluster?: string;
  /** Of Terraform that a person wrote. @default - constructs made it, or the engine does not say where */
  readonly file?: string;
  /** Counts from 1. */
  readonly line?: number;
}

/** Leads what the engine says back to the construct or file, by the address that it names or the block that it points into. */
export function diagnose(stack: PrivateStack, step: string, said: EngineDiagnostic): Diagnosis {
  const address = said.address ?? addressIn(said.snippet?.context ?? '') ?? addressNamedBy(said, stack);
  const constructPath = address === undefined ? undefined : stack.constructPaths.get(address.replace(/\[.*$/, ''));
  const place = stack.synthesized ? undefined : said.range;
  return {
    stack: stack.name,
    step,
    summary: said.summary,
    detail: said.detail || undefined,
    address,
    constructPath: constructPath ?? (stack.synthesized ? stack.name : undefined),
    site: stack.site,
    cluster: stack.cluster,
    file: place && join(stack.origin, place.filename),
    line: place?.start.line,
  };
}

/**
 * The address of the block that an engine points into. Of its own syntax it gives the head, `resource "aws_vpc" "main"`; of JSON
 * the way, `resource.aws_vpc.main.lifecycle`.
 */
export function addressIn(context: string): string | undefined {
  const words = context.includes('"') ? context.replaceAll('"', '').split(/\s+/) : context.split('.');
  const [kind, type, name] = words;
  if (!kind) return undefined;
  if (kind === 'resource' && type && name) return `${type}.${name}`;
  if (kind === 'data' && type && name) return `data.${type}.${name}`;
  return type ? `${kind}.${type}` : kind;
}

/** Of a cycle the engine says only between which blocks it is. */
function addressNamedBy(
  { summary, detail = '' }: EngineDiagnostic,
  { constructPaths }: PrivateStack,
): string | undefined {
  const named = `${summary} ${detail}`.match(/(?:data\.)?\w+\.[\w-]+/g) ?? [];
  return named.find((address) => constructPaths.has(address));
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';

/** What a folder holds of a design. */
export interface Folder {
  /** Terraform JSON by the names of stacks. */
  readonly stacks: { readonly [stack: string]: unknown };
  /** `basis-of-design.json`. @default - there is none */
  readonly design?: unknown;
}

const BASIS = 'basis-of-design.json';
const MANIFEST = 'manifest.json';

/**
 * Reads what synth wrote, or a folder with Terraform JSON of its own.
 * @throws CliFailure when there is nothing to check, when a file is no JSON, or a stack of the manifest is missing: a gate that
 * has not read everything must not pass
 */
export function readFolder(folder: string): Folder {
  const stacks = existsSync(join(folder, 'stacks')) ? synthesizedStacks(folder) : ownStack(folder);
  if (Object.keys(stacks).length === 0) {
    throw new CliFailure(
      ExitCode.USAGE,
      `${folder} holds no Terraform JSON: there is nothing to check`,
      'name a blueprint, a folder that wattform synth wrote, or a folder with .tf.json files',
    );
  }
  const basis = join(folder, BASIS);
  return { stacks, ...(existsSync(basis) && { design: readJson(basis) }) };
}

function synthesizedStacks(folder: string): Folder['stacks'] {
  const root = join(folder, 'stacks');
  const names = new Set([...folders(root), ...manifestNames(folder)]);
  return Object.fromEntries([...names].sort().map((name) => [name, seenOf(readJson(join(root, name, 'cdk.tf.json')))]));
}

/** What rules see of a stack; the tables of a large hall need not be kept. */
function seenOf(config: object): object {
  const { resource, provider } = config as { readonly resource?: unknown; readonly provider?: unknown };
  return { ...(resource !== undefined && { resource }), ...(provider !== undefined && { provider }) };
}

/** Stacks that the manifest names must be there. A name with a path in it is no stack's. */
function manifestNames(folder: string): string[] {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return [];
  const { stacks } = readJson(file) as { readonly stacks?: unknown };
  return typeof stacks === 'object' && stacks !== null
    ? Object.keys(stacks).filter((name) => /^[a-z0-9-]+$/.test(name))
    : [];
}

/** Several files of a folder are one configuration. */
function ownStack(folder: string): Folder['stacks'] {
  const files = readdirSync(folder).sort();
  if (files.some((name) => name.endsWith('.tf'))) {
    throw new CliFailure(
      ExitCode.USAGE,
      `${folder} holds .tf files, which the policy does not read`,
      'it reads .tf.json',
    );
  }
  const configs = files.filter((name) => name.endsWith('.tf.json')).map((name) => readJson(join(folder, name)));
  if (configs.length === 0) return {};
  return { [basename(resolve(folder))]: merged(configs) };
}

function merged(configs: unknown[]): unknown {
  const all: Record<string, Record<string, object>> = {};
  const provider: Record<string, unknown[]> = {};
  for (const config of configs) {
    const { resource = {}, provider: own = {} } = config as {
      readonly resource?: { readonly [type: string]: object };
      readonly provider?: { readonly [name: string]: unknown };
    };
    for (const [type, named] of Object.entries(resource)) {
      all[type] = { ...all[type], ...(named as Record<string, object>) };
    }
    for (const [name, each] of Object.entries(own)) provider[name] = [...(provider[name] ?? []), each].flat();
  }
  return { resource: all, provider };
}

function folders(root: string): string[] {
  return readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
}

/** A JSON document that is a map. */
function readJson(file: string): object {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CliFailure(ExitCode.USAGE, `${file} is missing: the folder is not whole`);
  const text = readFileSync(file, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw new CliFailure(ExitCode.USAGE, `${file} is no JSON: ${(error as Error).message.split('\n', 1)[0]}`);
  }
  throw new CliFailure(ExitCode.USAGE, `${file} is no map`);
}

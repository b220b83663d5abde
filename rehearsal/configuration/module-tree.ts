import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RunError } from '../../engine';
import { type Block, blocksIn } from './block';
import { parseHcl } from './hcl';
import { placeOf } from './place';

/** A folder of configuration, as an engine reads it. */
export interface Module {
  /** An absolute path. */
  readonly directory: string;
  readonly blocks: Block[];
}

/** Reads folders the way that one of the engines does. */
export interface ReadingRules {
  /** Whether files that end in `.tofu` and `.tofu.json` count, and take the place of `.tf` files of the same name. */
  readonly tofu: boolean;
  /** How a file is named to people. */
  show(file: string): string;
}

/**
 * The module in a folder, first, and every local module that it calls.
 * @throws RunError for a file that cannot be read, and for a module that an engine would fetch
 */
export async function readModules(directory: string, rules: ReadingRules): Promise<Module[]> {
  const modules = new Map<string, Module>();
  const waiting = [resolve(directory)];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (modules.has(next)) continue;
    const module = { directory: next, blocks: await readModule(next, rules) };
    modules.set(next, module);
    for (const call of module.blocks.filter(({ kind }) => kind === 'module')) {
      waiting.push(localSource(next, call, rules));
    }
  }
  return [...modules.values()];
}

/** Names of the files of a folder that an engine reads. */
export function configurationFiles(directory: string, tofu: boolean): string[] {
  const names = readdirSync(directory).filter(
    (name) => /^[^.~#].*\.(tf|tofu)(\.json)?$/.test(name) && (tofu || !/\.tofu(\.json)?$/.test(name)),
  );
  // An engine that knows both endings reads `main.tofu` instead of `main.tf`.
  return names
    .filter((name) => !tofu || !names.includes(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu/.test(name))
    .sort();
}

async function readModule(directory: string, { tofu, show }: ReadingRules): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const name of configurationFiles(directory, tofu)) {
    const file = join(directory, name);
    const text = readFileSync(file, 'utf8');
    const document = name.endsWith('.json') ? parseJson(show(file), text) : await parseHcl(show(file), text);
    blocks.push(...blocksIn(document, file));
  }
  return blocks;
}

function parseJson(shown: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RunError(`${shown}: ${(error as Error).message}`);
  }
}

function localSource(from: string, call: Block, { show }: ReadingRules): string {
  const { source } = call.body;
  const place = placeOf(call, show(call.file));
  if (typeof source !== 'string' || !/^\.\.?(\/|$)/.test(source) || source.includes('${')) {
    throw new RunError(
      `${place}: module ${call.labels[0]} comes from ${JSON.stringify(source)}, which an engine would fetch; a rehearsal fetches nothing`,
      'modules beside the folder (./ or ../) are rehearsed with it',
    );
  }
  const directory = resolve(from, source);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return directory;
  throw new RunError(`${place}: module ${call.labels[0]} comes from ${source}, and there is no such folder`);
}

/** `prod` of `envs/prod`, for a stack that has no other name. */
export function nameOf(directory: string): string {
  return basename(resolve(directory)) || 'root';
}

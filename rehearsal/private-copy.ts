import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { REMOTE_STATE, RunError, type SynthesizedStack } from '../engine';
import { configurationFiles, type Module, type ReadingRules, readModules } from './configuration/module-tree';
import { constructPathsOf, requirementsOf } from './configuration/requirements';
import { refuseWhatIsReal } from './refusals';
import { type StackSchemas, schemasFor } from './schemas-for';
import type { FolderOfStacks } from './stacks-of-folder';
import { stateReadersOf } from './state-readers';
import type { States } from './state-server';
import { type VersionProblem, versionProblems } from './version-constraint';

/** A stack as it is rehearsed: a copy whose state is the rehearsal's own. */
export interface PrivateStack extends SynthesizedStack, StackSchemas {
  /** Where the engine runs. */
  readonly home: string;
  /** The folder that was copied to `home`, as people name it. */
  readonly origin: string;
  /** Folders outside `origin` that were copied too: modules that it calls. */
  readonly besides: string[];
  /** The stacks that its readers of other states read, by the address of the reader. */
  readonly readStates: Map<string, string>;
  /** Whether it calls modules, which an `init` links. */
  readonly callsModules: boolean;
  /** Versions that it asks for, and that are not played. */
  readonly versionProblems: VersionProblem[];
  /** Of the blocks that a construct made, by address. */
  readonly constructPaths: Map<string, string>;
  /** Whether constructs made all of it. */
  readonly synthesized: boolean;
}

/** Where and how a copy is made. */
export interface CopyRules {
  /** The private folder of this rehearsal. */
  readonly work: string;
  /** Whether the engine is OpenTofu, which reads more files. */
  readonly tofu: boolean;
  readonly states: States;
}

/** What engines leave beside a configuration: a state above all must not come along. Nor what is never part of one. */
const LEFT_BEHIND = /^\.terraform(\.lock\.hcl|\.tfstate\.lock\.info)?$|\.tfstate(\.|$)|^(\.git|node_modules)$/;

/** Read after everything else, it replaces the backend and the readers of other states, whatever they were. */
const OVERRIDE = 'zz_wattform_override.tf.json';

/**
 * Copies every stack of a folder below `work`, with the local modules that it calls. In the copy a stack keeps its state with
 * the rehearsal, and reads the states of the other copies.
 * @throws RunError when a stack holds what would reach out of the copy, or what nothing here can play
 */
export async function copyPrivately(
  folder: string,
  { stacks, synthesized }: FolderOfStacks,
  { work, tofu, states }: CopyRules,
): Promise<PrivateStack[]> {
  const show = (file: string): string => {
    const path = relative(resolve(folder), file);
    return join(folder, path);
  };
  const rules: ReadingRules = { tofu, show };
  const read = await Promise.all(
    stacks.map(async (stack) => ({ ...stack, modules: await readModules(join(folder, stack.directory), rules) })),
  );
  return read.map((stack, index) => {
    const { modules, ...plain } = stack;
    refuseWhatIsReal(stack.name, modules, show);
    const lookIn = [...modules.map(({ directory }) => directory), process.cwd()];
    const schemas = schemasFor(stack.name, requirementsOf(modules), lookIn, show);
    const readers = stateReadersOf(stack, read, show);
    const [root] = modules;
    const tree = join(work, 'stacks', String(index));
    const base = commonFolder(modules.map(({ directory }) => directory));
    const copyOf = (directory: string): string => join(tree, relative(base, directory));
    copyTrees(outermost(modules), copyOf);
    for (const module of modules) {
      const data = readers.filter((reader) => reader.module === module);
      prepare(module, copyOf(module.directory), tofu, {
        ...(module === root && { terraform: { backend: { http: {} } } }),
        ...(data.length > 0 && {
          data: {
            [REMOTE_STATE]: Object.fromEntries(
              data.map(({ name, reads }) => [
                name,
                { backend: 'http', workspace: 'default', config: { address: states.addressOf(reads) } },
              ]),
            ),
          },
        }),
      });
    }
    return {
      ...plain,
      ...schemas,
      dependsOn: [...new Set([...stack.dependsOn, ...readers.map(({ reads }) => reads)])],
      home: copyOf(root!.directory),
      origin: show(root!.directory),
      besides: outermost(modules)
        .filter((directory) => !isBelow(directory, resolve(folder)))
        .map(show),
      callsModules: modules.length > 1,
      readStates: new Map(readers.map(({ name, reads }) => [`data.${REMOTE_STATE}.${name}`, reads])),
      versionProblems: versionProblems(modules, schemas.schemas, show),
      constructPaths: constructPathsOf(modules),
      synthesized,
    };
  });
}

/** Makes the copy of a module read what the rehearsal adds to it, and keeps what faults point to readable. */
function prepare({ directory }: Module, copy: string, tofu: boolean, addition: object): void {
  for (const name of configurationFiles(directory, tofu).filter((each) => each.endsWith('.json'))) {
    const text = readFileSync(join(copy, name), 'utf8');
    // An engine quotes the whole line, and says no more than where it is.
    if (!text.trim().includes('\n')) writeFileSync(join(copy, name), JSON.stringify(JSON.parse(text), null, 2));
  }
  if (Object.keys(addition).length === 0) return;
  const later = readdirSync(copy).find((name) => /_override\.(tf|tofu)(\.json)?$/.test(name) && name >= OVERRIDE);
  if (later !== undefined) {
    throw new RunError(`${join(directory, later)} would override what keeps a rehearsal private: give it another name`);
  }
  writeFileSync(join(copy, OVERRIDE), JSON.stringify(addition, null, 2));
}

function copyTrees(directories: string[], copyOf: (directory: string) => string): void {
  for (const directory of directories) {
    const copy = copyOf(directory);
    mkdirSync(copy, { recursive: true, mode: 0o700 });
    try {
      cpSync(directory, copy, {
        recursive: true,
        dereference: true,
        filter: (source) => source === directory || !LEFT_BEHIND.test(basename(source)),
      });
    } catch (error) {
      throw new RunError(`${directory} cannot be copied: ${(error as Error).message}`);
    }
  }
}

/** Folders of modules that lie in no other of them. */
function outermost(modules: Module[]): string[] {
  const all = modules.map(({ directory }) => directory);
  return all.filter((one) => !all.some((other) => other !== one && isBelow(one, other)));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function commonFolder(directories: string[]): string {
  let common = directories[0]!;
  while (!directories.every((directory) => isBelow(directory, common))) common = dirname(common);
  return common;
}

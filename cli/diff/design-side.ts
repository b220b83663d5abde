import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BlueprintSource } from '../../blueprints/language';
import { findingsToJson, loadBlueprint, readBlueprint, renderFindings } from '../../blueprints/language';
import type { BlueprintDocument } from '../../blueprints/language/document';
import { loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { type Side, SideKind } from '../../review';
import { synthesizeBlueprint } from '../../stacks';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { type Outcome, refuses } from '../outcome';
import { usesEscapes } from '../page';
import { fileAt, isRevision, kindAt, pathInRepository, type Revision, revisionIn, writeTree } from './git';
import { synthesizeByOwnCode } from './own-code';

/** One of two designs, as a folder that an engine can read. */
export interface DesignSide {
  readonly side: Side;
  readonly folder: string;
  /** @default - the folder was synthesized before */
  readonly blueprint?: { readonly document: BlueprintDocument; readonly source: BlueprintSource };
  /** What `basis-of-design.json` holds. @default - there is none */
  readonly basis?: unknown;
}

/** A blueprint that is refused ends the run with its findings. */
export class RefusedSide extends Error {
  constructor(readonly outcome: Outcome) {
    super('the blueprint is refused');
  }
}

export interface SideOptions {
  /** A folder that is gone when the run ends. */
  readonly work: string;
  /** `base` or `head`, for what is written and said. */
  readonly role: string;
  /** The other word of the command line: its file is looked for in a revision that names none. */
  readonly other: string;
  /** A command that synthesizes with the code of the revision. @default - the code that runs now does it */
  readonly ownCode?: string;
}

/**
 * Reads a blueprint, a folder, or a place in the history of git.
 * @throws CliFailure when there is no such thing
 * @throws RefusedSide when it is a blueprint with errors
 */
export function readSide(words: string, options: SideOptions): DesignSide {
  const found = statSync(words, { throwIfNoEntry: false });
  if (options.ownCode !== undefined) return ofOwnCode(words, options, options.ownCode);
  if (found?.isDirectory()) return folderSide({ kind: SideKind.FOLDER, name: words }, words);
  if (found !== undefined) {
    if (/\.json$|\.tfplan$/.test(words)) {
      throw new CliFailure(
        ExitCode.USAGE,
        `${words} is no blueprint`,
        `a plan of an engine is read with --plan ${words}`,
      );
    }
    const registry = TargetRegistry.builtIn();
    const read = readBlueprint(words, { targets: registry.names() });
    return synthesized({ kind: SideKind.BLUEPRINT, name: words }, read, registry, options);
  }
  return revisionSide(words, options);
}

/** Whether two words of the command line lead to the same file or folder. */
export function isSamePlace(base: string, head: string): boolean {
  return existsSync(base) && existsSync(head) && realpathSync(base) === realpathSync(head);
}

function revisionSide(words: string, options: SideOptions): DesignSide {
  const asked = revisionIn(words);
  if (!isRevision(asked.name)) {
    throw new CliFailure(
      ExitCode.USAGE,
      `${words} is neither a file, a folder nor a revision of git`,
      'name a blueprint, a folder that synth wrote, a revision, or revision:path/to/blueprint.yaml',
    );
  }
  const revision = { name: asked.name, path: asked.path ?? fileOf(options.other) };
  if (revision.path === undefined) {
    throw new CliFailure(ExitCode.USAGE, `which blueprint of ${words}?`, `name it: ${words}:path/to/blueprint.yaml`);
  }
  const name = `${revision.name}:${revision.path}`;
  const kind = kindAt(revision);
  if (kind === undefined) throw new CliFailure(ExitCode.USAGE, `${revision.name} has no ${revision.path}`);
  const side = { kind: SideKind.REVISION, name };
  if (kind === 'tree') {
    const folder = join(options.work, options.role);
    writeTree(revision, folder);
    return folderSide(side, folder);
  }
  const registry = TargetRegistry.builtIn();
  const text = fileAt(revision).toString('utf8');
  return synthesized(side, loadBlueprint(text, { file: name, targets: registry.names() }), registry, options);
}

/** The file that the other side names, from the root of the repository. */
function fileOf(other: string): string | undefined {
  if (statSync(other, { throwIfNoEntry: false }) !== undefined) return pathInRepository(other);
  return revisionIn(other).path;
}

function ofOwnCode(words: string, options: SideOptions, command: string): DesignSide {
  const revision: Revision = revisionIn(words);
  if (!isRevision(revision.name)) {
    throw new CliFailure(ExitCode.USAGE, `${words} is no revision of git`, '--base-code is for a base that is one');
  }
  const folder = synthesizeByOwnCode(revision, command, join(options.work, `${options.role}-code`));
  return folderSide({ kind: SideKind.REVISION, name: words }, folder);
}

function folderSide(side: Side, folder: string): DesignSide {
  const file = join(folder, 'basis-of-design.json');
  if (!existsSync(file)) return { side, folder };
  try {
    return { side, folder, basis: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  } catch (error) {
    throw new CliFailure(ExitCode.USAGE, `${side.name}: basis-of-design.json: ${(error as Error).message}`);
  }
}

function synthesized(
  side: Side,
  read: ReturnType<typeof readBlueprint>,
  registry: TargetRegistry,
  { work, role }: SideOptions,
): DesignSide {
  const { document, source } = read;
  const refuse = (findings: typeof read.findings): never => {
    throw new RefusedSide({
      exitCode: ExitCode.REFUSED,
      text: '',
      findingsText: renderFindings(findings, source, { colour: usesEscapes(process.stderr, process.env) }),
      document: { ok: false, findings: findingsToJson(findings, source), side: role },
    });
  };
  if (document === undefined) return refuse(read.findings);
  const folder = join(work, role);
  mkdirSync(folder, { recursive: true });
  const { basis, findings } = synthesizeBlueprint(document, { outdir: folder, catalog: loadCatalog(), registry });
  if (basis === undefined || refuses(findings)) return refuse([...read.findings, ...findings]);
  return { ...folderSide(side, folder), blueprint: { document, source } };
}

import fs from 'node:fs';
import path from 'node:path';
import { hallLinks, removeStaleHallFiles } from './halls-folder';

const MANIFEST = 'manifest.json';
const STACKS = 'stacks';
const CONFIG = 'cdk.tf.json';
const STAGING_PREFIX = '.wattform-staging-';

/** Why the output could not be written. Nothing that stood there before is lost. */
export class OutputFolderError extends Error {}

/** A file of the output: path below the folder, with `/`, and content. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The folder that a synth writes. Files are staged inside it and renamed into place, the manifest last, so that the old
 * output stays whole until the new one is, and nothing outside it is touched. What the engine keeps beside the
 * configuration (`.terraform`, lock files) is left alone.
 */
export class OutputFolder {
  public readonly root: string;

  /** @throws OutputFolderError when the folder is not one that may be written */
  constructor(folder: string) {
    this.root = path.resolve(folder);
    guard(this.root, () => {
      refuseForeignFolder(this.root);
      fs.mkdirSync(this.root, { recursive: true });
      refuseLinks(this.root);
    });
  }

  /** Runs `work` with an empty folder inside the output, and removes it whatever happens. */
  public withStaging<T>(work: (staging: string) => T): T {
    const staging = guard(this.root, () => fs.mkdtempSync(path.join(this.root, STAGING_PREFIX)));
    try {
      return work(staging);
    } finally {
      fs.rmSync(staging, { recursive: true, force: true });
    }
  }

  /** Puts the files in place of the ones that stand there. */
  public replace(staging: string, files: OutputFile[]): void {
    guard(this.root, () => {
      const before = stackNames(this.root);
      const ordered = [...files].sort((a, b) => Number(a.path === MANIFEST) - Number(b.path === MANIFEST));
      ordered.forEach((file, index) => {
        fs.writeFileSync(path.join(staging, String(index)), file.content);
      });
      ordered.forEach((file, index) => {
        const destination = path.join(this.root, ...file.path.split('/'));
        fs.mkdirSync(path.dirname(destination), { recursive: true });
        fs.renameSync(path.join(staging, String(index)), destination);
      });
      const now = new Set(
        files.map((file) => file.path.split('/')).map(([top, name]) => (top === STACKS ? name : top)),
      );
      for (const stale of before.filter((name) => !now.has(name))) {
        removeStack(path.join(this.root, STACKS, stale));
      }
      removeStaleHallFiles(this.root, new Set(files.map((file) => file.path)));
    });
  }
}

/** A folder with other things in it is not ours to fill: a mistyped `--output ~` must not litter a home. */
function refuseForeignFolder(root: string): void {
  if (!fs.existsSync(root)) {
    return;
  }
  if (!fs.statSync(root).isDirectory()) {
    throw new OutputFolderError(`output ${root} is a file, not a folder; name another one with --output`);
  }
  const entries = fs.readdirSync(root).filter((name) => !name.startsWith(STAGING_PREFIX));
  const ours = entries.includes(MANIFEST) && isManifest(path.join(root, MANIFEST));
  const emptyFrame = entries.every((name) => name === STACKS) && stackFolders(root).length === 0;
  if (!ours && !emptyFrame) {
    throw new OutputFolderError(
      `output folder ${root} holds other files and no manifest of an earlier synth; name an empty or a new folder with --output`,
    );
  }
}

/** A link inside the output would lead a write out of it. */
function refuseLinks(root: string): void {
  const inside = [MANIFEST, STACKS, ...stackFolders(root).map((name) => path.join(STACKS, name)), ...hallLinks(root)];
  for (const name of inside) {
    const stat = fs.lstatSync(path.join(root, name), { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) {
      throw new OutputFolderError(
        `${path.join(root, name)} is a link; the output is written only inside its own folder`,
      );
    }
  }
}

function stackFolders(root: string): string[] {
  const folder = path.join(root, STACKS);
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
}

/** Names of the stacks of the last synth, by its manifest. */
function stackNames(root: string): string[] {
  const file = path.join(root, MANIFEST);
  if (!fs.existsSync(file)) return [];
  const names = new Set(namesOf(file));
  return stackFolders(root).filter((name) => names.has(name));
}

function namesOf(manifest: string): string[] {
  const stacks = readManifest(manifest)?.stacks;
  return stacks === undefined ? [] : Object.keys(stacks);
}

function isManifest(file: string): boolean {
  return readManifest(file)?.stacks !== undefined;
}

function readManifest(file: string): { readonly stacks?: object } | undefined {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The configuration goes; what the engine left beside it (a provider cache, a lock file) is the user's to remove. */
function removeStack(folder: string): void {
  fs.rmSync(path.join(folder, CONFIG), { force: true });
  if (fs.existsSync(folder) && fs.readdirSync(folder).length === 0) {
    fs.rmdirSync(folder);
  }
}

function guard<T>(root: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OutputFolderError) {
      throw error;
    }
    throw new OutputFolderError(`output folder ${root} could not be written: ${(error as Error).message}`);
  }
}

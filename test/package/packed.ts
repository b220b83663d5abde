import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The project's root. */
export const ROOT = join(__dirname, '..', '..');

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly peerDependencies?: { readonly [name: string]: string };
  readonly peerDependenciesMeta?: { readonly [name: string]: { readonly optional?: boolean } };
}

export const MANIFEST = require('../../package.json') as Manifest;

/** A package as npm publishes it, unpacked alone in a folder of its own. */
export interface Packed {
  /** Empty but for the unpacked package. */
  readonly folder: string;
  /** The package inside it. */
  readonly path: string;
  /** Paths inside the package. */
  readonly files: string[];
  readonly tarball: string;
}

/** Packs what `npm test` has built. npm needs no network for this. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'wattform-package-'));
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename }] = JSON.parse(output) as { filename: string }[];
  const tarball = join(folder, filename);
  const path = join(folder, 'node_modules', MANIFEST.name);
  mkdirSync(path, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', path]);
  return { folder, path, files: filesBelow(path), tarball };
}

/** Makes installed packages of this project visible to the unpacked one, as a user's own install would. */
export function provide(packed: Packed, names: string[]): void {
  for (const name of names) {
    const link = join(packed.folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
}

/** Folders of all packages that installing brings along: the production dependencies and theirs. */
export function productionClosure(): string[] {
  const folders = new Set<string>();
  const visit = (from: string, names: string[]): void => {
    for (const name of names) {
      const folder = packageFolder(from, name);
      if (folders.has(folder)) continue;
      folders.add(folder);
      visit(folder, Object.keys(manifestOf(folder).dependencies ?? {}));
    }
  };
  visit(ROOT, Object.keys(MANIFEST.dependencies ?? {}));
  return [...folders].sort();
}

export function manifestOf(folder: string): Manifest {
  return require(join(folder, 'package.json')) as Manifest;
}

/** Bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

export function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

function packageFolder(from: string, name: string): string {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsAsFolder(path));
  if (found === undefined) throw new Error(`${name}, needed by ${from}, is not installed`);
  return found;
}

function existsAsFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

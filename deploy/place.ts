import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Where the deploys of a design keep what must outlive them: beside the output folder, which each synthesis replaces, and beside
 * the states of the local backend. For its owner's eyes only: plans hold secrets.
 */
export class Place {
  readonly root: string;

  constructor(
    /** The synthesized folder. */
    readonly folder: string,
    readonly design: string,
  ) {
    this.root = join(dirname(resolve(folder)), '.wattform', 'deploy', design);
  }

  get lock(): string {
    return join(this.root, 'lock.json');
  }

  /** Of a stack; made when it is not there. */
  stack(name: string): string {
    const folder = join(this.root, 'stacks', folderName(name));
    mkdirSync(folder, { recursive: true, mode: PRIVATE });
    return folder;
  }

  /** Names of the stacks that have been deployed from here. */
  known(): string[] {
    const folder = join(this.root, 'stacks');
    return existsSync(folder) ? readdirSync(folder).sort().map(decodeURIComponent) : [];
  }

  make(): void {
    mkdirSync(this.root, { recursive: true, mode: PRIVATE });
    const shared = join(this.root, '..', '..');
    // A folder that an archive or a careless copy brought along may be open to all.
    for (const folder of [shared, join(shared, 'deploy'), this.root]) chmodSync(folder, PRIVATE);
    // Nobody wants to commit a journal by accident.
    writeFileSync(join(shared, '.gitignore'), '*\n');
  }
}

const PRIVATE = 0o700;

/** Names are the stacks' own; a dot alone would lead out of the folder. */
function folderName(name: string): string {
  return encodeURIComponent(name).replace(/^\.+/, (dots) => '%2E'.repeat(dots.length));
}

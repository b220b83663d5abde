import fs from 'node:fs';
import path from 'node:path';

/** Folder of the exports of owned halls. All of it is the output's. */
const HALLS = 'halls';

/** Paths of links anywhere in the folder of halls, which would lead a write out of the output. */
export function hallLinks(root: string): string[] {
  return entriesBelow(root, HALLS)
    .filter(({ entry }) => entry.isSymbolicLink())
    .map((each) => each.path);
}

/** Removes what an earlier synth wrote of halls and this one did not: the configuration of a switch that is gone must not be loaded. */
export function removeStaleHallFiles(root: string, written: Set<string>): void {
  const entries = entriesBelow(root, HALLS);
  for (const { path: file, entry } of entries) {
    if (!entry.isDirectory() && !written.has(file)) fs.rmSync(path.join(root, file), { force: true });
  }
  // Deepest first: a folder is empty when those in it are gone.
  for (const { path: folder, entry } of entries.reverse()) {
    if (entry.isDirectory()) removeEmpty(path.join(root, folder));
  }
  removeEmpty(path.join(root, HALLS));
}

/** Files, links and folders, a folder before what is in it; links are not followed. */
function entriesBelow(root: string, folder: string): { readonly path: string; readonly entry: fs.Dirent | fs.Stats }[] {
  const own = fs.lstatSync(path.join(root, folder), { throwIfNoEntry: false });
  if (own === undefined) return [];
  if (!own.isDirectory()) return [{ path: folder, entry: own }];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = `${folder}/${entry.name}`;
    return [{ path: below, entry }, ...(entry.isDirectory() ? entriesBelow(root, below) : [])];
  });
}

function removeEmpty(folder: string): void {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}

import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import type { HallDesign } from '../../design/hall';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { SiteHall } from './halls';

/** Begins every drawing that is written, so that none but such a one is written over. */
const MARK = '<!-- drawn by wattform -->\n';

/** Draws the one hall of a page into a file. */
export function saveDrawing(file: string, halls: SiteHall[], draw: (design: HallDesign) => string): void {
  const [first, ...others] = halls;
  if (others.length > 0) {
    const names = halls.map(({ site }) => site).join(', ');
    throw new CliFailure(
      ExitCode.USAGE,
      '--svg draws one hall, and this blueprint has several',
      `add --site: ${names}`,
    );
  }
  saveSvg(file, draw(first!.design));
}

/** Writes a drawing. A file that is no drawing of ours stays as it is. */
export function saveSvg(file: string, drawing: string): void {
  const svg = `${MARK}${drawing}`;
  try {
    writeFileSync(file, svg, { flag: isDrawing(file) ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CliFailure(ExitCode.OUTPUT, `${file} exists and is no drawing of wattform`, 'name another file');
  }
}

function isDrawing(file: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(MARK.length);
      return head.toString('utf8', 0, readSync(handle, head, 0, MARK.length, 0)) === MARK;
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

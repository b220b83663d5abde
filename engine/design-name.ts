import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RunError } from './run-error';

/**
 * The name of the design in a synthesized folder; the folder's own name where another app of cdktf wrote it.
 * @throws RunError when the basis of design cannot be read
 */
export function designName(folder: string): string {
  const file = join(folder, 'basis-of-design.json');
  if (!existsSync(file)) return basename(resolve(folder));
  try {
    const { name } = JSON.parse(readFileSync(file, 'utf8')) as { readonly name?: unknown };
    if (typeof name === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(name)) return name;
  } catch {
    // Said below.
  }
  throw new RunError(`${file} names no design`, 'wattform synth writes it anew');
}

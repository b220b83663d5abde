import type { LanguageCode } from '../../../../blueprints/language/codes';
import { changed } from '../samples';

/** Text, then what its writer is told: code, place, and a part of the message or of the way out. */
export interface Case {
  readonly what: string;
  readonly text: string | Buffer;
  readonly code: LanguageCode;
  /** line:column; undefined where there is no text to point at. */
  readonly at?: string;
  readonly says: RegExp;
}

export const POOLS = `    pools:
      large:
        accelerators: { model: h100-sxm, count: 16 }
`;
export const END = '      count: 16\n';
export const after = (text: string) => changed(END, END + text);
export const inPool = (text: string) =>
  changed('    accelerators:\n      model: h100-sxm\n      count: 16\n', POOLS + text);
export const accelerators = (text: string) => changed('      model: h100-sxm\n      count: 16\n', `      ${text}\n`);
export const site = (text: string) => changed('    zone: us-east-1a\n', `    zone: us-east-1a\n${text}`);

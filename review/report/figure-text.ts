import type { Figure } from '../../design/basis';
import { number } from '../render/words';

const MARKS: { readonly [basis: string]: string } = { estimate: ' ~', stated: ' =' };

/** What the marks mean. */
export const LEGEND =
  'Loads and prices are those of the most nodes that a pool may have; prices are list prices. Without a mark: from the catalog, or arithmetic over it; ~ estimated; = as the blueprint states. Unknown is unknown, never zero, and so is what depends on it.';

/** A figure with the mark of how it is known; without its unit. */
export function figureText({ value, basis }: Figure): string {
  return typeof value === 'number' ? `${number(value)}${MARKS[basis] ?? ''}` : 'unknown';
}

const UNITS: { readonly [word: string]: string } = {
  pue: 'PUE',
  wue: 'WUE',
  ups: 'UPS',
  kw: 'kW',
  kva: 'kVA',
  mva: 'MVA',
  kv: 'kV',
  ka: 'kA',
  c: '°C',
  k: 'K',
};

/** `pueAnnual` becomes "PUE annual", `low-voltage-switchgear` becomes "low voltage switchgear". */
export function wordsOf(name: string): string {
  return name
    .replace(/[A-Z]+/g, (letters) => ` ${letters.toLowerCase()}`)
    .split(/[ -]/)
    .map((word) => UNITS[word] ?? word)
    .join(' ');
}

/** `{ leaf: 8, spine: 4 }` becomes "8 × leaf, 4 × spine". */
export function countsOf(counts: { readonly [what: string]: number }, of: (what: string) => string = wordsOf): string {
  return Object.entries(counts)
    .map(([what, count]) => `${number(count)} × ${of(what)}`)
    .join(', ');
}

/** Values that hold several stand as JSON: `{"critical":"2N"}` becomes "critical 2N". */
export function readable(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    return listed(JSON.parse(value) as object);
  } catch {
    return value;
  }
}

function listed(value: object): string {
  const parts = Object.entries(value).map(([key, each]) => {
    if (Array.isArray(each)) return `${wordsOf(key)} (${each.length} values)`;
    return `${wordsOf(key)} ${typeof each === 'object' && each !== null ? `(${listed(each)})` : String(each)}`;
  });
  return parts.join(', ') || 'none';
}

import { distance } from 'fastest-levenshtein';

/** Longer words are no typing slips, and comparing them costs. */
const LONGEST_WORD = 64;
/** A list that a person could have meant a word of; also bounds the work. */
const MOST_CANDIDATES = 200;

/** The allowed word that was most likely meant: at most three slips, and fewer in short words; two letters that changed places are one. */
export function suggest(got: string, allowed: readonly string[]): string | undefined {
  if (got.length > LONGEST_WORD) return undefined;
  const wanted = got.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of allowed.slice(0, MOST_CANDIDATES)) {
    if (Math.abs(word.length - got.length) > 3) continue;
    const slips = slipsBetween(wanted, word.toLowerCase());
    const most = Math.min(3, Math.floor(Math.max(word.length, got.length) / 2.5));
    if (slips <= most && slips < least) {
      best = word;
      least = slips;
    }
  }
  // Who writes "h100" means one of the names that begin so.
  return best ?? (got.length > 1 ? allowed.find((word) => word.toLowerCase().startsWith(wanted)) : undefined);
}

function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && sorted(a) === sorted(b) ? 1 : slips;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** The hint that names the word; undefined when none is near. */
export function didYouMean(got: string, allowed: readonly string[]): string | undefined {
  const word = suggest(got, allowed);
  return word === undefined ? undefined : `did you mean "${word}"?`;
}

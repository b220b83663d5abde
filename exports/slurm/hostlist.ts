/** A name that ends in digits. */
const NUMBERED = /^(.*?)(\d+)$/;

interface Run {
  readonly prefix: string;
  readonly width: number;
  first: number;
  last: number;
}

/**
 * Names as Slurm's hostlist expression, in their order: `r0001-s[01-04],r0002-s[01-04]`. Only a number at the end is folded, which
 * every reader of such lists understands.
 */
export function hostlist(names: string[]): string {
  const parts: string[] = [];
  let run: Run | undefined;
  for (const name of names) {
    const [, prefix, digits] = NUMBERED.exec(name) ?? [];
    if (prefix === undefined || digits === undefined) {
      if (run !== undefined) parts.push(spell(run));
      parts.push(name);
      run = undefined;
      continue;
    }
    const number = Number(digits);
    if (run?.prefix === prefix && run.width === digits.length && number === run.last + 1) {
      run.last = number;
      continue;
    }
    if (run !== undefined) parts.push(spell(run));
    run = { prefix, width: digits.length, first: number, last: number };
  }
  if (run !== undefined) parts.push(spell(run));
  return parts.join(',');
}

function spell({ prefix, width, first, last }: Run): string {
  const padded = (number: number): string => String(number).padStart(width, '0');
  return first === last ? `${prefix}${padded(first)}` : `${prefix}[${padded(first)}-${padded(last)}]`;
}

import { rounded } from '../text';

/** 0.876 becomes "87.6 %". */
export function percent(share: number): string {
  return `${rounded(Math.round(share * 1000) / 10)} %`;
}

/** `low-voltage-switchgear` becomes "low voltage switchgear": a cell breaks between words. */
export function kindName(kind: string): string {
  return kind.replace(/^ups$/, 'UPS').replaceAll('-', ' ');
}

const SHORT: { readonly [word: string]: string } = {
  c: '°C',
  k: 'K',
  ka: 'kA',
  kv: 'kV',
  kva: 'kVA',
  kw: 'kW',
  mva: 'MVA',
  ups: 'UPS',
};

/** `transformerKva` becomes "transformer kVA". */
export function words(name: string): string {
  return name
    .replace(/[A-Z]+/g, (letters) => ` ${letters.toLowerCase()}`)
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .join(' ');
}

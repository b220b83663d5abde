import { rounded } from '../text';

/** 0.876 becomes "87.6 %". */
export function percent(share: number): string {
  return `${rounded(Math.round(share * 1000) / 10)} %`;
}

/** `low-voltage-switchgear` becomes "low voltage switchgear": a cell breaks between words. */
export function kindName(kind: string): string {
  return kind.replace(/^ups$/, 'UPS').replaceAll('-', ' ');
}

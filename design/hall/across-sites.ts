import { Caret, type Finding, Severity } from '../../blueprints/language/finding';
import type { SiteAsk } from '../asks';
import { DesignCode } from '../codes';
import { DEFAULT_ASN_BASE } from '../fabric';
import type { HallDesign } from './types';

/**
 * Findings for numbers that switches of two halls would both have: BGP tells networks apart by them, and an inventory keeps each once.
 * The later site in the order of the blueprint is the one that moves.
 */
export function checkAcrossSites(sites: SiteAsk[], halls: Map<string, HallDesign>): Finding[] {
  const taken = new Map<number, string>();
  const findings: Finding[] = [];
  for (const site of sites) {
    const hall = halls.get(site.name);
    if (hall === undefined) continue;
    const numbers = numbersOf(hall);
    const clash = numbers.find((asn) => taken.has(asn));
    if (clash === undefined) {
      for (const asn of numbers) taken.set(asn, site.name);
      continue;
    }
    findings.push({
      code: DesignCode.HALL_FABRIC,
      severity: Severity.ERROR,
      path: site.path,
      at: Caret.KEY,
      message: `switches of ${site.name} would have number ${clash} in BGP, which ${taken.get(clash)} has`,
      expected: 'numbers of its own for each hall',
      hint: `set fabric.asnBase of ${site.name}, to ${freeBase(site, numbers, taken)} for instance`,
    });
  }
  return findings;
}

function numbersOf({ fabric }: HallDesign): number[] {
  const numbers = fabric.networks.flatMap(({ switches }) => switches.flatMap(({ asn }) => asn ?? []));
  return [...new Set(numbers)];
}

/** Numbers of a hall lie in stretches with much room between them: those of another fit there. */
const STEP = 100_000;

function freeBase({ _hall }: SiteAsk, numbers: number[], taken: Map<number, string>): number {
  const base = _hall?.fabric.asnBase ?? DEFAULT_ASN_BASE;
  let shift = STEP;
  while (numbers.some((asn) => taken.has(asn + shift))) shift += STEP;
  return base + shift;
}

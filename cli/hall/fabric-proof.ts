import type { NetworkDesign } from '../../design/fabric';
import type { Page } from '../outcome';
import { paragraph, rounded } from '../text';
import { section } from './folded';

/** What was asked, what the links prove, and what that does not say. */
export function proofSection(networks: NetworkDesign[], page: Page): string {
  const rows = networks.flatMap(({ role, proof }) =>
    proof.tiers.map(({ tier, asked, worst }) => [
      role,
      tier,
      `${rounded(asked)}:1`,
      `${rounded(worst.ratio)}:1`,
      `${rounded(worst.downGbps)} / ${rounded(worst.upGbps)}`,
      worst.name,
      proof.holds ? 'yes' : 'no',
    ]),
  );
  const columns = [
    { head: 'network', whole: true },
    { head: 'at the', whole: true },
    { head: 'asked', right: true },
    { head: 'proved', right: true },
    { head: 'down / up', right: true },
    { head: 'worst switch', whole: true },
    { head: 'holds' },
  ];
  const claims = networks.map(({ role, proof }) => {
    const broken = proof.conditions.filter(({ holds }) => !holds).map(({ text }) => text);
    const half = `any half reaches the other with ${rounded(proof.bisectionGbps)} of ${rounded(proof.halfInjectionGbps)} Gbit/s`;
    return `${role}: ${proof.claim}; ${half}${broken.length === 0 ? '' : `; broken: ${broken.join(', ')}`}`;
  });
  const notCovered = [...new Set(networks.flatMap(({ proof }) => proof.notCovered))].map(
    (text) => `not covered: ${text}`,
  );
  return [
    section(page, 'oversubscription, Gbit/s down over Gbit/s up', columns, rows, 'tier', 24),
    ...[...claims, ...notCovered].map((text) => paragraph(text, page.width, '  - ')),
  ].join('\n');
}

import { loadCatalog } from '../../catalog';
import { designBlueprint } from '../../design';
import type { Outcome, Page } from '../outcome';
import { read } from '../reading';
import { counted, number } from '../text';

/** Language and design have their say; nothing is built and nothing is written. */
export function validate(file: string, _page: Page): Outcome {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const { basis, findings } = designBlueprint(reading.document, {
    catalog: loadCatalog(),
    profiles: reading.registry.profiles(),
  });
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  const accelerators = Object.values(basis.totals.accelerators).reduce((sum, count) => sum + count, 0);
  const clusters = basis.sites.flatMap((site) => site.clusters);
  return reading.outcome(all, {
    text: `${file}: valid; ${counted(basis.sites.length, 'site')}, ${counted(clusters.length, 'cluster')}, ${number(accelerators)} accelerators in ${counted(basis.totals.nodes, 'node')}`,
    document: {
      name: basis.name,
      sites: basis.sites.length,
      clusters: clusters.length,
      accelerators: basis.totals.accelerators,
      nodes: basis.totals.nodes,
    },
  });
}

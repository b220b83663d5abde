import { suggest } from '../../blueprints/language/suggest';
import { loadCatalog } from '../../catalog';
import { basisJson, designBlueprint } from '../../design';
import type { BasisOfDesign, ClusterDesign, StackDesign } from '../../design/basis';
import { ExitCode } from '../exit-code';
import { clusterPage, designPage } from '../explain/design';
import { CliFailure } from '../failure';
import type { Outcome, Page } from '../outcome';
import { type ReadingResult, read } from '../reading';

/** Prints what a blueprint comes to. Nothing is built and nothing is written. */
export function explain(file: string, cluster: string | undefined, page: Page): Outcome {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const { basis, findings } = designBlueprint(reading.document, {
    catalog: loadCatalog(),
    profiles: reading.registry.profiles(),
  });
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  if (cluster !== undefined) return reading.outcome(all, oneCluster(basis, cluster, page));
  return reading.outcome(all, { text: designPage(basis, page), document: { basis: basisJson(basis) } });
}

function oneCluster(basis: BasisOfDesign, name: string, page: Page): ReadingResult {
  const clusters = basis.sites.flatMap((site) => site.clusters);
  const cluster = clusters.find((each) => each.name === name);
  if (cluster === undefined) {
    const names = clusters.map((each) => each.name);
    const suggestion = suggest(name, names);
    throw new CliFailure(
      ExitCode.USAGE,
      `no cluster "${name}" in this blueprint`,
      `${suggestion === undefined ? '' : `did you mean ${suggestion}? `}it has: ${names.join(', ')}`,
    );
  }
  const stacks = stacksOf(basis, cluster);
  return { text: clusterPage(basis, cluster, stacks, page), document: { cluster: basisJson(cluster), stacks } };
}

/** The stacks of the cluster and every stack that they need, in deploy order. */
function stacksOf(basis: BasisOfDesign, cluster: ClusterDesign): StackDesign[] {
  const needed = new Set(cluster.controlPlanes.map((plane) => plane.stack));
  for (const stack of [...basis.stacks].reverse()) {
    if (needed.has(stack.name)) for (const name of stack.dependsOn) needed.add(name);
  }
  return basis.stacks.filter((stack) => needed.has(stack.name));
}

import { loadBlueprint } from '../../../blueprints/language';
import { loadCatalog } from '../../../catalog';
import { TargetRegistry } from '../../../constructs/targets/registry';
import { designBlueprint } from '../../../design';
import { makeReport } from '../../../review/report/content';
import type { Report } from '../../../review/report/document';

const catalog = loadCatalog();
const registry = TargetRegistry.builtIn();

/** A site in a cloud whose figures are known in part, and an owned hall. */
export const BLUEPRINT = `
wattform: 1
name: both
description: A cloud and a hall
owner: platform@example.org
sites:
  ohio: { target: aws, region: us-east-2, zone: us-east-2b, power: { allotment: 300 kW } }
  gavle: { target: netbox, region: sweden, power: { allotment: 1 MW } }
clusters:
  tuning:
    site: ohio
    purpose: training
    scheduler: kubernetes
    pools:
      large: { accelerators: { model: h100-sxm, count: 64 }, capacity: { mode: on-demand }, fabric: { rdma: required } }
      small: { accelerators: { model: l4, count: 16, minimum: 0 }, capacity: { mode: spot } }
    storage:
      scratch: { kind: parallel, capacity: 12 TiB, throughput: 2 GB/s }
      datasets: { kind: object }
  frontier:
    site: gavle
    purpose: training
    scheduler: kubernetes
    accelerators: { model: mi300x, count: 32 }
    fabric: { rdma: required }
`;

export function reportOf(text: string): Report {
  const loaded = loadBlueprint(text, { file: 'blueprint.yaml', targets: registry.names() });
  const { basis, halls, findings } = designBlueprint(loaded.document!, { catalog, profiles: registry.profiles() });
  if (basis === undefined) throw new Error(JSON.stringify([...loaded.findings, ...findings]));
  const { description } = loaded.document!;
  return makeReport({ basis, halls, catalog, ...(description !== undefined && { description }) });
}

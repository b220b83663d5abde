import type { ClusterDesign, PoolDesign } from '../../design/basis';
import type { Page } from '../outcome';
import { table } from '../table';
import { counted, number, paragraph } from '../text';
import { marked } from './figures';

/** A cluster: its pools as a table, why they are what they are, its control planes and its stores. */
export function clusterSection(cluster: ClusterDesign, page: Page): string {
  return [
    page.bold(`cluster ${cluster.name}`) +
      ` on ${cluster.site}: ${cluster.purpose}, ${cluster.scheduler} ${cluster.version ?? ''}`.trimEnd(),
    poolTable(cluster, page),
    ...cluster.pools.map((pool) => reasons(pool, page)).filter((text) => text !== ''),
    ...controlPlanes(cluster, page),
    ...stores(cluster, page),
  ].join('\n\n');
}

function poolTable(cluster: ClusterDesign, page: Page): string {
  const rows = cluster.pools.map((pool) => [
    pool.name,
    `${number(pool.accelerators)} ${pool.acceleratorId}`,
    pool.instanceType,
    nodes(pool),
    marked(pool.itLoad),
    marked(pool.priceUsdPerHour),
  ]);
  const columns = [
    { head: 'pool', whole: true },
    { head: 'accelerators', whole: true },
    { head: 'instance', whole: true },
    { head: 'nodes', right: true },
    { head: 'kW', right: true },
    { head: 'USD/h', right: true },
  ];
  const { instanceType, zones, nodes: count } = cluster.systemPool;
  const system = `system pool: ${counted(count, 'node')} ${instanceType} in ${zones.join(', ') || 'the region'}`;
  return [table(page, columns, rows, 2), paragraph(system, page.width, '  '), '', insideTable(cluster, page)].join(
    '\n',
  );
}

/** What the pools hold beside accelerators, and how their capacity is obtained. */
function insideTable(cluster: ClusterDesign, page: Page): string {
  const rows = cluster.pools.map((pool) => [
    pool.name,
    pool.capacity.mode,
    pool.rdma ? `${marked(pool.rdmaInterfacesPerNode)} ${pool.rdmaKind} a node` : 'no RDMA',
    marked(pool.networkCardsPerNode),
    marked(pool.vcpus),
    marked(pool.memoryGib),
  ]);
  const columns = [
    { head: 'pool', whole: true },
    { head: 'capacity', whole: true },
    { head: 'fabric' },
    { head: 'cards a node', right: true },
    { head: 'vcpu', right: true },
    { head: 'GiB', right: true },
  ];
  return table(page, columns, rows, 2);
}

function nodes(pool: PoolDesign): string {
  return pool.minimumNodes === pool.nodes ? number(pool.nodes) : `${number(pool.minimumNodes)}-${number(pool.nodes)}`;
}

function reasons(pool: PoolDesign, page: Page): string {
  const lines = pool.why.map((sentence) => paragraph(sentence, page.width, '    - '));
  return lines.length === 0 ? '' : [`  why ${pool.name} is so`, ...lines].join('\n');
}

function controlPlanes(cluster: ClusterDesign, page: Page): string[] {
  if (cluster.controlPlanes.length < 2) return [];
  const rows = cluster.controlPlanes.map((plane) => [
    plane.name,
    plane.pools.map((share) => `${share.pool} ${number(share.accelerators)}`).join(', '),
    number(plane.pools.reduce((sum, share) => sum + share.groups.length, 0)),
    plane.powerBudgetKw === undefined ? '' : number(plane.powerBudgetKw),
  ]);
  const columns = [
    { head: 'control plane', whole: true },
    { head: 'accelerators' },
    { head: 'groups', right: true },
    { head: 'kW allotted', right: true },
  ];
  return [table(page, columns, rows, 2)];
}

function stores(cluster: ClusterDesign, page: Page): string[] {
  const parallel = cluster.parallelFileSystems.map((store) => [
    store.name,
    'parallel',
    `${number(store.capacityGib / 1024)} TiB`,
    `${number(store.throughputGbps)} GB/s`,
    store.tier,
    store.rdma ? 'rdma' : 'tcp',
  ]);
  const objects = cluster.objectStores.map((store) => [store.name, 'object', '', '', '', '']);
  const rows = [...parallel, ...objects];
  if (rows.length === 0) return [];
  const why = cluster.parallelFileSystems.flatMap((store) =>
    store.why.map((sentence) => paragraph(`${store.name}: ${sentence}`, page.width, '    - ')),
  );
  const columns = [
    { head: 'store', whole: true },
    { head: 'kind' },
    { head: 'capacity', right: true },
    { head: 'throughput', right: true },
    { head: 'tier' },
    { head: 'path' },
  ];
  return [[table(page, columns, rows, 2), ...why].join('\n')];
}

import type { ClusterDesign, PoolDesign } from '../../design/basis';
import { number } from '../render/words';
import { type Block, name, type ReportColumn, table } from './document';
import { figureText } from './figure-text';

const POOLS: ReportColumn[] = [
  { head: 'pool' },
  { head: 'accelerators' },
  { head: 'instance', isName: true },
  { head: 'nodes', isNumber: true },
  { head: 'capacity' },
  { head: 'fabric' },
  { head: 'IT load, kW', isNumber: true },
  { head: 'USD/h', isNumber: true },
];

/** A cluster: its pools, why they are what they are, its control planes and its stores. */
export function clusterBlocks(cluster: ClusterDesign): Block[] {
  const { purpose, scheduler, version, site, systemPool } = cluster;
  const system =
    systemPool.nodes === 0
      ? 'The cluster has no nodes for its own services.'
      : `Nodes of the cluster's own services: ${number(systemPool.nodes)} × ${systemPool.instanceType}${systemPool.zones.length > 0 ? ` in ${systemPool.zones.join(', ')}` : ''}.`;
  return [
    {
      kind: 'heading',
      id: `cluster-${cluster.name}`,
      name: cluster.name,
      text: `${purpose}, ${scheduler}${version === undefined ? '' : ` ${version}`}, on ${site}`,
    },
    ...table(`Pools of ${cluster.name}`, POOLS, cluster.pools.map(poolRow)),
    { kind: 'text', text: system },
    ...controlPlanes(cluster),
    ...stores(cluster),
    ...reasons(cluster),
  ];
}

function poolRow(pool: PoolDesign) {
  const { nodes, minimumNodes, capacity, rdma, rdmaKind } = pool;
  return [
    name(pool.name),
    `${number(pool.accelerators)} ${pool.acceleratorId}`,
    name(pool.instanceType),
    minimumNodes === nodes ? number(nodes) : `${number(minimumNodes)} to ${number(nodes)}`,
    capacity.mode,
    rdma ? rdmaKind : 'no RDMA',
    figureText(pool.itLoad),
    figureText(pool.priceUsdPerHour),
  ];
}

function controlPlanes({ name: cluster, controlPlanes: planes }: ClusterDesign): Block[] {
  if (planes.length < 2) return [];
  const rows = planes.map((plane) => [
    name(plane.name),
    plane.pools.map((share) => `${share.pool} ${number(share.accelerators)}`).join(', '),
    number(plane.pools.reduce((sum, { groups }) => sum + groups.length, 0)),
    typeof plane.powerBudgetKw === 'number' ? number(plane.powerBudgetKw) : 'no limit is claimed',
  ]);
  const columns = [
    { head: 'control plane' },
    { head: 'accelerators' },
    { head: 'groups', isNumber: true },
    { head: 'kW allotted', isNumber: true },
  ];
  return table(`Control planes of ${cluster}`, columns, rows);
}

function stores({ name: cluster, parallelFileSystems, objectStores }: ClusterDesign): Block[] {
  const rows = [
    ...parallelFileSystems.map(({ name: store, capacityGib, throughputGbps, tier, rdma }) => [
      name(store),
      'parallel file system',
      number(capacityGib / 1024),
      number(throughputGbps),
      `${tier}${rdma ? ', RDMA' : ''}`,
    ]),
    ...objectStores.map(({ name: store }) => [name(store), 'object store', '', '', '']),
  ];
  const columns = [
    { head: 'store' },
    { head: 'kind' },
    { head: 'TiB', isNumber: true },
    { head: 'GB/s', isNumber: true },
    { head: 'tier' },
  ];
  return table(`Stores of ${cluster}`, columns, rows);
}

function reasons({ pools, parallelFileSystems }: ClusterDesign): Block[] {
  const items = [...pools, ...parallelFileSystems].flatMap(({ name: owner, why }) =>
    why.map((sentence) => `${owner}: ${sentence}`),
  );
  return items.length === 0 ? [] : [{ kind: 'fold', title: 'why it is so', blocks: [{ kind: 'list', items }] }];
}

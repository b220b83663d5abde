/** Blueprints of a given size. They alternate between clouds, vendors and capacity modes, as real ones do. */

const POOLS = [
  { site: 'east', model: 'h100-sxm', mode: 'on-demand' },
  { site: 'east', model: 'h200-sxm', mode: 'spot' },
  { site: 'north', model: 'mi300x', mode: 'on-demand' },
  { site: 'north', model: 'h200-sxm', mode: 'spot' },
];

/** `pools` pools, 20 a cluster; every cluster stands on one of the two sites. */
export function blueprintWithPools(pools, poolsPerCluster = 20) {
  const clusters = [];
  for (let first = 0; first < pools; first += poolsPerCluster) {
    const index = first / poolsPerCluster;
    const site = index % 2 === 0 ? 'east' : 'north';
    const kinds = POOLS.filter((pool) => pool.site === site);
    const lines = Array.from({ length: Math.min(poolsPerCluster, pools - first) }, (_, pool) => {
      const { model, mode } = kinds[pool % kinds.length];
      return `      pool-${pool + 1}: { accelerators: { model: ${model}, count: ${8 * ((pool % 4) + 1)} }, capacity: { mode: ${mode} } }`;
    });
    clusters.push(`  cluster-${index + 1}:
    site: ${site}
    purpose: training
    scheduler: kubernetes
    storage:
      datasets: { kind: object }
    pools:
${lines.join('\n')}`);
  }
  return `wattform: 1
name: pools-${pools}
sites:
  east: { target: aws, region: us-east-1, zone: us-east-1a }
  north: { target: azure, region: swedencentral, zone: "1" }
clusters:\n${clusters.join('\n')}\n`;
}

/** An owned hall of that many accelerators, in as many rows as it takes. */
export function blueprintOfHall(count) {
  return `wattform: 1
name: hall-${count}
sites:
  gavle: { target: netbox, region: sweden }
clusters:
  one: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: ${count} } }
`;
}

/** One cluster of one pool with that many accelerators, in an account whose address limit was raised. */
export function blueprintWithAccelerators(count) {
  return `wattform: 1
name: accelerators-${count}
sites:
  east: { target: aws, region: us-east-1, zone: us-east-1a, limits: { cidr-blocks-per-vpc: 16 } }
clusters:
  one:
    site: east
    purpose: training
    scheduler: kubernetes
    accelerators: { model: h100-sxm, count: ${count} }
`;
}

import { stringify } from 'yaml';
import type { HallDesign } from '../../design/hall/types';
import { type ExportFile, LazyFile } from '../file';
import {
  type Blocks,
  blocksOf,
  computeNetwork,
  endpointsByCluster,
  type NodeGroup,
  numbered,
  placesOf,
  type Unit,
  unitsOf,
} from './groups';
import { hostlist } from './hostlist';

const TOP = 'fabric';

/** A switch of Slurm's tree: of its children only one kind is given. */
interface TreeSwitch {
  readonly switch: string;
  readonly children?: string;
  readonly nodes?: string;
}

/**
 * Where the nodes of each cluster stand in the fabric, for Slurm's topology plugins: `topology.yaml` (Slurm 25.05 and later; the
 * form that Topograph writes) with a tree and blocks, and `topology.conf` with the tree for older ones.
 * Forms: slurm.schedmd.com/topology.yaml.html, slurm.schedmd.com/topology.conf.html and NVIDIA/topograph, pkg/translate/yaml.go
 * (Apache-2.0), all read 2026-11-25.
 */
export function slurmFiles(hall: HallDesign): ExportFile[] {
  const network = computeNetwork(hall);
  if (network === undefined) return [];
  const places = placesOf(network);
  return [...endpointsByCluster(hall)].flatMap(([cluster, endpoints]) => {
    const units = unitsOf(endpoints, places);
    if (units.length === 0) return [];
    const tree = treeOf(units, network.tiers);
    return [
      new LazyFile(`slurm/${cluster}/topology.yaml`, () => topologyYaml(tree, blocksOf(endpoints, units, hall))),
      new LazyFile(`slurm/${cluster}/topology.conf`, () => topologyConf(tree)),
    ];
  });
}

/** The top first: then pods under three tiers, then units. */
function treeOf(units: Unit[], tiers: number): TreeSwitch[] {
  const leafs = units.map(({ name, nodes }) => ({ switch: name, nodes: hostlist(nodes) }));
  if (tiers === 1) return leafs;
  const pods = new Map<string, string[]>();
  for (const { name, pod } of units) {
    if (pod === undefined) continue;
    const key = `pod-${numbered(pod)}`;
    pods.set(key, [...(pods.get(key) ?? []), name]);
  }
  const middle = [...pods].map(([name, members]) => ({ switch: name, children: hostlist(members) }));
  const below = middle.length > 0 ? middle : leafs;
  return [{ switch: TOP, children: hostlist(below.map((each) => each.switch)) }, ...middle, ...leafs];
}

function topologyYaml(tree: TreeSwitch[], { groups, scaledUp }: Blocks): string {
  return stringify(
    [
      { topology: 'tree', cluster_default: !scaledUp, tree: { switches: tree } },
      {
        topology: 'block',
        cluster_default: scaledUp,
        block: {
          block_sizes: blockSizes(groups),
          blocks: groups.map(({ name, nodes }) => ({ block: name, nodes: hostlist(nodes) })),
        },
      },
    ],
    { lineWidth: 0 },
  );
}

/** The smallest block and its doublings, up to what the blocks make: what Topograph chooses. */
function blockSizes(blocks: NodeGroup[]): number[] {
  const smallest = Math.min(...blocks.map(({ nodes }) => nodes.length));
  const doublings = Math.floor(Math.log2(blocks.length));
  return Array.from({ length: doublings + 1 }, (_, power) => smallest * 2 ** power);
}

function topologyConf(tree: TreeSwitch[]): string {
  const lines = tree.map(({ switch: name, children, nodes }) =>
    children === undefined ? `SwitchName=${name} Nodes=${nodes}` : `SwitchName=${name} Switches=${children}`,
  );
  return `# Slurm reads this file only where there is no topology.yaml.\n${lines.join('\n')}\n`;
}

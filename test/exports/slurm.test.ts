import fc from 'fast-check';
import { parse } from 'yaml';
import type { HallDesign } from '../../design/hall';
import { hostlist } from '../../exports/slurm/hostlist';
import { cluster, type Designed, designed, HALLS } from './halls';

/** `topology.yaml`, by slurm.schedmd.com/topology.yaml.html and NVIDIA/topograph, pkg/translate/yaml.go. */
interface Topology {
  readonly topology: string;
  readonly cluster_default: boolean;
  readonly tree?: {
    readonly switches: { readonly switch: string; readonly children?: string; readonly nodes?: string }[];
  };
  readonly block?: {
    readonly block_sizes: number[];
    readonly blocks: { readonly block: string; readonly nodes: string }[];
  };
}

/** Reads a hostlist expression, written apart from what spells it. */
function expand(list: string): string[] {
  return [...list.matchAll(/([^,[\]]+)(?:\[([^\]]+)\])?/g)].flatMap(([, prefix = '', ranges]) => {
    if (ranges === undefined) return [prefix];
    return ranges.split(',').flatMap((range) => {
      const [first = '', last = first] = range.split('-');
      const count = Number(last) - Number(first) + 1;
      return Array.from({ length: count }, (_, at) => prefix + String(Number(first) + at).padStart(first.length, '0'));
    });
  });
}

function topologies(files: Designed['files'], name: string): { readonly tree: Topology; readonly block: Topology } {
  const [tree, block] = parse(files[`slurm/${name}/topology.yaml`]!) as [Topology, Topology];
  return { tree, block };
}

const nodesOf = (hall: HallDesign, name: string): string[] =>
  hall.racks.endpoints.filter(({ pool }) => pool.startsWith(`${name}/`)).map((endpoint) => endpoint.name);

/** Nodes under the first switch, following children. */
function reached({ tree }: Topology): string[] {
  const switches = new Map(tree!.switches.map((each) => [each.switch, each]));
  const below = (name: string): string[] => {
    const { children, nodes } = switches.get(name)!;
    return [
      ...(nodes === undefined ? [] : expand(nodes)),
      ...(children === undefined ? [] : expand(children).flatMap(below)),
    ];
  };
  return below(tree!.switches[0]!.switch);
}

describe.each(Object.keys(HALLS))('%s', (name) => {
  const { document, hall, files } = HALLS[name]!();

  test.each(Object.keys(document.clusters))(
    'every server of %s is in one unit and one block, and none of others is',
    (of) => {
      const { tree, block } = topologies(files, of);
      const nodes = nodesOf(hall, of).sort();
      expect(tree.tree!.switches.flatMap((each) => expand(each.nodes ?? '')).sort()).toEqual(nodes);
      expect(block.block!.blocks.flatMap((each) => expand(each.nodes)).sort()).toEqual(nodes);
      expect(reached(tree).sort()).toEqual(nodes);
      expect([tree.cluster_default, block.cluster_default].filter(Boolean)).toHaveLength(1);
      const smallest = Math.min(...block.block!.blocks.map((each) => expand(each.nodes).length));
      block.block!.block_sizes.forEach((size, power) => {
        expect(size).toBe(smallest * 2 ** power);
      });
    },
  );
});

test('servers of a unit share their leafs, those of two units share none', () => {
  const { hall, files } = designed('', cluster('frontier', 'h100-sxm', 1024));
  const units = topologies(files, 'frontier').tree.tree!.switches.filter(({ nodes }) => nodes !== undefined);
  expect(units.length).toBeGreaterThan(1);
  const leafs = new Map<string, Set<string>>();
  for (const { a, b, tier } of hall.fabric.networks[0]!.links) {
    if (tier === 'server-leaf') leafs.set(a.device, (leafs.get(a.device) ?? new Set()).add(b.device));
  }
  const sets = units.map(({ nodes }) => [
    ...new Set(expand(nodes!).map((node) => [...leafs.get(node)!].sort().join())),
  ]);
  expect(sets.map((set) => set.length)).toEqual(units.map(() => 1));
  expect(new Set(sets.flatMap((set) => set[0]!.split(','))).size).toBe(sets.length * 8);
});

test('a rack that is one scale-up domain is a block, and blocks are then the default', () => {
  const { hall, files } = designed('', cluster('frontier', 'gb200', 288));
  const { block } = topologies(files, 'frontier');
  expect(block.cluster_default).toBe(true);
  expect(block.block!.blocks.map((each) => expand(each.nodes).length)).toEqual([18, 18, 18, 18]);
  expect(block.block!.blocks.map((each) => each.block)).toEqual(
    hall.racks.racks.map(({ place }) => `domain-${place.name}`),
  );
  expect(block.block!.block_sizes).toEqual([18, 36, 72]);
});

test('three tiers are a tree of pods', () => {
  const { hall, files } = designed('', cluster('frontier', 'h100-sxm', 9216));
  expect(hall.fabric.networks[0]!.tiers).toBe(3);
  const { tree } = topologies(files, 'frontier');
  const pods = tree.tree!.switches.filter(({ switch: name }) => name.startsWith('pod-'));
  expect(pods.length).toBeGreaterThan(1);
  expect(expand(tree.tree!.switches[0]!.children!)).toEqual(pods.map((pod) => pod.switch));
  expect(reached(tree).sort()).toEqual(nodesOf(hall, 'frontier').sort());
});

test('topology.conf says the same as the tree', () => {
  const { files } = designed('', cluster('frontier', 'h100-sxm', 1024));
  const lines = files['slurm/frontier/topology.conf']!.split('\n').filter((line) => /^SwitchName/.test(line));
  const read = lines.map((line) => Object.fromEntries(line.split(' ').map((field) => field.split('='))));
  const { tree } = topologies(files, 'frontier');
  expect(read.map(({ SwitchName, Switches, Nodes }) => [SwitchName, Switches, Nodes])).toEqual(
    tree.tree!.switches.map((each) => [each.switch, each.children, each.nodes]),
  );
});

test('a hostlist is read back as the names that it folds', () => {
  const name = fc
    .tuple(fc.stringMatching(/^[a-z]{1,3}-?[a-z]?$/), fc.nat(12), fc.integer({ min: 1, max: 4 }))
    .map(([prefix, number, width]) => `${prefix}${String(number).padStart(width, '0')}`);
  const names = fc.array(fc.oneof(name, fc.stringMatching(/^[a-z]{1,8}$/)), { minLength: 1, maxLength: 30 });
  fc.assert(fc.property(names, (list) => expect(expand(hostlist(list))).toEqual(list)));
  expect(hostlist(['a9', 'a10', 'a11', 'b', 'c01', 'c02'])).toBe('a9,a[10-11],b,c[01-02]');
});

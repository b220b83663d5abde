import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { parse } from 'csv-parse/sync';
import type { InstanceType } from '../../../../catalog/instances';
import { target } from '../../../../constructs/targets/aws';
import type { IClusterResources, ISiteResources } from '../../../../constructs/targets/contract';
import {
  type CapacityAsk,
  CapacityMode,
  Placement,
  type PoolAsk,
  Purpose,
  Rdma,
  type SiteAsk,
} from '../../../../design/asks';
import { type Figure, FigureBasis, type NodeGroupDesign, type PoolDesign } from '../../../../design/basis';

/** Designs made by hand, as small as the factories allow. */

export const TAGS = { design: 'demo' };

export function siteAsk(changes: Partial<SiteAsk> = {}): SiteAsk {
  return {
    name: 'virginia',
    path: ['sites', 'virginia'],
    target: 'aws',
    region: 'us-east-1',
    zone: 'us-east-1a',
    administrators: [],
    limits: {},
    ...changes,
  };
}

export function capacityAsk(changes: Partial<CapacityAsk> = {}): CapacityAsk {
  return { mode: CapacityMode.ON_DEMAND, ...changes };
}

export function poolAsk(changes: Partial<PoolAsk> = {}): PoolAsk {
  return {
    name: 'workers',
    path: ['clusters', 'frontier'],
    purpose: Purpose.TRAINING,
    accelerator: { model: 'h100-sxm' },
    count: 16,
    minimum: 16,
    capacity: capacityAsk(),
    fabric: { rdma: Rdma.PREFERRED },
    zones: ['us-east-1a'],
    ...changes,
  };
}

export function figure(value: number | undefined, unit = '1'): Figure {
  return { value, unit, basis: value === null ? FigureBasis.UNKNOWN : FigureBasis.CATALOG, sources: [] };
}

export const GROUPS: NodeGroupDesign[] = [{ key: '1', maxNodes: 2, minNodes: 1 }];

export function poolDesign(changes: Partial<PoolDesign> = {}): PoolDesign {
  return {
    name: 'workers',
    purpose: Purpose.TRAINING,
    acceleratorId: 'h100-sxm',
    acceleratorVendor: 'nvidia',
    acceleratorModel: 'H100 SXM',
    kubernetesResource: 'nvidia.com/gpu',
    instanceType: 'p5.48xlarge',
    acceleratorsPerNode: 8,
    cpuArchitecture: 'x86_64',
    acceleratorsAsked: 16,
    accelerators: 16,
    nodes: 2,
    minimumNodes: 1,
    capacity: capacityAsk(),
    zones: ['us-east-1a'],
    rdma: true,
    rdmaKind: 'EFA',
    placement: Placement.CLUSTER,
    rdmaInterfacesPerNode: figure(32),
    networkCardsPerNode: figure(32),
    vcpus: figure(192),
    memoryGib: figure(2048, 'GiB'),
    localNvmeGb: figure(30400, 'GB'),
    bf16Tflops: figure(undefined, 'TFLOPS'),
    nodePowerKw: figure(10.2, 'kW'),
    itLoad: figure(20.4, 'kW'),
    priceUsdPerHour: figure(undefined, 'USD/h'),
    groups: GROUPS,
    why: [],
    notices: [],
    ...changes,
  };
}

export function instance(changes: Partial<InstanceType> & { readonly instanceType: string }): InstanceType {
  return { cloud: 'aws', class: 'gpu', cpuArchitecture: 'x86_64', source: 'a test', ...changes };
}

/** A site's stack and a cluster's stack, as wattform's own stacks cut them. */
export interface World {
  readonly app: App;
  readonly siteStack: TerraformStack;
  readonly clusterStack: TerraformStack;
  readonly site: ISiteResources;
  readonly cluster: IClusterResources;
}

export interface WorldProps {
  readonly site?: Partial<SiteAsk>;
  readonly fabricAddresses?: number;
  readonly version?: string;
  readonly usesParallelFileSystem?: boolean;
  readonly usesObjectStore?: boolean;
}

export function makeWorld(props: WorldProps = {}): World {
  const app = Testing.app();
  const siteStack = new TerraformStack(app, 'virginia');
  const clusterStack = new TerraformStack(app, 'virginia-frontier');
  const ask = siteAsk(props.site);
  const plan = target.profile.planNetwork(ask, props.fabricAddresses ?? 1000).plan!;
  target.configureProvider(siteStack, { region: ask.region, account: ask.account, tags: TAGS });
  target.configureProvider(clusterStack, { region: ask.region, account: ask.account, tags: TAGS });
  const network = target.createNetwork(new Construct(siteStack, 'network'), {
    name: 'demo-virginia',
    region: ask.region,
    zone: ask.zone,
    plan,
    tags: TAGS,
  });
  const site = target.createSite(new Construct(siteStack, 'site'), {
    name: 'demo-virginia',
    region: ask.region,
    zone: ask.zone,
    account: ask.account,
    administrators: ask.administrators,
    network,
    tags: TAGS,
  });
  const cluster = target.createCluster(new Construct(clusterStack, 'frontier'), {
    name: 'demo-frontier',
    site,
    version: props.version,
    systemPool: target.profile.systemPool(ask),
    plan,
    administrators: ask.administrators,
    region: ask.region,
    zone: ask.zone,
    usesParallelFileSystem: props.usesParallelFileSystem ?? false,
    usesObjectStore: props.usesObjectStore ?? false,
    reservations: [],
    tags: TAGS,
  });
  return { app, siteStack, clusterStack, site, cluster };
}

/** Adds a pool with its fabric to the cluster's stack. */
export function addPool(world: World, pool: PoolDesign, groups: NodeGroupDesign[] = GROUPS) {
  const scope = new Construct(world.clusterStack, pool.name);
  const name = `demo-frontier-${pool.name}`;
  const fabric = target.createFabric(new Construct(scope, 'fabric'), {
    name,
    cluster: world.cluster,
    pool,
    tags: TAGS,
  });
  return target.createNodePool(scope, { name, pool, groups, cluster: world.cluster, fabric, labels: {}, tags: TAGS });
}

type Block = { readonly [key: string]: unknown };

/** One resource as synthesized: loosely typed, because that is what Terraform reads. */
// biome-ignore lint/suspicious/noExplicitAny: the JSON of any resource type
export type Json = any;

export interface Synthesized {
  /** The whole stack as text. */
  readonly text: string;
  readonly json: Json;
  /** Resources of a type, by id. */
  all(type: string): { readonly [id: string]: Json };
  /** The only resource of a type whose id ends so. */
  one(type: string, ending?: string): Json;
}

export function synth(stack: TerraformStack): Synthesized {
  const text = Testing.synth(stack, true);
  const json = JSON.parse(text) as Json;
  const all = (type: string) => (json.resource?.[type] ?? {}) as { readonly [id: string]: Block };
  return {
    text,
    json,
    all,
    one(type, ending = '') {
      const found = Object.entries(all(type)).filter(([id]) => id.endsWith(ending));
      if (found.length !== 1) {
        throw new Error(`${found.length} resources ${type} end in "${ending}": ${Object.keys(all(type)).join(', ')}`);
      }
      return found[0]![1];
    },
  };
}

/** Rows of the catalog's AWS instance types, with nothing but what the tests here need. */
export function catalogInstances(): InstanceType[] {
  const text = readFileSync(join(__dirname, '../../../../catalog/data/instances.csv'), 'utf8');
  const rows = parse(text, { columns: true }) as { [column: string]: string }[];
  return rows
    .filter((row) => row['cloud'] === 'aws')
    .map((row) => ({
      cloud: 'aws',
      instanceType: row['instance_type']!,
      class: row['class']!,
      acceleratorId: row['accelerator_id'] || undefined,
      acceleratorCount: optional(row['accelerator_count']),
      vcpus: optional(row['vcpus']),
      localNvmeGb: optional(row['local_nvme_gb']),
      rdmaKind: row['rdma_kind'] || undefined,
      rdmaInterfaces: optional(row['rdma_interfaces']),
      maxNetworkCards: optional(row['max_network_cards']),
      cpuArchitecture: row['cpu_arch'] || undefined,
      onDemandUsdPerHour: price(row['on_demand_usd_h']),
      capacityBlockUsdPerHour: price(row['capacity_block_usd_h']),
      placementConstraints: row['placement_constraints'] || undefined,
      source: row['source']!,
    }));
}

function optional(cell: string | undefined): number | undefined {
  return cell ? Number(cell) : undefined;
}

function price(cell: string | undefined): { from: number; to: number } | undefined {
  if (!cell) {
    return undefined;
  }
  const [from, to] = cell.split('-').map(Number);
  return { from: from!, to: to ?? from! };
}

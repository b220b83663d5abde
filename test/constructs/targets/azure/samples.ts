import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import type { InstanceType } from '../../../../catalog/instances';
import { target } from '../../../../constructs/targets/azure';
import { profile } from '../../../../constructs/targets/azure/profile';
import type {
  IClusterResources,
  INetworkResources,
  ISiteResources,
  NodePoolRequest,
} from '../../../../constructs/targets/contract';
import { type CapacityAsk, CapacityMode, Placement, Purpose, type SiteAsk } from '../../../../design/asks';
import { type Figure, FigureBasis, type NodeGroupDesign, type PoolDesign } from '../../../../design/basis';

export const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
export const ADMINISTRATORS = ['aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'];
export const RESERVATION = `/subscriptions/${SUBSCRIPTION}/resourceGroups/Reserved/providers/Microsoft.Compute/capacityReservationGroups/h100`;
export const TAGS = { owner: 'platform' };

export const siteAsk: SiteAsk = {
  name: 'gavle',
  path: ['sites', 'gavle'],
  target: 'azure',
  region: 'swedencentral',
  zone: '1',
  account: SUBSCRIPTION,
  administrators: ADMINISTRATORS,
  limits: {},
};

export function instance(instanceType: string, more: Partial<InstanceType> = {}): InstanceType {
  return { cloud: 'azure', instanceType, class: 'gpu', source: 'sample', ...more };
}

const figure: Figure = { value: undefined, unit: '1', basis: FigureBasis.UNKNOWN, sources: [] };

const ON_DEMAND: CapacityAsk = { mode: CapacityMode.ON_DEMAND };

export function poolDesign(more: Partial<PoolDesign> = {}): PoolDesign {
  return {
    name: 'workers',
    purpose: Purpose.TRAINING,
    acceleratorId: 'h100-sxm',
    acceleratorVendor: 'NVIDIA',
    acceleratorModel: 'H100 SXM5 80GB',
    kubernetesResource: 'nvidia.com/gpu',
    instanceType: 'Standard_ND96isr_H100_v5',
    acceleratorsPerNode: 8,
    cpuArchitecture: 'x86_64',
    acceleratorsAsked: 64,
    accelerators: 64,
    nodes: 8,
    minimumNodes: 8,
    capacity: ON_DEMAND,
    zones: ['1'],
    rdma: true,
    rdmaKind: 'InfiniBand NDR',
    placement: Placement.CLUSTER,
    rdmaInterfacesPerNode: figure,
    networkCardsPerNode: figure,
    vcpus: figure,
    memoryGib: figure,
    localNvmeGb: figure,
    bf16Tflops: figure,
    nodePowerKw: figure,
    itLoad: figure,
    priceUsdPerHour: figure,
    groups: [{ key: '1', maxNodes: 8, minNodes: 8 }],
    why: [],
    notices: [],
    ...more,
  };
}

export const mi300x: Partial<PoolDesign> = {
  name: 'large',
  acceleratorId: 'mi300x',
  acceleratorVendor: 'AMD',
  acceleratorModel: 'MI300X',
  kubernetesResource: 'amd.com/gpu',
  instanceType: 'Standard_ND96isr_MI300X_v5',
};

export const a100Pcie: Partial<PoolDesign> = {
  name: 'small',
  acceleratorId: 'a100-80gb-pcie',
  acceleratorModel: 'A100 80GB PCIe',
  instanceType: 'Standard_NC24ads_A100_v4',
  rdma: false,
  rdmaKind: 'none',
  placement: Placement.NONE,
  zones: ['1', '2'],
};

/** Terraform of one stack, as the engine reads it. */
export interface Synthesized {
  readonly resource: { readonly [type: string]: { readonly [address: string]: Block } };
  readonly data?: { readonly [type: string]: { readonly [address: string]: Block } };
  readonly provider?: { readonly [name: string]: Block[] };
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads attributes by name, whatever their shape
export type Block = { readonly [attribute: string]: any };

/** A stack whose resources' addresses are construct paths joined by `_`, as in wattform's own. */
export class SampleStack extends TerraformStack {
  protected override allocateLogicalId(element: Parameters<TerraformStack['getLogicalId']>[0]): string {
    const node = 'node' in element ? element.node : element;
    // The CDK names what crosses stacks after an address, dots included.
    return node.path.split('/').slice(1).join('_').replaceAll('.', '_');
  }

  public scopeOf(id: string): Construct {
    return new Construct(this, id);
  }

  public synthesized(): Synthesized {
    return JSON.parse(Testing.synth(this, true));
  }
}

/** A stack with the target's provider. */
export function sampleStack(app = Testing.app(), id = 'sample'): SampleStack {
  const stack = new SampleStack(app, id);
  addProvider(stack);
  return stack;
}

export function addProvider(stack: SampleStack): void {
  target.configureProvider(stack, { region: siteAsk.region, account: SUBSCRIPTION, tags: TAGS });
}

export function addNetwork(stack: SampleStack, more: { fabricAddresses?: number; zone?: string; name?: string } = {}) {
  const { plan } = profile.planNetwork(siteAsk, more.fabricAddresses ?? 100);
  return target.createNetwork(stack.scopeOf('network'), {
    name: more.name ?? 'open-gavle',
    region: siteAsk.region,
    zone: 'zone' in more ? more.zone : '1',
    plan: plan!,
    tags: TAGS,
  });
}

export function addSite(stack: SampleStack, network: INetworkResources, name = 'open-gavle'): ISiteResources {
  return target.createSite(stack.scopeOf('site'), {
    name,
    region: siteAsk.region,
    zone: '1',
    account: SUBSCRIPTION,
    administrators: ADMINISTRATORS,
    network,
    tags: TAGS,
  });
}

export function addCluster(
  stack: SampleStack,
  site: ISiteResources,
  more: { reservations?: string[]; version?: string; usesObjectStore?: boolean; name?: string } = {},
): IClusterResources {
  return target.createCluster(stack.scopeOf('cluster'), {
    name: more.name ?? 'open-mixed',
    site,
    version: more.version,
    systemPool: profile.systemPool(siteAsk),
    plan: profile.planNetwork(siteAsk, 100).plan,
    administrators: ADMINISTRATORS,
    region: siteAsk.region,
    zone: '1',
    usesParallelFileSystem: false,
    usesObjectStore: more.usesObjectStore ?? false,
    reservations: more.reservations ?? [],
    tags: TAGS,
  });
}

export function addPool(
  stack: SampleStack,
  cluster: IClusterResources,
  pool: PoolDesign,
  more: Partial<NodePoolRequest> & { groups?: NodeGroupDesign[] } = {},
) {
  const name = `open-mixed-${pool.name}`;
  const fabric = target.createFabric(stack.scopeOf(`fabric-${pool.name}`), { name, cluster, pool, tags: TAGS });
  return target.createNodePool(stack.scopeOf(`pool-${pool.name}`), {
    name,
    pool,
    groups: pool.groups,
    cluster,
    fabric,
    labels: { 'wattform.io/pool': pool.name },
    tags: TAGS,
    ...more,
  });
}

/** A whole site and cluster in one stack, and then what the test adds. */
export function synthesizePool(pool: PoolDesign, more: Partial<NodePoolRequest> = {}): Synthesized {
  const stack = sampleStack();
  const site = addSite(stack, addNetwork(stack));
  const reservations = pool.capacity.reservation === undefined ? [] : [pool.capacity.reservation];
  addPool(stack, addCluster(stack, site, { reservations }), pool, more);
  return stack.synthesized();
}

/** All resources of a type. */
export function all(synthesized: Synthesized, type: string): Block[] {
  return Object.values(synthesized.resource[type] ?? {});
}

/** The one resource of a type. */
export function only(synthesized: Synthesized, type: string): Block {
  const blocks = all(synthesized, type);
  if (blocks.length !== 1) {
    throw new Error(`expected one ${type}, got ${blocks.length}`);
  }
  return blocks[0];
}

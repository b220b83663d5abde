import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import type { BlueprintDocument } from '../blueprints/language/document';
import { Accelerator } from '../constructs/accelerator';
import { Capacity } from '../constructs/capacity';
import { Cluster } from '../constructs/cluster';
import type { NodePoolOptions } from '../constructs/node-pool';
import { WorkloadIdentity } from '../constructs/workload-identity';
import { Rdma } from '../design/asks';
import {
  type ClusterDesign,
  type ControlPlaneDesign,
  FigureBasis,
  type PoolDesign,
  type PoolShare,
} from '../design/basis';
import type { SiteStack } from './site-stack';
import { tagsOf } from './tags';
import { WattformStack } from './wattform-stack';

/** The service account whose pods may use the cluster's object stores. */
const DATA_NAMESPACE = 'workloads';
const DATA_SERVICE_ACCOUNT = 'data';

export interface ControlPlaneStackProps {
  readonly document: BlueprintDocument;
  readonly siteStack: SiteStack;
  readonly cluster: ClusterDesign;
  readonly controlPlane: ControlPlaneDesign;
}

/** One control plane with its pools. */
export class ControlPlaneStack extends WattformStack {
  public readonly cluster: Cluster;

  constructor(scope: Construct, id: string, props: ControlPlaneStackProps) {
    const { document, siteStack, cluster: design, controlPlane } = props;
    super(scope, id, { design: document.name, state: document.state });
    // Said here, so that the order stands in the manifest even where a target needs no value of the site's.
    this.addDependency(siteStack);
    const stores = siteStack.storesOf(design.name);
    const pools = new Map(design.pools.map((pool) => [pool.name, pool]));
    this.cluster = new Cluster(this, controlPlane.name, {
      site: siteStack.site,
      purpose: design.purpose,
      version: design.version,
      systemPool: design.systemPool,
      reservations: reservationsOf(controlPlane.pools.map((share) => pools.get(share.pool)!)),
      parallelFileSystems: stores.parallelFileSystems,
      objectStores: stores.objectStores,
      powerBudgetKw: controlPlane.powerBudgetKw,
      claimsPowerLimit: controlPlane.powerBudgetKw !== undefined,
      physicalName: `${document.name}-${controlPlane.name}`,
      tags: tagsOf(document, { site: design.site, cluster: design.name }),
    });
    for (const share of controlPlane.pools) {
      this.cluster.addNodePool(share.pool, optionsOf(pools.get(share.pool)!, share));
    }
    if (stores.objectStores.length > 0) {
      this.addDataIdentity(stores.objectStores);
    }
    new TerraformOutput(this, 'cluster-name', { value: this.cluster.resources.clusterName });
    new TerraformOutput(this, 'cluster-endpoint', { value: this.cluster.resources.endpoint });
  }

  private addDataIdentity(objectStores: WorkloadIdentityStores): void {
    const identity = new WorkloadIdentity(new Construct(this.cluster, 'identity'), DATA_SERVICE_ACCOUNT, {
      cluster: this.cluster,
      namespace: DATA_NAMESPACE,
      serviceAccount: DATA_SERVICE_ACCOUNT,
      objectStores,
    });
    new TerraformOutput(this, 'data-principal', {
      value: identity.resources.principal,
      description: `what service account ${DATA_NAMESPACE}/${DATA_SERVICE_ACCOUNT} acts as`,
    });
  }
}

type WorkloadIdentityStores = ConstructorParameters<typeof WorkloadIdentity>[2]['objectStores'] & object;

function reservationsOf(pools: PoolDesign[]): string[] {
  const ids = pools.flatMap((pool) => (pool.capacity.reservation === undefined ? [] : [pool.capacity.reservation]));
  return [...new Set(ids)].sort();
}

/** What the whole design decided, said again to the construct, so that it decides nothing anew. */
function optionsOf(pool: PoolDesign, share: PoolShare): NodePoolOptions {
  const stated = pool.nodePowerKw.basis === FigureBasis.STATED ? pool.nodePowerKw.value : undefined;
  return {
    accelerator: Accelerator.named(pool.acceleratorId),
    count: share.accelerators,
    minimum: share.minimumAccelerators,
    capacity: Capacity.of(pool.capacity),
    rdma: pool.rdma ? Rdma.REQUIRED : Rdma.NONE,
    placement: pool.placement,
    zones: pool.zones,
    instanceType: pool.instanceType,
    nodePowerKw: stated,
    groups: share.groups,
  };
}

import { Construct } from 'constructs';
import { designPool } from '../design';
import { CapacityMode, type Placement, type PoolAsk, Rdma } from '../design/asks';
import type { NodeGroupDesign, PoolDesign } from '../design/basis';
import type { Accelerator } from './accelerator';
import { Capacity } from './capacity';
import type { ICluster } from './cluster';
import { Fabric, type IFabric } from './fabric';
import { hideImplementation, implementationScope } from './implementation';
import { throwRefusals } from './refusal';
import type { INodePoolResources, INodePoolTransform } from './targets/contract';

export interface NodePoolOptions {
  readonly accelerator: Accelerator;
  /** Accelerators at most. */
  readonly count: number;
  /** Accelerators that the autoscaler keeps at least. @default - `count`; 0 for a capacity block */
  readonly minimum?: number;
  /** @default Capacity.onDemand() */
  readonly capacity?: Capacity;
  /** Whether accelerators talk by RDMA. @default Rdma.PREFERRED */
  readonly rdma?: Rdma;
  /** The most oversubscription allowed; 1 is non-blocking. @default - not asked */
  readonly oversubscription?: number;
  /** @default - close together where RDMA is used and the mode allows */
  readonly placement?: Placement;
  /** Zones of the nodes; one only where RDMA is used. @default - the site's zone */
  readonly zones?: string[];
  /** @default - the design's choice */
  readonly instanceType?: string;
  /** kW of one node at full load, when you know better than the catalog. @default - the catalog's figure or estimate */
  readonly nodePowerKw?: number;
  /** A fabric to join. @default - one of the pool's own */
  readonly fabric?: IFabric;
  /** Node groups, when a larger design has split the pool. @default - the design's split of this pool */
  readonly groups?: NodeGroupDesign[];
  /** Labels of the nodes beside the target's own. @default - none */
  readonly labels?: { readonly [key: string]: string };
  /** Called with every resource that is made. @default - none */
  readonly transform?: INodePoolTransform;
}

export interface NodePoolProps extends NodePoolOptions {
  readonly cluster: ICluster;
}

/** Nodes of one kind with accelerators of one model. */
export class NodePool extends Construct {
  /** Every number that follows from what was asked. */
  public readonly design: PoolDesign;
  public readonly fabric: IFabric;
  public readonly resources: INodePoolResources;
  /** The groups that stand on this cluster. */
  public readonly groups: NodeGroupDesign[];

  /** @throws when the design refuses what is asked, with what, allowed and fix */
  constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    const { cluster } = props;
    const { site } = cluster;
    const ask = askOf(id, props);
    const reservation = ask.capacity.reservation;
    if (reservation !== undefined && !cluster.reservations.includes(reservation)) {
      throw new Error(
        `${this.node.path}: reservation "${reservation}" is not among the cluster's reservations (${
          cluster.reservations.join(', ') || 'none'
        }); list it in ClusterProps.reservations, so that permission to use it stands before the pool`,
      );
    }
    const result = designPool(ask, site.ask, { catalog: site._catalog, profile: site.target.profile });
    throwRefusals(this.node.path, result.findings);
    this.design = result.design!;
    this.groups = props.groups ?? this.design.groups;

    const physicalName = `${cluster.physicalName}-${id}`;
    this.fabric =
      props.fabric ??
      new Fabric(this, 'fabric', {
        target: site.target,
        cluster: cluster.resources,
        design: this.design,
        physicalName,
        tags: cluster.tags,
      });

    const implementation = implementationScope(this);
    this.resources = site.target.createNodePool(implementation, {
      name: physicalName,
      pool: this.design,
      groups: this.groups,
      cluster: cluster.resources,
      fabric: this.fabric.resources,
      labels: props.labels ?? {},
      transform: props.transform,
      tags: cluster.tags,
    });
    hideImplementation(this, implementation);
  }
}

function askOf(id: string, props: NodePoolProps): PoolAsk {
  const { site } = props.cluster;
  const capacity = (props.capacity ?? Capacity.onDemand()).ask;
  return {
    name: id,
    path: ['clusters', props.cluster.node.id, 'pools', id],
    purpose: props.cluster.purpose,
    accelerator: props.accelerator.ask,
    count: props.count,
    minimum: props.minimum ?? (capacity.mode === CapacityMode.BLOCK ? 0 : props.count),
    capacity,
    fabric: {
      rdma: props.rdma ?? Rdma.PREFERRED,
      oversubscription: props.oversubscription,
      placement: props.placement,
    },
    zones: props.zones ?? (site.ask.zone === undefined ? [] : [site.ask.zone]),
    instanceType: props.instanceType,
    nodePowerKw: props.nodePowerKw,
  };
}

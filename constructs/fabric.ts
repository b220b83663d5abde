import { Construct, type IConstruct } from 'constructs';
import type { PoolDesign } from '../design/basis';
import { hideImplementation, implementationScope } from './implementation';
import type { IClusterResources, IFabricResources, ITarget } from './targets/contract';

/** The network between accelerators, as a place: one zone, one placement, one path for RDMA. */
export interface IFabric extends IConstruct {
  readonly resources: IFabricResources;
}

export interface FabricProps {
  readonly target: ITarget;
  readonly cluster: IClusterResources;
  /** The pool that it is made for; others of the same zone may join it. */
  readonly design: PoolDesign;
  readonly physicalName: string;
  readonly tags: { readonly [key: string]: string };
}

/** Placement and security of the network between one pool's accelerators. */
export class Fabric extends Construct implements IFabric {
  public readonly resources: IFabricResources;

  constructor(scope: Construct, id: string, props: FabricProps) {
    super(scope, id);
    const implementation = implementationScope(this);
    this.resources = props.target.createFabric(implementation, {
      name: props.physicalName,
      cluster: props.cluster,
      pool: props.design,
      tags: props.tags,
    });
    hideImplementation(this, implementation);
  }
}

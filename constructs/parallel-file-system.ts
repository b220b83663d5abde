import { Construct, type IConstruct } from 'constructs';
import type { ParallelFileSystemDesign } from '../design/basis';
import { hideImplementation, implementationScope } from './implementation';
import { throwRefusals } from './refusal';
import type { ISite } from './site';
import type { IStoreResources } from './targets/contract';

/** A file system that many nodes read and write at once. */
export interface IParallelFileSystem extends IConstruct {
  readonly resources: IStoreResources;
}

export interface ParallelFileSystemProps {
  readonly site: ISite;
  /** What is bought, when it is decided already. @default - what the target sells for the rest of these props */
  readonly design?: ParallelFileSystemDesign;
  /** Usable size, GiB; rounded up to what the target sells. */
  readonly capacityGib: number;
  /** Aggregate throughput, GB/s. @default - the smallest tier that the target sells */
  readonly throughputGbps?: number;
  /** Whether clients reach it over the RDMA fabric, where the target can. @default false */
  readonly rdma?: boolean;
  /** @default - the site's zone */
  readonly zone?: string;
  /** @default - `<site's name>-<id>` */
  readonly physicalName?: string;
}

/** Scratch for training: checkpoints and shards, in the fabric's zone. */
export class ParallelFileSystem extends Construct implements IParallelFileSystem {
  /** What is bought, and why. */
  public readonly design: ParallelFileSystemDesign;
  public readonly resources: IStoreResources;

  /** @throws when the target sells nothing that gives what is asked */
  constructor(scope: Construct, id: string, props: ParallelFileSystemProps) {
    super(scope, id);
    const { site } = props;
    this.design = props.design ?? this.plan(id, props);
    const implementation = implementationScope(this);
    this.resources = site.target.createParallelFileSystem(implementation, {
      name: props.physicalName ?? `${site.physicalName}-${id}`,
      site: site.resources,
      design: this.design,
      tags: site.tags,
    });
    hideImplementation(this, implementation);
  }

  private plan(id: string, props: ParallelFileSystemProps): ParallelFileSystemDesign {
    const { site } = props;
    const result = site.target.profile.planParallelFileSystem({
      name: id,
      path: ['storage', id],
      capacityGib: props.capacityGib,
      throughputGbps: props.throughputGbps,
      rdma: props.rdma ?? false,
      zone: props.zone ?? site.ask.zone,
    });
    throwRefusals(this.node.path, result.findings);
    return result.design!;
  }
}

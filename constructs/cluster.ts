import { Construct, type IConstruct } from 'constructs';
import { Purpose } from '../design/asks';
import type { SystemPoolDesign } from '../design/basis';
import { hideImplementation, implementationScope } from './implementation';
import { NodePool, type NodePoolOptions } from './node-pool';
import type { IObjectStore } from './object-store';
import type { IParallelFileSystem } from './parallel-file-system';
import { PowerLimits } from './power-limits';
import type { ISite } from './site';
import type { IClusterResources } from './targets/contract';

/** A cluster that pools can join. */
export interface ICluster extends IConstruct {
  readonly site: ISite;
  readonly purpose: Purpose;
  readonly physicalName: string;
  readonly reservations: string[];
  readonly resources: IClusterResources;
  readonly tags: { readonly [key: string]: string };
}

export interface ClusterProps {
  readonly site: ISite;
  /** @default Purpose.TRAINING */
  readonly purpose?: Purpose;
  /** Kubernetes minor version, "1.34". @default - the cloud's current default */
  readonly version?: string;
  /** @default - the target's rule for the site */
  readonly systemPool?: SystemPoolDesign;
  /** Capacity that its pools will use: permission to use it must stand before the pools. @default - none */
  readonly reservations?: string[];
  /** File systems that will be mounted: their driver is installed with the cluster. @default - none */
  readonly parallelFileSystems?: IParallelFileSystem[];
  /** Object stores that will be mounted. @default - none */
  readonly objectStores?: IObjectStore[];
  /** The cluster's part of the site's allotment, kW. @default - all of it */
  readonly powerBudgetKw?: number;
  /** False where a pool's power is unknown: a limit that cannot be held is not claimed. @default true */
  readonly claimsPowerLimit?: boolean;
  /** @default - `<site's name>-<id>` */
  readonly physicalName?: string;
  /** @default - the site's */
  readonly tags?: { readonly [key: string]: string };
}

/** A Kubernetes cluster: control plane, system pool, and pools of accelerators. */
export class Cluster extends Construct implements ICluster {
  public readonly site: ISite;
  public readonly purpose: Purpose;
  public readonly physicalName: string;
  public readonly reservations: string[];
  public readonly resources: IClusterResources;
  public readonly tags: { readonly [key: string]: string };
  private readonly limits?: PowerLimits;
  private readonly ownPools: NodePool[] = [];
  // A level of their own: a pool may bear any name without meeting one of the control plane's resources.
  private readonly poolScope: Construct;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const { site } = props;
    const { target } = site;
    this.site = site;
    this.purpose = props.purpose ?? Purpose.TRAINING;
    this.physicalName = props.physicalName ?? `${site.physicalName}-${id}`;
    this.reservations = [...(props.reservations ?? [])];
    this.tags = props.tags ?? site.tags;

    target.configureProvider(this, { region: site.ask.region, account: site.ask.account, tags: this.tags });
    const implementation = implementationScope(this);
    this.resources = target.createCluster(implementation, {
      name: this.physicalName,
      site: site.resources,
      version: props.version,
      systemPool: props.systemPool ?? target.profile.systemPool(site.ask),
      plan: site.plan,
      administrators: site.ask.administrators,
      region: site.ask.region,
      zone: site.ask.zone,
      usesParallelFileSystem: (props.parallelFileSystems ?? []).length > 0,
      usesObjectStore: (props.objectStores ?? []).length > 0,
      reservations: this.reservations,
      tags: this.tags,
    });
    hideImplementation(this, implementation);
    this.poolScope = new Construct(this, 'pool');

    const budget = props.powerBudgetKw ?? site.ask.allotmentKw;
    if (budget !== undefined && (props.claimsPowerLimit ?? true)) {
      this.limits = PowerLimits.ofCluster(this, budget);
    }
  }

  /** Pools in the order in which they were added. */
  public get pools(): NodePool[] {
    return [...this.ownPools];
  }

  /**
   * Adds nodes of one kind.
   * @throws when the design refuses them, or when they could draw more than the cluster's power budget
   */
  public addNodePool(id: string, options: NodePoolOptions): NodePool {
    const pool = new NodePool(this.poolScope, id, { ...options, cluster: this });
    this.limits?.addPool(pool);
    this.ownPools.push(pool);
    return pool;
  }
}

import type { Finding, Path } from '../../../blueprints/language/finding';
import type { InstanceType } from '../../../catalog/instances';
import type { CapacityAsk, ParallelFileSystemAsk, PoolAsk, SiteAsk } from '../../../design/asks';
import type { SystemPoolDesign } from '../../../design/basis';
import {
  type ControlPlaneLimits,
  Feature,
  type ITargetProfile,
  type Limit,
  type NetworkPlanResult,
  type ParallelFileSystemResult,
  type QuotaUse,
  type Refusal,
} from '../../../design/target-profile';
import { PLANNED_ADDRESSES } from './addresses';
import { planLustre } from './file-system-plan';
import { refuseInstanceType } from './instances';
import { AWS_CONTROL_PLANE_LIMITS, AWS_LIMITS, AwsLimit } from './limits';
import { planSiteNetwork } from './network-plan';
import { quotasOfNode } from './quotas';
import { checkCapacityAsk } from './reservations';
import { checkAwsSite } from './site-checks';
import { systemZonesOf } from './zones';

/** Eight vCPUs hold the cluster's services with room for an upgrade; a choice of ours, three of them so that a zone may fail. */
const SYSTEM_INSTANCE_TYPE = 'm7i.2xlarge';
const SYSTEM_NODES = 3;

/** What the design must know of AWS. Pure: it loads neither the CDK nor a binding. */
export class AwsProfile implements ITargetProfile {
  public readonly name = 'aws';
  public readonly cloud = 'aws';
  public readonly features: Feature[] = [
    Feature.SCHEDULER_KUBERNETES,
    Feature.CAPACITY_ON_DEMAND,
    Feature.CAPACITY_SPOT,
    Feature.CAPACITY_RESERVED,
    Feature.CAPACITY_BLOCK,
    Feature.FABRIC_RDMA,
    Feature.STORAGE_PARALLEL,
    Feature.STORAGE_OBJECT,
    Feature.NETWORK_EXISTING,
    Feature.IDENTITY_WORKLOAD,
    Feature.OBSERVABILITY_METRICS,
  ];
  public readonly limits: Limit[] = AWS_LIMITS;
  public readonly controlPlaneLimits: ControlPlaneLimits = AWS_CONTROL_PLANE_LIMITS;

  public checkSite(site: SiteAsk): Finding[] {
    return checkAwsSite(site);
  }

  public refuseInstance(instance: InstanceType, ask: PoolAsk): Refusal | undefined {
    return refuseInstanceType(instance, ask);
  }

  public checkCapacity(capacity: CapacityAsk, path: Path): Finding[] {
    return checkCapacityAsk(capacity, path);
  }

  public systemZones(site: SiteAsk): string[] {
    return systemZonesOf(site);
  }

  public systemPool(site: SiteAsk): SystemPoolDesign {
    return { instanceType: SYSTEM_INSTANCE_TYPE, nodes: SYSTEM_NODES, zones: systemZonesOf(site) };
  }

  public nodesPerGroupLimit(): string {
    return AwsLimit.NODES_PER_GROUP;
  }

  public quotasPerNode(instance: InstanceType, capacity: CapacityAsk): QuotaUse[] {
    return quotasOfNode(instance, capacity);
  }

  public addressesPerNode(): number {
    return PLANNED_ADDRESSES;
  }

  public planNetwork(site: SiteAsk, fabricAddresses: number): NetworkPlanResult {
    return planSiteNetwork(site, fabricAddresses);
  }

  public planParallelFileSystem(ask: ParallelFileSystemAsk): ParallelFileSystemResult {
    return planLustre(ask);
  }
}

export const profile: ITargetProfile = new AwsProfile();

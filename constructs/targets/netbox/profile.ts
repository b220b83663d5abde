import { HALL } from '../../../catalog';
import { Feature, type ITargetProfile } from '../../../design/target-profile';
import { CONTROL_PLANE_LIMITS, LIMITS, NetboxLimit } from './limits';
import { planNetwork } from './network-plan';
import { checkSite } from './site-rules';

/** What the design must know of owned halls that are recorded in NetBox. Loads without the CDK. */
export const profile: ITargetProfile = {
  name: 'netbox',
  cloud: HALL,
  features: [
    Feature.SCHEDULER_KUBERNETES,
    // What one owns is there: it is neither interrupted nor bought ahead.
    Feature.CAPACITY_ON_DEMAND,
    Feature.FABRIC_RDMA,
    Feature.FACILITY_HALL,
  ],
  namesItsRegions: true,
  // Measured against a live NetBox 4.4.10 with provider 5.7.0 and parallelism 10: 906 resources in 157 s (2026-11-23).
  secondsPerRecord: 157 / 906,
  limits: LIMITS,
  controlPlaneLimits: CONTROL_PLANE_LIMITS,
  checkSite,
  checkCapacity: () => [],
  refuseInstance: () => undefined,
  systemZones: (site) => (site.zone === undefined ? [] : [site.zone]),
  // The services of the cluster run on machines that the hall's owner has; the blueprint does not speak of them.
  systemPool: (site) => ({ instanceType: '', nodes: 0, zones: site.zone === undefined ? [] : [site.zone] }),
  nodesPerGroupLimit: () => NetboxLimit.NODES_PER_CLUSTER,
  quotasPerNode: () => [],
  addressesPerNode: () => 1,
  planNetwork,
  planParallelFileSystem: () => ({ findings: [] }),
};

import type { SiteAsk } from '../../../design/asks';
import { SubnetRole } from '../../../design/basis';
import { Feature, type ITargetProfile, type Limit } from '../../../design/target-profile';

const asOf = '2026-11-23';
const source = 'made up for the tests';

const limits: Limit[] = [
  { id: 'nodes-per-group', value: 10, what: 'nodes in one group', adjustable: true, source, asOf },
  { id: 'nodes-per-cluster', value: 100, what: 'nodes of one cluster', adjustable: false, source, asOf },
  { id: 'groups-per-cluster', value: 8, what: 'groups of one cluster', adjustable: false, source, asOf },
];

/** A partner's cloud: small limits, so that splits show with few nodes, and neither blocks nor parallel storage. */
export const profile: ITargetProfile = {
  name: 'partner',
  cloud: 'oci',
  features: [
    Feature.SCHEDULER_KUBERNETES,
    Feature.CAPACITY_ON_DEMAND,
    Feature.CAPACITY_RESERVED,
    Feature.FABRIC_RDMA,
    Feature.STORAGE_OBJECT,
    Feature.NETWORK_EXISTING,
    Feature.IDENTITY_WORKLOAD,
  ],
  limits,
  controlPlaneLimits: { nodes: 'nodes-per-cluster', groups: 'groups-per-cluster', systemGroups: 1 },
  checkSite: () => [],
  checkCapacity: () => [],
  refuseInstance: () => undefined,
  systemZones: (site) => (site.zone === undefined ? [] : [site.zone]),
  systemPool: (site: SiteAsk) => ({
    instanceType: 'VM.Standard.E4.Flex (8 OCPU / 64 GB)',
    nodes: 3,
    zones: site.zone === undefined ? [] : [site.zone],
  }),
  nodesPerGroupLimit: () => 'nodes-per-group',
  quotasPerNode: (instance) => [{ quota: `${instance.instanceType} count`, unit: 'node', perNode: 1, source }],
  addressesPerNode: () => 1,
  planNetwork: (site, fabricAddresses) => ({
    plan: {
      cidr: site.cidr ?? '10.0.0.0/16',
      secondaryCidrs: [],
      subnets: [
        { key: 'system', role: SubnetRole.SYSTEM, cidr: '10.0.0.0/20' },
        { key: 'fabric-1', role: SubnetRole.FABRIC, cidr: '10.0.128.0/17', zone: site.zone },
      ],
      fabricAddresses,
    },
    findings: [],
  }),
  planParallelFileSystem: () => ({ findings: [] }),
};

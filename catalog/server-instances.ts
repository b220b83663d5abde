import type { InstanceType } from './instances';
import type { ServerType } from './servers';

/** The `cloud` of owned halls: their instance types are the servers that one buys. */
export const HALL = 'hall';

/** A server as the design chooses among instance types: one node of it. It has no list price. */
export function asInstance(server: ServerType): InstanceType {
  const { nodes, ports, maximumKw } = server;
  return {
    cloud: HALL,
    instanceType: server.id,
    class: 'gpu',
    acceleratorId: server.acceleratorId,
    acceleratorModel: server.model,
    acceleratorCount: server.acceleratorsPerNode,
    vcpus: server.vcpusPerNode,
    memoryGib: server.memoryGibPerNode,
    localNvmeGb: server.localNvmeGbPerNode,
    networkGbps: ports.compute * ports.computeGbps + ports.frontend * ports.frontendGbps,
    rdmaKind: ports.compute === 0 ? undefined : `${ports.compute} × ${ports.computeGbps} Gbit/s`,
    rdmaInterfaces: ports.compute,
    maxNetworkCards: ports.compute + ports.frontend + ports.storage,
    cpuArchitecture: server.cpuArchitecture,
    nodePowerKw: maximumKw === undefined ? undefined : maximumKw / nodes,
    powerBasis: server.powerBasis,
    source: server.source,
    notes: server.notes,
  };
}

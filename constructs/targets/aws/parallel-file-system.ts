import { FsxLustreFileSystem } from '@cdktf/provider-aws/lib/fsx-lustre-file-system';
import type { Construct } from 'constructs';
import type { ParallelFileSystemRequest } from '../contract';
import { createLogGroup } from './log-group';
import { allowBetween, createSecurityGroup } from './security-groups';
import { AwsSite } from './site';
import { AwsFileSystem } from './stores';

const BACKUP_DAYS = 7;
// https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html
const LUSTRE = { description: 'Lustre', from: 988 };
const LUSTRE_BACK = { description: 'Lustre, further connections', from: 1018, to: 1023 };
const EFA = { description: 'Lustre over EFA' };

/**
 * FSx for Lustre, PERSISTENT_2 on SSD. Clients are the members of the site's group of storage clients, which every node joins
 * with every interface: that is also the way of RDMA traffic, whatever pool the node is in. The file system's own group lets
 * its servers speak to each other.
 */
export function createParallelFileSystem(scope: Construct, request: ParallelFileSystemRequest): AwsFileSystem {
  const { name, design, tags } = request;
  const site = AwsSite.of(request.site);
  const clients = site.storageClientsId;
  const group = createSecurityGroup(scope, 'lustre', {
    name: `${name}-lustre`,
    description: 'Servers of one Lustre file system',
    vpcId: site.network.networkId,
    tags,
  });
  if (design.rdma) {
    // EFA asks for all traffic, within the group and with the clients' group; it covers Lustre's own ports.
    allowBetween(scope, 'efa-self', { source: group.id, destination: group.id }, EFA, tags);
    allowBetween(scope, 'efa-clients', { source: clients, destination: group.id }, EFA, tags);
    allowBetween(scope, 'efa-servers', { source: group.id, destination: clients }, EFA, tags);
  } else {
    for (const [id, traffic] of [
      ['lustre', LUSTRE],
      ['lustre-more', LUSTRE_BACK],
    ] as const) {
      allowBetween(scope, `${id}-self`, { source: group.id, destination: group.id }, traffic, tags);
      allowBetween(scope, `${id}-clients`, { source: clients, destination: group.id }, traffic, tags);
      allowBetween(scope, `${id}-servers`, { source: group.id, destination: clients }, traffic, tags);
    }
  }
  const logs = createLogGroup(scope, 'logs', { name: `/aws/fsx/${name}`, keyArn: site.keyArn, tags });
  const fileSystem = new FsxLustreFileSystem(scope, 'file-system', {
    deploymentType: 'PERSISTENT_2',
    storageType: 'SSD',
    fileSystemTypeVersion: '2.15',
    storageCapacity: design.capacityGib,
    perUnitStorageThroughput: Number(design.tier),
    metadataConfiguration: { mode: 'AUTOMATIC' },
    efaEnabled: design.rdma,
    dataCompressionType: 'LZ4',
    kmsKeyId: site.keyArn,
    subnetIds: [site.network.storageSubnetId(design.zone)],
    securityGroupIds: [group.id],
    automaticBackupRetentionDays: BACKUP_DAYS,
    copyTagsToBackups: true,
    logConfiguration: { destination: logs.arn, level: 'WARN_ERROR' },
    timeouts: { create: '3h', update: '24h', delete: '1h' },
    tags: { ...tags, Name: name },
  });
  scope.node.defaultChild = fileSystem;
  return new AwsFileSystem(fileSystem.id, fileSystem.dnsName, fileSystem.mountName);
}

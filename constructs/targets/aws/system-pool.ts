import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { SystemPoolDesign } from '../../../design/basis';
import { addressOf } from './address';
import { systemAmiType } from './images';
import { createTemplate } from './launch-template';
import type { AwsSite } from './site';

const DISK_GIB = 100;

export interface SystemPoolProps {
  readonly name: string;
  readonly clusterName: string;
  readonly site: AwsSite;
  readonly pool: SystemPoolDesign;
  readonly nodeRoleArn: string;
  readonly securityGroupId: string;
  readonly dependsOn: ITerraformDependable[];
  readonly tags: { readonly [key: string]: string };
}

/** CPU nodes over several zones: a stockout in the accelerators' zone does not stop the cluster's services. */
export function createSystemPool(scope: Construct, props: SystemPoolProps): EksNodeGroup {
  const { site, pool, tags } = props;
  const template = createTemplate(scope, 'system-template', {
    name: `${props.name}-system`,
    description: `System nodes of ${props.name}`,
    keyArn: site.keyArn,
    diskGib: DISK_GIB,
    securityGroupIds: [props.securityGroupId, site.storageClientsId],
    tags,
  });
  return new EksNodeGroup(scope, 'system', {
    clusterName: props.clusterName,
    nodeGroupName: 'system',
    nodeRoleArn: props.nodeRoleArn,
    subnetIds: site.network.systemSubnetIds(pool.zones),
    amiType: systemAmiType(pool.instanceType),
    capacityType: 'ON_DEMAND',
    instanceTypes: [pool.instanceType],
    launchTemplate: { id: template.id, version: `\${${addressOf(template)}.latest_version}` },
    scalingConfig: { minSize: pool.nodes, desiredSize: pool.nodes, maxSize: pool.nodes },
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
    labels: { 'wattform.io/pool': 'system' },
    lifecycle: { ignoreChanges: ['scaling_config[0].desired_size'] },
    dependsOn: props.dependsOn,
    tags: { ...tags, Name: `${props.name}-system` },
  });
}

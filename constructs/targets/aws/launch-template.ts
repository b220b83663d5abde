import {
  LaunchTemplate,
  type LaunchTemplateConfig,
  type LaunchTemplateNetworkInterfaces,
} from '@cdktf/provider-aws/lib/launch-template';
import type { Construct } from 'constructs';
import { NameLimit, physicalName } from './names';
import type { Nic } from './nic-layout';

export interface TemplateProps {
  readonly name: string;
  readonly description: string;
  readonly keyArn: string;
  readonly diskGib: number;
  /** Groups of the node, and of its interfaces where there are several. */
  readonly securityGroupIds: string[];
  /** Interfaces, where they are laid out by hand. @default - one, with the groups on the template */
  readonly nics?: Nic[];
  /** What capacity and placement add. */
  readonly extra?: Partial<LaunchTemplateConfig>;
  readonly tags: { readonly [key: string]: string };
}

/**
 * The template of one node pool. Its name is fixed, so that a change is a new version of the same template: replacing the
 * template would replace every node group that uses it.
 */
export function createTemplate(scope: Construct, id: string, props: TemplateProps): LaunchTemplate {
  const name = physicalName(props.name, NameLimit.LAUNCH_TEMPLATE);
  const tags = { ...props.tags, Name: name };
  return new LaunchTemplate(scope, id, {
    name,
    description: props.description,
    updateDefaultVersion: true,
    ebsOptimized: 'true',
    monitoring: { enabled: true },
    // One hop: pods cannot reach the node's credentials. They get their own by Pod Identity.
    metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: '/dev/xvda',
        ebs: {
          deleteOnTermination: 'true',
          encrypted: 'true',
          kmsKeyId: props.keyArn,
          volumeSize: props.diskGib,
          volumeType: 'gp3',
        },
      },
    ],
    // AWS refuses groups on the template beside groups on interfaces.
    ...(props.nics === undefined
      ? { vpcSecurityGroupIds: props.securityGroupIds }
      : { networkInterfaces: props.nics.map((nic) => networkInterface(nic, props.securityGroupIds)) }),
    ...props.extra,
    // Default tags of the provider do not reach what Auto Scaling launches.
    tagSpecifications: ['instance', 'network-interface', 'volume'].map((resourceType) => ({ resourceType, tags })),
    tags,
  });
}

// No subnet: the node group gives it. An interface that outlives its node would hold the security group.
function networkInterface(nic: Nic, securityGroups: string[]): LaunchTemplateNetworkInterfaces {
  const primary = nic.card === 0 && nic.device === 0;
  return {
    networkCardIndex: nic.card,
    deviceIndex: nic.device,
    interfaceType: nic.kind,
    securityGroups,
    deleteOnTermination: 'true',
    ...(primary ? { associatePublicIpAddress: 'false' } : {}),
  };
}

import { EksAddon, type EksAddonPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-addon';
import type { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { CNI_ENVIRONMENT } from './addresses';
import { createRole, type Role } from './iam';
import { keyUse, podTrust, type Statement } from './policy';

const SYSTEM_NAMESPACE = 'kube-system';

export interface AddonContext {
  readonly name: string;
  readonly cluster: EksCluster;
  readonly partition: string;
  readonly keyArn: string;
  readonly tags: { readonly [key: string]: string };
}

/** Add-ons that nodes need to become ready: the pod network and pod identities. */
export function createAddonsBeforeCompute(scope: Construct, context: AddonContext): ITerraformDependable[] {
  const identity = addon(scope, context, { name: 'eks-pod-identity-agent', dependsOn: [] });
  const network = addon(scope, context, {
    name: 'vpc-cni',
    dependsOn: [identity],
    configuration: { env: CNI_ENVIRONMENT, enableNetworkPolicy: 'true' },
    role: {
      id: 'cni-role',
      suffix: '-vpc-cni',
      serviceAccount: 'aws-node',
      managedPolicies: ['AmazonEKS_CNI_Policy'],
    },
  });
  return [identity, network];
}

export interface AfterCompute {
  readonly systemPool: ITerraformDependable;
  readonly parallelFileSystem: boolean;
  readonly objectStore: boolean;
}

/** The other add-ons; those with controllers wait for nodes to run on. */
export function createAddonsAfterCompute(scope: Construct, context: AddonContext, after: AfterCompute): void {
  const dependsOn = [after.systemPool];
  addon(scope, context, { name: 'kube-proxy', dependsOn });
  addon(scope, context, { name: 'coredns', dependsOn });
  // Without it, node repair does not see failing GPUs and EFA interfaces. Its DCGM part tolerates no taint by default.
  addon(scope, context, {
    name: 'eks-node-monitoring-agent',
    dependsOn,
    configuration: { dcgmAgent: { tolerations: [{ operator: 'Exists' }] } },
  });
  addon(scope, context, {
    name: 'aws-ebs-csi-driver',
    dependsOn,
    role: {
      id: 'ebs-role',
      suffix: '-ebs-csi',
      serviceAccount: 'ebs-csi-controller-sa',
      managedPolicies: ['service-role/AmazonEBSCSIDriverPolicy'],
      statements: keyUse(context.keyArn),
    },
  });
  if (after.parallelFileSystem) {
    // Volumes are static, made by the site: the driver looks file systems up and makes none.
    addon(scope, context, {
      name: 'aws-fsx-csi-driver',
      dependsOn,
      role: {
        id: 'fsx-role',
        suffix: '-fsx-csi',
        serviceAccount: 'fsx-csi-controller-sa',
        statements: [{ Effect: 'Allow', Action: ['fsx:DescribeFileSystems'], Resource: ['*'] }],
      },
    });
  }
  if (after.objectStore) {
    // No role of its own: pods mount with their own identity (`authenticationSource: pod`).
    addon(scope, context, {
      name: 'aws-mountpoint-s3-csi-driver',
      dependsOn,
      configuration: { node: { tolerateAllTaints: true } },
    });
  }
}

interface AddonProps {
  readonly name: string;
  readonly dependsOn: ITerraformDependable[];
  readonly configuration?: { readonly [key: string]: unknown };
  readonly role?: AddonRole;
}

interface AddonRole {
  readonly id: string;
  readonly suffix: string;
  readonly serviceAccount: string;
  readonly managedPolicies?: string[];
  readonly statements?: Statement[];
}

function addon(scope: Construct, context: AddonContext, props: AddonProps): EksAddon {
  const role = props.role === undefined ? undefined : addonRole(scope, context, props.name, props.role);
  const dependsOn = [...props.dependsOn, ...(role?.permissions ?? [])];
  const identity: EksAddonPodIdentityAssociation[] =
    role === undefined ? [] : [{ roleArn: role.arn, serviceAccount: props.role!.serviceAccount }];
  return new EksAddon(scope, `addon-${props.name}`, {
    clusterName: context.cluster.name,
    addonName: props.name,
    configurationValues: props.configuration === undefined ? undefined : JSON.stringify(props.configuration),
    podIdentityAssociation: identity.length > 0 ? identity : undefined,
    resolveConflictsOnCreate: 'OVERWRITE',
    resolveConflictsOnUpdate: 'PRESERVE',
    dependsOn: dependsOn.length > 0 ? dependsOn : undefined,
    tags: context.tags,
  });
}

function addonRole(scope: Construct, context: AddonContext, addonName: string, role: AddonRole): Role {
  return createRole(scope, role.id, {
    name: context.name,
    suffix: role.suffix,
    description: `Add-on ${addonName} of ${context.name}`,
    trust: podTrust({
      clusterArn: context.cluster.arn,
      namespace: SYSTEM_NAMESPACE,
      serviceAccount: role.serviceAccount,
    }),
    partition: context.partition,
    managedPolicies: role.managedPolicies,
    statements: role.statements,
    tags: context.tags,
  });
}

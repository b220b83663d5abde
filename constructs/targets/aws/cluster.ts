import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { PrometheusScraper } from '@cdktf/provider-aws/lib/prometheus-scraper';
import { type ITerraformDependable, TerraformIterator } from 'cdktf';
import type { Construct } from 'constructs';
import type { ClusterRequest } from '../contract';
import { readPartition } from './account';
import { createAddonsAfterCompute, createAddonsBeforeCompute } from './addons';
import { AwsCluster } from './cluster-resources';
import { createRole } from './iam';
import { createLogGroup } from './log-group';
import { NameLimit, physicalName } from './names';
import { keyUse, serviceTrust } from './policy';
import { SCRAPE_CONFIGURATION } from './scrape-configuration';
import { allowFromNetwork, createSecurityGroup } from './security-groups';
import { AwsSite } from './site';
import { createSystemPool } from './system-pool';

const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/**
 * An EKS control plane with a private endpoint, its system nodes and add-ons.
 *
 * Deletion protection is off: a cluster holds no data of its own (stores stand in the site's stack), EKS refuses to delete one
 * that has node groups, and `terraform destroy` takes those first, so protection would stop it half way. Turn it on with
 * `addOverride('deletion_protection', true)` on the default child.
 */
export function createCluster(scope: Construct, request: ClusterRequest): AwsCluster {
  const { tags } = request;
  const site = AwsSite.of(request.site);
  const name = physicalName(request.name, NameLimit.EKS_CLUSTER);
  const partition = readPartition(scope);

  // Made first: EKS would make the group itself, without key and retention.
  const logs = createLogGroup(scope, 'logs', { name: `/aws/eks/${name}/cluster`, keyArn: site.keyArn, tags });
  const role = createRole(scope, 'role', {
    name,
    suffix: '-cluster',
    description: `Control plane of ${name}`,
    trust: serviceTrust('eks.amazonaws.com'),
    partition,
    managedPolicies: ['AmazonEKSClusterPolicy'],
    statements: keyUse(site.keyArn),
    tags,
  });
  const access = createSecurityGroup(scope, 'api', {
    name: `${name}-api`,
    description: 'Kubernetes API: HTTPS from the network',
    vpcId: site.network.networkId,
    tags,
  });
  allowFromNetwork(
    scope,
    'api-in',
    access.id,
    site.network.cidr,
    { description: 'Kubernetes API from the network', from: 443 },
    tags,
  );

  const cluster = new EksCluster(scope, 'cluster', {
    name,
    roleArn: role.arn,
    version: request.version,
    bootstrapSelfManagedAddons: false,
    deletionProtection: false,
    enabledClusterLogTypes: LOG_TYPES,
    // The creator stays an administrator whoever else is: changing this flag replaces the cluster.
    accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: true },
    encryptionConfig: { resources: ['secrets'], provider: { keyArn: site.keyArn } },
    kubernetesNetworkConfig:
      request.plan?.serviceCidr === undefined ? undefined : { serviceIpv4Cidr: request.plan.serviceCidr },
    vpcConfig: {
      subnetIds: site.network.systemSubnetIds(),
      securityGroupIds: [access.id],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
    },
    dependsOn: [logs, ...role.permissions],
    tags: { ...tags, Name: name },
  });
  scope.node.defaultChild = cluster;
  createAdministrators(scope, cluster, request.administrators, partition, tags);

  const nodeRole = createRole(scope, 'node-role', {
    name,
    suffix: '-node',
    description: `Nodes of ${name}`,
    trust: serviceTrust('ec2.amazonaws.com'),
    partition,
    managedPolicies: [
      'AmazonEC2ContainerRegistryPullOnly',
      'AmazonEKSWorkerNodePolicy',
      'AmazonSSMManagedInstanceCore',
    ],
    tags,
  });
  const addonContext = { name, cluster, partition, keyArn: site.keyArn, tags };
  const beforeCompute: ITerraformDependable[] = [
    ...createAddonsBeforeCompute(scope, addonContext),
    ...nodeRole.permissions,
  ];
  const securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
  const systemPool = createSystemPool(scope, {
    name,
    clusterName: cluster.name,
    site,
    pool: request.systemPool,
    nodeRoleArn: nodeRole.arn,
    securityGroupId,
    dependsOn: beforeCompute,
    tags,
  });
  createAddonsAfterCompute(scope, addonContext, {
    systemPool,
    parallelFileSystem: request.usesParallelFileSystem,
    objectStore: request.usesObjectStore,
  });
  createScraper(scope, name, cluster, site, tags);

  return new AwsCluster({
    site,
    clusterName: cluster.name,
    clusterArn: cluster.arn,
    endpoint: cluster.endpoint,
    securityGroupId,
    nodeRoleArn: nodeRole.arn,
    partition,
    beforeCompute,
  });
}

function createAdministrators(
  scope: Construct,
  cluster: EksCluster,
  administrators: string[],
  partition: string,
  tags: { readonly [key: string]: string },
): void {
  if (administrators.length === 0) {
    return;
  }
  const administrator = TerraformIterator.fromList(administrators);
  const entry = new EksAccessEntry(scope, 'administrator', {
    forEach: administrator,
    clusterName: cluster.name,
    principalArn: administrator.key,
    type: 'STANDARD',
    tags,
  });
  new EksAccessPolicyAssociation(scope, 'administrator-policy', {
    forEach: administrator,
    clusterName: cluster.name,
    principalArn: administrator.key,
    policyArn: `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
    accessScope: { type: 'cluster' },
    dependsOn: [entry],
  });
}

// With authentication mode API the collector writes its own access entry.
function createScraper(
  scope: Construct,
  name: string,
  cluster: EksCluster,
  site: AwsSite,
  tags: { readonly [key: string]: string },
): void {
  new PrometheusScraper(scope, 'scraper', {
    alias: physicalName(name, NameLimit.PROMETHEUS_ALIAS),
    scrapeConfiguration: SCRAPE_CONFIGURATION,
    source: [
      {
        eks: [
          {
            clusterArn: cluster.arn,
            subnetIds: site.network.systemSubnetIds(),
            securityGroupIds: [cluster.vpcConfig.clusterSecurityGroupId],
          },
        ],
      },
    ],
    destination: [{ amp: [{ workspaceArn: site.workspaceArn }] }],
    tags: { ...tags, Name: name },
  });
}

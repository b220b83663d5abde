import { DataAwsIamRoles } from '@cdktf/provider-aws/lib/data-aws-iam-roles';
import { PrometheusWorkspace } from '@cdktf/provider-aws/lib/prometheus-workspace';
import type { Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import type { ISiteResources, SiteRequest } from '../contract';
import { readAccount } from './account';
import { dataAddressOf } from './address';
import { brandOf, demandBrand } from './brand';
import { AUTO_SCALING_ROLE, AUTO_SCALING_ROLE_PATH, autoScalingStatements, createKey } from './keys';
import { createLogGroup } from './log-group';
import { NameLimit, physicalName } from './names';
import { AwsNetwork } from './network-resources';
import { createSecurityGroup } from './security-groups';

const BRAND = brandOf('site');

interface SiteParts {
  readonly name: string;
  readonly network: AwsNetwork;
  readonly keyArn: string;
  readonly workspaceArn: string;
  readonly storageClientsId: string;
}

/** What all clusters of a site share. */
export class AwsSite implements ISiteResources {
  /** @throws when the site is another target's */
  public static of(site: ISiteResources): AwsSite {
    demandBrand(site, BRAND, 'site');
    return site as AwsSite;
  }

  public readonly name: string;
  public readonly network: AwsNetwork;
  /** Key of disks, secrets, logs, metrics and stores. */
  public readonly keyArn: string;
  /** Amazon Managed Service for Prometheus. */
  public readonly workspaceArn: string;
  /**
   * Security group that all nodes of the site join. Stores stand in the site's stack and clusters in others, so a store
   * cannot name a cluster's group; it names this one. It has no rules but those between itself and each file system.
   */
  public readonly storageClientsId: string;

  public constructor(parts: SiteParts) {
    Object.defineProperty(this, BRAND, { value: true });
    this.name = parts.name;
    this.network = parts.network;
    this.keyArn = parts.keyArn;
    this.workspaceArn = parts.workspaceArn;
    this.storageClientsId = parts.storageClientsId;
  }
}

/** Key, metrics workspace and the security group of storage clients. */
export function createSite(scope: Construct, request: SiteRequest): AwsSite {
  const { name, tags } = request;
  const network = AwsNetwork.of(request.network);
  const account = readAccount(scope);
  const key = createKey(scope, 'key', {
    name,
    description: `Disks, secrets, logs, metrics and stores of ${name}`,
    account,
    region: request.region,
    statements: autoScalingStatements(account),
    lifecycle: { precondition: [autoScalingRoleExists(scope)] },
    tags,
  });
  const logs = createLogGroup(scope, 'metrics-logs', {
    name: `/aws/vendedlogs/prometheus/${name}`,
    keyArn: key.arn,
    tags,
  });
  const workspace = new PrometheusWorkspace(scope, 'metrics', {
    alias: physicalName(name, NameLimit.PROMETHEUS_ALIAS),
    kmsKeyArn: key.arn,
    loggingConfiguration: { logGroupArn: `${logs.arn}:*` },
    tags: { ...tags, Name: name },
  });
  const storageClients = createSecurityGroup(scope, 'storage-clients', {
    name: `${name}-storage-clients`,
    description: 'Nodes that mount file systems of the site',
    vpcId: network.networkId,
    tags,
  });
  scope.node.defaultChild = key;
  return new AwsSite({
    name,
    network,
    keyArn: key.arn,
    workspaceArn: workspace.arn,
    storageClientsId: storageClients.id,
  });
}

// KMS refuses a policy that names a role which does not exist, with an error that does not say which.
function autoScalingRoleExists(scope: Construct): Precondition {
  const roles = new DataAwsIamRoles(scope, 'scaling-roles', {
    nameRegex: `^${AUTO_SCALING_ROLE}$`,
    pathPrefix: AUTO_SCALING_ROLE_PATH,
  });
  return {
    condition: `\${length(${dataAddressOf(roles)}.arns) > 0}`,
    errorMessage: `the account has no role ${AUTO_SCALING_ROLE}, which encrypted nodes need; make it once: aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com`,
  };
}

import type { ITerraformDependable } from 'cdktf';
import type { IClusterResources } from '../contract';
import { brandOf, demandBrand } from './brand';
import type { AwsSite } from './site';

const BRAND = brandOf('cluster');

export interface ClusterParts {
  readonly site: AwsSite;
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly endpoint: string;
  readonly securityGroupId: string;
  readonly nodeRoleArn: string;
  readonly partition: string;
  readonly beforeCompute: ITerraformDependable[];
}

/** An EKS cluster, for the pools and identities that join it. */
export class AwsCluster implements IClusterResources {
  /** @throws when the cluster is another target's */
  public static of(cluster: IClusterResources): AwsCluster {
    demandBrand(cluster, BRAND, 'cluster');
    return cluster as AwsCluster;
  }

  public readonly site: AwsSite;
  public readonly clusterName: string;
  public readonly clusterArn: string;
  public readonly endpoint: string;
  /** The group that EKS makes: control plane and nodes talk through it. */
  public readonly securityGroupId: string;
  public readonly nodeRoleArn: string;
  public readonly partition: string;
  /** What must stand before any node: network and identity add-ons, permissions of the node role. */
  public readonly beforeCompute: ITerraformDependable[];

  public constructor(parts: ClusterParts) {
    Object.defineProperty(this, BRAND, { value: true });
    this.site = parts.site;
    this.clusterName = parts.clusterName;
    this.clusterArn = parts.clusterArn;
    this.endpoint = parts.endpoint;
    this.securityGroupId = parts.securityGroupId;
    this.nodeRoleArn = parts.nodeRoleArn;
    this.partition = parts.partition;
    this.beforeCompute = parts.beforeCompute;
  }
}

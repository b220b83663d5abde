import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { ClusterRequest, IClusterResources } from '../contract';
import { Cluster } from './bindings/cluster';
import { brand, requireBrand } from './brand';
import { list, number, ref, text } from './each';
import { NetboxSite } from './site';

const MARK = Symbol.for('wattform.netbox.cluster');

/** A cluster as NetBox keeps it. What runs on it is installed by whoever owns the hall. */
export class NetboxCluster implements IClusterResources {
  /** @throws when the cluster is another target's */
  public static of(cluster: IClusterResources): NetboxCluster {
    requireBrand(cluster, MARK, 'a cluster');
    return cluster as NetboxCluster;
  }

  public readonly clusterName: string;
  /** NetBox knows no endpoint of a cluster: its place in NetBox. */
  public readonly endpoint: string;
  /** A number. */
  public readonly clusterId: TerraformLocal;

  public constructor(clusterName: string, clusterId: TerraformLocal) {
    brand(this, MARK);
    this.clusterName = clusterName;
    this.endpoint = `virtualization/clusters/\${${ref(clusterId)}}`;
    this.clusterId = clusterId;
  }
}

export function createCluster(scope: Construct, request: ClusterRequest): NetboxCluster {
  const site = NetboxSite.of(request.site);
  const ids = new TerraformLocal(scope, 'kind-ids', site.kinds.ids.expression);
  const cluster = new Cluster(scope, 'cluster', {
    name: request.name,
    clusterTypeId: number(`${ref(ids)}.cluster_type`),
    siteId: site.siteId.asNumber,
    tenantId: number(`${ref(ids)}.tenant`),
    tags: list(`${ref(ids)}.tags`),
  });
  scope.node.defaultChild = cluster;
  return new NetboxCluster(cluster.name, new TerraformLocal(scope, 'id', text(`tonumber(${ref(cluster)}.id)`)));
}

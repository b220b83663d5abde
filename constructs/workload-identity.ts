import { Construct } from 'constructs';
import type { ICluster } from './cluster';
import { hideImplementation, implementationScope } from './implementation';
import type { IObjectStore } from './object-store';
import type { IWorkloadIdentityResources } from './targets/contract';

export interface WorkloadIdentityProps {
  readonly cluster: ICluster;
  /** Kubernetes namespace of the service account. */
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Stores that its pods may read and write. @default - none */
  readonly objectStores?: IObjectStore[];
}

/** Lets the pods of one Kubernetes service account use stores without a stored secret. */
export class WorkloadIdentity extends Construct {
  public readonly resources: IWorkloadIdentityResources;

  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    const { cluster } = props;
    const implementation = implementationScope(this);
    this.resources = cluster.site.target.createWorkloadIdentity(implementation, {
      name: `${cluster.physicalName}-${id}`,
      cluster: cluster.resources,
      namespace: props.namespace,
      serviceAccount: props.serviceAccount,
      objectStores: (props.objectStores ?? []).map((store) => store.resources),
      tags: cluster.tags,
    });
    hideImplementation(this, implementation);
  }
}

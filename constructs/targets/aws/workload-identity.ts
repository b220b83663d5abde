import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import type { Construct } from 'constructs';
import type { IWorkloadIdentityResources, WorkloadIdentityRequest } from '../contract';
import { AwsCluster } from './cluster-resources';
import { createRole } from './iam';
import { podTrust, type Statement } from './policy';
import { AwsObjectStore } from './stores';

export class AwsWorkloadIdentity implements IWorkloadIdentityResources {
  /** ARN of the role. */
  public readonly principal: string;

  public constructor(principal: string) {
    this.principal = principal;
  }
}

/** A role that one service account acts as, by EKS Pod Identity, with access to the named buckets and to nothing else. */
export function createWorkloadIdentity(scope: Construct, request: WorkloadIdentityRequest): AwsWorkloadIdentity {
  const { namespace, serviceAccount, tags } = request;
  const cluster = AwsCluster.of(request.cluster);
  const stores = request.objectStores.map((store) => AwsObjectStore.of(store));
  const role = createRole(scope, 'role', {
    name: request.name,
    suffix: '',
    description: `Service account ${namespace}/${serviceAccount}`,
    trust: podTrust({ clusterArn: cluster.clusterArn, namespace, serviceAccount }),
    partition: cluster.partition,
    statements: storeStatements(stores),
    tags,
  });
  const association = new EksPodIdentityAssociation(scope, 'association', {
    clusterName: cluster.clusterName,
    namespace,
    serviceAccount,
    roleArn: role.arn,
    dependsOn: role.permissions,
    tags,
  });
  scope.node.defaultChild = association;
  return new AwsWorkloadIdentity(role.arn);
}

function storeStatements(stores: AwsObjectStore[]): Statement[] {
  if (stores.length === 0) {
    return [];
  }
  const buckets = stores.map((store) => store.storeId);
  const keys = [...new Set(stores.map((store) => store.keyArn))];
  const services = [...new Set(stores.map((store) => `s3.${store.region}.amazonaws.com`))];
  return [
    { Sid: 'List', Effect: 'Allow', Action: ['s3:GetBucketLocation', 's3:ListBucket'], Resource: buckets },
    {
      Sid: 'ReadWrite',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: buckets.map((bucket) => `${bucket}/*`),
    },
    {
      Sid: 'Key',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: keys,
      Condition: { StringEquals: { 'kms:ViaService': services } },
    },
  ];
}

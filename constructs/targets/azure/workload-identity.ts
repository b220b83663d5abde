import { FederatedIdentityCredential } from '@cdktf/provider-azurerm/lib/federated-identity-credential';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct } from 'constructs';
import type { IWorkloadIdentityResources, WorkloadIdentityRequest } from '../contract';
import { AzureCluster } from './cluster';
import { resourceName } from './names';
import { AzureObjectStore } from './object-store';

/**
 * An identity that one service account of the cluster acts as, with no secret stored. Pods bear the label
 * `azure.workload.identity/use: "true"`, the service account the annotation `azure.workload.identity/client-id`.
 */
export function createWorkloadIdentity(scope: Construct, request: WorkloadIdentityRequest): IWorkloadIdentityResources {
  const cluster = AzureCluster.of(request.cluster);
  const { site } = cluster;
  const identity = new UserAssignedIdentity(scope, 'identity', {
    name: resourceName(request.name, 'workload', 128),
    location: site.region,
    resourceGroupName: site.resourceGroupName,
    tags: request.tags,
  });
  scope.node.defaultChild = identity;
  new FederatedIdentityCredential(scope, 'credential', {
    name: resourceName(request.name, '', 120),
    resourceGroupName: site.resourceGroupName,
    parentId: identity.id,
    issuer: cluster.issuer,
    subject: `system:serviceaccount:${request.namespace}:${request.serviceAccount}`,
    audience: ['api://AzureADTokenExchange'],
  });
  const access = new Construct(scope, 'access');
  for (const each of request.objectStores) {
    const store = AzureObjectStore.of(each);
    new RoleAssignment(access, store.name, {
      scope: store.containerId,
      roleDefinitionName: 'Storage Blob Data Contributor',
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
    });
  }
  return { principal: identity.clientId };
}

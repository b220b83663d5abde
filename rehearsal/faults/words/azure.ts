import { isObject } from '../../host/values';
import { type Asking, type CloudWords, called, Leaves, nameOf, type Refusal, text } from './refusal';

/**
 * Words of Azure. Where they were seen:
 * - no machines: github.com/Azure/AKS/issues/1272 for a region, MicrosoftDocs/azure-docs/issues/41402 for a zone
 * - the quota: github.com/MicrosoftDocs/azure-docs/issues/62378
 * - throttling: github.com/hashicorp/terraform-provider-azurerm/issues/25417; 9 attempts: issue 31893
 * A pool that could not get its machines stands in Azure all the same, and the provider has not written it down: it has to be
 * imported or deleted before the next apply gets past it (github.com/hashicorp/terraform-provider-azurerm/issues/21609).
 */
function noCapacity(what: string): Refusal {
  return {
    leaves: Leaves.ORPHAN,
    said: ({ object }) => {
      const zoned = [object, pool(object)].some(({ zones }) => Array.isArray(zones) && zones.length > 0);
      const [code, where] = zoned ? ['ZonalAllocationFailed', 'zone'] : ['AllocationFailed', 'region'];
      return `creating ${what} (${nameOf(object)}): polling failed: the Azure API returned the following error: Status: "${code}" Message: "Allocation failed. We do not have sufficient capacity for the requested VM size in this ${where}. Read more about improving likelihood of allocation success at http://aka.ms/allocation-guidance"`;
    },
  };
}

/** Looked at before anything is built. */
function noQuota(what: string): Refusal {
  return {
    leaves: Leaves.NOTHING,
    said: (asking) =>
      `creating ${what} (${nameOf(asking.object)}): performing CreateOrUpdate: unexpected status 400 (400 Bad Request) with error: QuotaExceeded: Operation could not be completed as it results in exceeding approved Total Regional Cores quota. Additional details - Deployment Model: Resource Manager, Location: ${location(asking)}, Current Limit: 0, Current Usage: 0.`,
  };
}

export const AZURE_WORDS: CloudWords = {
  machineOf: ({ object }) => text(object['vm_size']) || text(pool(object)['vm_size']),
  machines: ['azurerm_kubernetes_cluster_node_pool'],
  capacity: {
    azurerm_kubernetes_cluster: noCapacity('Kubernetes Cluster'),
    azurerm_kubernetes_cluster_node_pool: noCapacity('Agent Pool'),
  },
  quota: {
    azurerm_kubernetes_cluster: noQuota('Kubernetes Cluster'),
    azurerm_kubernetes_cluster_node_pool: noQuota('Agent Pool'),
  },
  attempts: 9,
  error: (asking) =>
    `creating ${called(asking)}: performing CreateOrUpdate: unexpected status 500 (500 Internal Server Error) with error: InternalServerError: Encountered internal server error.`,
  throttled: (asking) =>
    `creating ${called(asking)}: performing CreateOrUpdate: unexpected status 429 (429 Too Many Requests) with error: RetryableError: A retryable error occurred.`,
};

function pool({ default_node_pool: pools }: Asking['object']): Asking['object'] {
  const one = Array.isArray(pools) ? pools[0] : undefined;
  return isObject(one) ? one : {};
}

function location({ object, lookUp }: Asking): string {
  const cluster = lookUp('azurerm_kubernetes_cluster', object['kubernetes_cluster_id']);
  return text(object['location']) || text(cluster?.state['location']);
}

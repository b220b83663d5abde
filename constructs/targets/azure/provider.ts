import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { ProviderRequest } from '../contract';

const ID = 'azurerm';

/** Resource providers that we use beside those that azurerm registers by itself. */
const REGISTERED = ['Microsoft.Dashboard', 'Microsoft.Monitor', 'Microsoft.StorageCache'];

/**
 * The azurerm provider of the stack, once. A provider of the program's own is left alone; give it the same `features`:
 *
 * - `storage.data_plane_available = false`: store accounts have no public endpoint, so nothing may wait for theirs;
 * - `template_deployment.delete_nested_items_during_deletion = false`: keys are made through Azure Resource Manager, which
 *   cannot delete them; they go with their vault.
 */
export function configureProvider(scope: Construct, request: ProviderRequest): void {
  const stack = TerraformStack.of(scope);
  if (stack.node.tryFindChild(ID) || stack.node.findAll().some((child) => child instanceof AzurermProvider)) {
    return;
  }
  new AzurermProvider(stack, ID, {
    subscriptionId: request.account,
    storageUseAzuread: true,
    resourceProvidersToRegister: REGISTERED,
    features: [
      {
        storage: [{ dataPlaneAvailable: false }],
        templateDeployment: [{ deleteNestedItemsDuringDeletion: false }],
      },
    ],
  });
}

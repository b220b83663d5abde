import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { NetboxProvider } from './bindings/provider';

const ID = 'netbox';

/** s. At the provider's 10 a creation that takes longer leaves an object that no state knows, and the next apply meets it. */
const REQUEST_TIMEOUT = 60;

/**
 * The NetBox provider of the stack, once. Address and token come from its environment (`NETBOX_SERVER_URL`, `NETBOX_API_TOKEN`): no
 * secret stands in a design. A provider of the program's own is left alone.
 */
export function configureProvider(scope: Construct): void {
  const stack = TerraformStack.of(scope);
  if (stack.node.tryFindChild(ID) || stack.node.findAll().some((child) => child instanceof NetboxProvider)) return;
  new NetboxProvider(stack, ID, { requestTimeout: REQUEST_TIMEOUT });
}

import type { Cloud } from './cloud';
import { netBoxOf } from './netbox/service';
import type { Service } from './service';

/** Services that are played by their own rules, by the name of their provider. */
const SERVICES: { readonly [provider: string]: (cloud: Cloud) => Service } = {
  netbox: netBoxOf,
};

/** The service behind a provider, in a cloud that all stacks share. Undefined: only the schema of the provider is known. */
export function serviceOf(provider: string, cloud: Cloud): Service | undefined {
  return SERVICES[provider]?.(cloud);
}

import type { ProviderSchema } from '../host/schema';

/** Read when a stack needs them: together they are a quarter of a megabyte. */
const SHIPPED: { readonly [source: string]: () => ProviderSchema } = {
  'hashicorp/aws': () => require('./aws.json') as ProviderSchema,
  'hashicorp/azurerm': () => require('./azurerm.json') as ProviderSchema,
};

/**
 * The pruned schema of a provider.
 * @param source as in `required_providers`: `aws`, `hashicorp/aws`, or with the host of a public registry
 * @returns undefined when none ships
 */
export function shippedSchema(source: string): ProviderSchema | undefined {
  const parts = source.split('/');
  const address = parts.length === 1 ? `hashicorp/${source}` : parts.slice(-2).join('/');
  const isPublic = parts.length < 3 || /^registry\.(terraform\.io|opentofu\.org)$/.test(parts[0] ?? '');
  return isPublic ? SHIPPED[address]?.() : undefined;
}

import type { ObjectValue, Value } from './values';

/** Where a provider works. */
export interface Account {
  /** AWS: twelve digits. */
  readonly id: string;
  /** AWS: the region of the provider. @default - the provider has none */
  readonly region?: string;
  /** Azure. */
  readonly subscription: string;
  /** Azure. */
  readonly tenant: string;
}

/** The account that the provider is held to, or else one that is nobody's. */
export function accountOf(provider: ObjectValue): Account {
  const allowed = provider['allowed_account_ids'] ?? null;
  return {
    id: text(Array.isArray(allowed) ? (allowed[0] ?? null) : null) ?? '123456789012',
    region: text(provider['region'] ?? null),
    subscription: text(provider['subscription_id'] ?? null) ?? '00000000-0000-4000-8000-000000000001',
    tenant: text(provider['tenant_id'] ?? null) ?? '00000000-0000-4000-8000-000000000002',
  };
}

/** The partition of a region, from how its name begins. */
export function partitionOf(region = ''): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function text(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

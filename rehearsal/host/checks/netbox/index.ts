import type { ProviderRules } from '../rule';
import { NETBOX_NETWORKS } from './networks';
import { NETBOX_RACKS } from './racks';

/** What the provider of NetBox checks of its types while it validates; what NetBox itself refuses is in `host/netbox/`. */
export const NETBOX_RULES: ProviderRules = { ...NETBOX_NETWORKS, ...NETBOX_RACKS };

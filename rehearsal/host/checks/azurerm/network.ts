import { cidr } from '../addresses';
import { conflicting, exactlyOne, needs, onlyWith, valueNeeds } from '../combinations';
import type { ObjectCheck, ProviderRules, ValueCheck } from '../rule';
import { between, lengthOf, oneOf } from '../scalars';
import { networkName } from './names';

/** Azure Virtual Network FAQ: subnets of /2 to /29, in IPv6 of exactly /64. Ranges are written by their first address. */
const SUBNET: ValueCheck = (value) => {
  const isIpv6 = typeof value === 'string' && value.includes(':');
  return (isIpv6 ? cidr({ version: 6, shortest: 64, longest: 64 }) : cidr({ version: 4, shortest: 2, longest: 29 }))(
    value,
  );
};

const PORTS: ValueCheck = (value) => {
  if (typeof value !== 'string' || value === '*') return undefined;
  const ends = value.split('-').map((end) => (/^\d+$/.test(end) ? Number(end) : Number.NaN));
  const valid = ends.length <= 2 && ends.every((end) => end >= 0 && end <= 65_535) && ends[0]! <= (ends[1] ?? 65_535);
  return valid ? undefined : 'a port, a range of ports from 0 to 65535, or *';
};

const RULE: { readonly [argument: string]: ValueCheck } = {
  access: oneOf('Allow', 'Deny'),
  description: lengthOf(0, 140),
  direction: oneOf('Inbound', 'Outbound'),
  priority: between(100, 4096),
  protocol: oneOf('*', 'Tcp', 'Udp', 'Icmp', 'Ah', 'Esp'),
  source_port_range: PORTS,
  source_port_ranges: PORTS,
  destination_port_range: PORTS,
  destination_port_ranges: PORTS,
};

/** The form of a rule inside its group and of a rule that stands alone is the same. */
const PAIRS: readonly ObjectCheck[] = [
  conflicting('source_port_range', 'source_port_ranges'),
  conflicting('destination_port_range', 'destination_port_ranges'),
  conflicting('source_address_prefix', 'source_address_prefixes'),
  conflicting('destination_address_prefix', 'destination_address_prefixes'),
];

/** Provider documentation and its validators; names: "Naming rules and restrictions for Azure resources". */
export const AZURE_NETWORK: ProviderRules = {
  azurerm_nat_gateway: {
    source: 'azurerm/r/nat_gateway',
    values: { name: networkName(1, 80), idle_timeout_in_minutes: between(4, 120), sku_name: oneOf('Standard') },
    together: {
      '': [
        ({ zones = null }) => {
          if (!Array.isArray(zones) || zones.length < 2) return undefined;
          const detail = `got ${zones.length} zones; allowed: one`;
          return { summary: 'Invalid value for "zones"', detail, argument: 'zones' };
        },
      ],
    },
  },
  azurerm_nat_gateway_public_ip_association: { source: 'azurerm/r/nat_gateway_public_ip_association' },
  azurerm_network_security_group: {
    source: 'azurerm/r/network_security_group',
    values: {
      name: networkName(1, 80),
      ...Object.fromEntries(Object.entries(RULE).map(([name, check]) => [`security_rule.${name}`, orEmpty(check)])),
    },
    together: { security_rule: PAIRS },
  },
  azurerm_network_security_rule: {
    source: 'azurerm/r/network_security_rule',
    values: { name: networkName(1, 80), ...RULE },
    together: { '': PAIRS },
  },
  azurerm_private_dns_zone: { source: 'azurerm/r/private_dns_zone', values: { name: lengthOf(1, 253) } },
  azurerm_private_dns_zone_virtual_network_link: {
    source: 'azurerm/r/private_dns_zone_virtual_network_link',
    values: { name: networkName(1, 80), resolution_policy: oneOf('Default', 'NxDomainRedirect') },
  },
  azurerm_private_endpoint: {
    source: 'azurerm/r/private_endpoint',
    values: { 'private_service_connection.request_message': lengthOf(0, 140) },
    together: {
      private_service_connection: [
        exactlyOne('private_connection_resource_id', 'private_connection_resource_alias'),
        onlyWith('request_message', 'is_manual_connection', true),
      ],
    },
  },
  azurerm_proximity_placement_group: {
    source: 'azurerm/r/proximity_placement_group',
    values: { name: networkName(1, 80) },
    together: { '': [needs('zone', 'allowed_vm_sizes')] },
  },
  azurerm_public_ip: {
    source: 'azurerm/r/public_ip',
    values: {
      allocation_method: oneOf('Static', 'Dynamic'),
      ddos_protection_mode: oneOf('Disabled', 'Enabled', 'VirtualNetworkInherited'),
      domain_name_label_scope: oneOf('NoReuse', 'ResourceGroupReuse', 'SubscriptionReuse', 'TenantReuse'),
      idle_timeout_in_minutes: between(4, 30),
      ip_version: oneOf('IPv4', 'IPv6'),
      name: networkName(1, 80),
      sku: oneOf('Basic', 'Standard'),
      sku_tier: oneOf('Regional', 'Global'),
    },
    together: {
      '': [
        valueNeeds('sku', ['Standard', null], 'allocation_method', 'Static'),
        valueNeeds('sku_tier', ['Global'], 'sku', 'Standard', null),
        valueNeeds('ip_version', ['IPv6'], 'allocation_method', 'Static'),
        onlyWith('ddos_protection_plan_id', 'ddos_protection_mode', 'Enabled'),
      ],
    },
  },
  azurerm_subnet: {
    source: 'azurerm/r/subnet',
    values: {
      address_prefixes: SUBNET,
      name: networkName(1, 80),
      private_endpoint_network_policies: oneOf(
        'Disabled',
        'Enabled',
        'NetworkSecurityGroupEnabled',
        'RouteTableEnabled',
      ),
      sharing_scope: oneOf('Tenant'),
    },
    together: { '': [exactlyOne('address_prefixes', 'ip_address_pool')] },
  },
  azurerm_subnet_nat_gateway_association: { source: 'azurerm/r/subnet_nat_gateway_association' },
  azurerm_subnet_network_security_group_association: {
    source: 'azurerm/r/subnet_network_security_group_association',
  },
  azurerm_virtual_network: {
    source: 'azurerm/r/virtual_network',
    values: {
      address_space: cidr(),
      flow_timeout_in_minutes: between(4, 30),
      name: networkName(2, 64),
      private_endpoint_vnet_policies: oneOf('Disabled', 'Basic'),
      'encryption.enforcement': oneOf('DropUnencrypted', 'AllowUnencrypted'),
    },
    together: { '': [exactlyOne('address_space', 'ip_address_pool')] },
  },
};

/** In a rule that is written as an attribute, what is left out may be an empty text. */
function orEmpty(check: ValueCheck): ValueCheck {
  return (value) => (value === '' ? undefined : check(value));
}

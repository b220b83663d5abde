import { address, cidr } from '../addresses';
import { atMost, conflicting, exactlyOne, onlyWith, valueAsksFor, valueNeeds } from '../combinations';
import { azureVmSize } from '../instance-types';
import type { ObjectCheck, ProviderRules, ValueCheck } from '../rule';
import { atLeast, between, lengthOf, matching, oneOf } from '../scalars';
import { linuxSettings } from './linux-settings';

const POOL_NAME = matching(
  /^[a-z][a-z0-9]{0,11}$/,
  'at most 12 lower-case letters and digits, beginning with a letter',
);
const DAYS = oneOf('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday');
const ON_OFF = [true];

/** Of the nodes of a pool, in a pool of its own and in the first one of a cluster. */
const POOL: { readonly [argument: string]: ValueCheck } = {
  gpu_driver: oneOf('Install', 'None'),
  gpu_instance: oneOf('MIG1g', 'MIG2g', 'MIG3g', 'MIG4g', 'MIG7g'),
  kubelet_disk_type: oneOf('OS', 'Temporary'),
  name: POOL_NAME,
  os_disk_size_gb: atLeast(1),
  os_disk_type: oneOf('Ephemeral', 'Managed'),
  scale_down_mode: oneOf('Delete', 'Deallocate'),
  temporary_name_for_rotation: POOL_NAME,
  vm_size: azureVmSize,
  'kubelet_config.container_log_max_line': atLeast(2),
  'kubelet_config.cpu_manager_policy': oneOf('none', 'static'),
  'kubelet_config.image_gc_high_threshold': between(0, 100),
  'kubelet_config.image_gc_low_threshold': between(0, 100),
  'kubelet_config.topology_manager_policy': oneOf('none', 'best-effort', 'restricted', 'single-numa-node'),
  'node_network_profile.allowed_host_ports.protocol': oneOf('TCP', 'UDP'),
  'node_network_profile.allowed_host_ports.port_start': between(1, 65_535),
  'node_network_profile.allowed_host_ports.port_end': between(1, 65_535),
  'upgrade_settings.drain_timeout_in_minutes': between(1, 1440),
  'upgrade_settings.node_soak_duration_in_minutes': between(0, 30),
  'upgrade_settings.undrainable_node_behavior': oneOf('Cordon', 'Schedule'),
  ...linuxSettings,
};

/** Without the autoscaler a pool has a count, and no bounds. */
const scaling: ObjectCheck = (pool) => {
  const scales = pool['auto_scaling_enabled'] ?? null;
  if (scales !== null && scales !== false) return undefined;
  const bound = ['min_count', 'max_count'].find((name) => typeof pool[name] === 'number' && pool[name] !== 0);
  if (bound === undefined) return undefined;
  const detail = `got ${String(pool[bound])}; allowed: only with "auto_scaling_enabled" = true`;
  return { summary: `Invalid value for "${bound}"`, detail, argument: bound };
};

const window = (name: string): { readonly [path: string]: ValueCheck } => ({
  [`${name}.day_of_month`]: between(0, 31),
  [`${name}.day_of_week`]: DAYS,
  [`${name}.duration`]: between(4, 24),
  [`${name}.frequency`]: oneOf('Daily', 'Weekly', 'AbsoluteMonthly', 'RelativeMonthly'),
  [`${name}.week_index`]: oneOf('First', 'Second', 'Third', 'Fourth', 'Last'),
});

/** Provider documentation and its validators. */
export const AZURE_KUBERNETES: ProviderRules = {
  azurerm_kubernetes_cluster: {
    source: 'azurerm/r/kubernetes_cluster',
    values: {
      automatic_upgrade_channel: oneOf('patch', 'rapid', 'node-image', 'stable'),
      dns_prefix: matching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,52}[a-zA-Z0-9])?$/, '1 to 54 letters, digits and hyphens'),
      image_cleaner_interval_hours: between(24, 2160),
      name: matching(
        /^[a-zA-Z0-9]([-_a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/,
        '1 to 63 letters, digits, hyphens and underscores, with a letter or digit at both ends',
      ),
      node_os_upgrade_channel: oneOf('Unmanaged', 'SecurityPatch', 'NodeImage', 'None'),
      sku_tier: oneOf('Free', 'Standard', 'Premium'),
      support_plan: oneOf('KubernetesOfficial', 'AKSLongTermSupport'),
      'api_server_access_profile.authorized_ip_ranges': cidrOrAddress(),
      'auto_scaler_profile.expander': oneOf('least-waste', 'priority', 'most-pods', 'random'),
      'bootstrap_profile.artifact_source': oneOf('Cache', 'Direct'),
      ...Object.fromEntries(Object.entries(POOL).map(([path, check]) => [`default_node_pool.${path}`, check])),
      'default_node_pool.max_count': between(1, 1000),
      'default_node_pool.min_count': between(1, 1000),
      'default_node_pool.node_count': between(1, 1000),
      'default_node_pool.os_sku': oneOf(
        'AzureLinux',
        'AzureLinux3',
        'Ubuntu',
        'Ubuntu2204',
        'Windows2019',
        'Windows2022',
      ),
      'default_node_pool.type': oneOf('VirtualMachineScaleSets'),
      'identity.type': oneOf('SystemAssigned', 'UserAssigned'),
      'key_management_service.key_vault_network_access': oneOf('Public', 'Private'),
      'maintenance_window.allowed.day': DAYS,
      'maintenance_window.allowed.hours': between(0, 23),
      ...window('maintenance_window_auto_upgrade'),
      ...window('maintenance_window_node_os'),
      'network_profile.dns_service_ip': address(),
      'network_profile.ip_versions': oneOf('IPv4', 'IPv6'),
      'network_profile.load_balancer_sku': oneOf('basic', 'standard'),
      'network_profile.network_data_plane': oneOf('azure', 'cilium'),
      'network_profile.network_mode': oneOf('bridge', 'transparent'),
      'network_profile.network_plugin': oneOf('azure', 'kubenet', 'none'),
      'network_profile.network_plugin_mode': oneOf('overlay'),
      'network_profile.network_policy': oneOf('calico', 'azure', 'cilium'),
      'network_profile.outbound_type': oneOf(
        'loadBalancer',
        'userDefinedRouting',
        'managedNATGateway',
        'userAssignedNATGateway',
        'none',
      ),
      'network_profile.pod_cidr': cidr({ anyAddress: true }),
      'network_profile.pod_cidrs': cidr({ anyAddress: true }),
      'network_profile.service_cidr': cidr({ shortest: 12, anyAddress: true }),
      'network_profile.service_cidrs': cidr({ shortest: 12, anyAddress: true }),
      'network_profile.load_balancer_profile.backend_pool_type': oneOf('NodeIP', 'NodeIPConfiguration'),
      'network_profile.load_balancer_profile.idle_timeout_in_minutes': between(4, 100),
      'network_profile.load_balancer_profile.managed_outbound_ip_count': between(1, 100),
      'network_profile.load_balancer_profile.outbound_ports_allocated': between(0, 64_000),
      'network_profile.nat_gateway_profile.idle_timeout_in_minutes': between(4, 120),
      'network_profile.nat_gateway_profile.managed_outbound_ip_count': between(1, 16),
      'service_mesh_profile.mode': oneOf('Istio'),
      'web_app_routing.default_nginx_controller': oneOf('None', 'Internal', 'External', 'AnnotationControlled'),
      'windows_profile.admin_password': lengthOf(14, 123),
      'windows_profile.license': oneOf('Windows_Server'),
    },
    together: {
      '': [
        exactlyOne('dns_prefix', 'dns_prefix_private_cluster'),
        exactlyOne('identity', 'service_principal'),
        valueNeeds('cost_analysis_enabled', ON_OFF, 'sku_tier', 'Standard', 'Premium'),
        valueNeeds('workload_identity_enabled', ON_OFF, 'oidc_issuer_enabled', true),
        valueNeeds('automatic_upgrade_channel', ['node-image'], 'node_os_upgrade_channel', 'NodeImage', null),
        valueAsksFor('local_account_disabled', ON_OFF, 'azure_active_directory_role_based_access_control'),
      ],
      default_node_pool: [scaling, atMost('min_count', 'max_count')],
      network_profile: [
        valueNeeds('network_data_plane', ['cilium'], 'network_plugin', 'azure'),
        valueNeeds('network_plugin_mode', ['overlay'], 'network_plugin', 'azure'),
        valueNeeds('network_policy', ['azure'], 'network_plugin', 'azure'),
        valueNeeds('network_policy', ['cilium'], 'network_data_plane', 'cilium'),
        onlyWith('advanced_networking', 'network_data_plane', 'cilium'),
        onlyWith('load_balancer_profile', 'load_balancer_sku', 'standard', null),
        onlyWith('nat_gateway_profile', 'outbound_type', 'managedNATGateway', 'userAssignedNATGateway'),
      ],
      ingress_application_gateway: [exactlyOne('gateway_id', 'subnet_id', 'subnet_cidr')],
    },
  },
  azurerm_kubernetes_cluster_node_pool: {
    source: 'azurerm/r/kubernetes_cluster_node_pool',
    values: {
      ...POOL,
      eviction_policy: oneOf('Deallocate', 'Delete'),
      max_count: between(0, 1000),
      min_count: between(0, 1000),
      mode: oneOf('System', 'User'),
      node_count: between(0, 1000),
      node_taints: matching(/^[^=:\s]+(=[^=:\s]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$/, 'key=value:Effect'),
      os_sku: oneOf('AzureLinux', 'AzureLinux3', 'Ubuntu', 'Ubuntu2204', 'Windows2019', 'Windows2022'),
      os_type: oneOf('Linux', 'Windows'),
      priority: oneOf('Regular', 'Spot'),
      workload_runtime: oneOf('OCIContainer', 'WasmWasi', 'KataMshvVmIsolation'),
    },
    together: {
      '': [
        scaling,
        atMost('min_count', 'max_count'),
        onlyWith('eviction_policy', 'priority', 'Spot'),
        onlyWith('spot_max_price', 'priority', 'Spot'),
        onlyWith('windows_profile', 'os_type', 'Windows'),
        onlyWith('node_public_ip_prefix_id', 'node_public_ip_enabled', true),
        (pool) => {
          const { name = null } = pool;
          if (pool['os_type'] !== 'Windows' || typeof name !== 'string' || name.length <= 6) return undefined;
          const detail = `got "${name}"; allowed: at most 6 characters in a pool of Windows`;
          return { summary: 'Invalid value for "name"', detail, argument: 'name' };
        },
      ],
      upgrade_settings: [conflicting('max_surge', 'max_unavailable')],
    },
  },
};

function cidrOrAddress(): ValueCheck {
  const [range, single] = [cidr({ anyAddress: true }), address()];
  return (value) => (single(value) === undefined ? undefined : range(value));
}

import type { ValueCheck } from '../rule';
import { between, oneOf } from '../scalars';

/** Settings of the kernel, with their least and most; pages r/kubernetes_cluster and r/kubernetes_cluster_node_pool of azurerm. */
const SYSCTL: { readonly [setting: string]: readonly [number, number] } = {
  fs_aio_max_nr: [65_536, 6_553_500],
  fs_file_max: [8192, 12_000_500],
  fs_inotify_max_user_watches: [781_250, 2_097_152],
  fs_nr_open: [8192, 20_000_500],
  kernel_threads_max: [20, 513_785],
  net_core_netdev_max_backlog: [1000, 3_240_000],
  net_core_optmem_max: [20_480, 4_194_304],
  net_core_rmem_default: [212_992, 134_217_728],
  net_core_rmem_max: [212_992, 134_217_728],
  net_core_somaxconn: [4096, 3_240_000],
  net_core_wmem_default: [212_992, 134_217_728],
  net_core_wmem_max: [212_992, 134_217_728],
  net_ipv4_ip_local_port_range_max: [32_768, 65_535],
  net_ipv4_ip_local_port_range_min: [1024, 60_999],
  net_ipv4_neigh_default_gc_thresh1: [128, 80_000],
  net_ipv4_neigh_default_gc_thresh2: [512, 90_000],
  net_ipv4_neigh_default_gc_thresh3: [1024, 100_000],
  net_ipv4_tcp_fin_timeout: [5, 120],
  net_ipv4_tcp_keepalive_intvl: [10, 90],
  net_ipv4_tcp_keepalive_probes: [1, 15],
  net_ipv4_tcp_keepalive_time: [30, 432_000],
  net_ipv4_tcp_max_syn_backlog: [128, 3_240_000],
  net_ipv4_tcp_max_tw_buckets: [8000, 1_440_000],
  net_netfilter_nf_conntrack_buckets: [65_536, 524_288],
  net_netfilter_nf_conntrack_max: [131_072, 2_097_152],
  vm_max_map_count: [65_530, 262_144],
  vm_swappiness: [0, 100],
  vm_vfs_cache_pressure: [0, 100],
};

/** Of the operating system of the nodes of a pool, by path. */
export const linuxSettings: { readonly [path: string]: ValueCheck } = {
  'linux_os_config.transparent_huge_page': oneOf('always', 'madvise', 'never'),
  'linux_os_config.transparent_huge_page_defrag': oneOf('always', 'defer', 'defer+madvise', 'madvise', 'never'),
  ...Object.fromEntries(
    Object.entries(SYSCTL).map(([setting, [least, most]]) => [
      `linux_os_config.sysctl_config.${setting}`,
      between(least, most),
    ]),
  ),
};

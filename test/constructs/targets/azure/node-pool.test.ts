import type { TerraformResource } from 'cdktf';
import { CapacityMode, Placement } from '../../../../design/asks';
import type { PoolDesign } from '../../../../design/basis';
import {
  a100Pcie,
  addCluster,
  addNetwork,
  addPool,
  addSite,
  all,
  mi300x,
  only,
  poolDesign,
  RESERVATION,
  sampleStack,
  synthesizePool,
} from './samples';

const poolOf = (design: Partial<PoolDesign>) =>
  only(synthesizePool(poolDesign(design)), 'azurerm_kubernetes_cluster_node_pool');

describe('the GPU driver has one owner', () => {
  test.each<[string, Partial<PoolDesign>, string, string]>([
    ['NVIDIA with InfiniBand', {}, 'None', 'nvidia.com/gpu=present:NoSchedule'],
    ['MI300X', mi300x, 'None', 'amd.com/gpu=present:NoSchedule'],
    ['NVIDIA without RDMA', a100Pcie, 'Install', 'nvidia.com/gpu=present:NoSchedule'],
    ['InfiniBand size used without it', { rdma: false }, 'Install', 'nvidia.com/gpu=present:NoSchedule'],
  ])('%s', (_what, design, driver, taint) => {
    const pool = poolOf(design);
    expect(pool.gpu_driver).toBe(driver);
    expect(pool.node_taints).toContain(taint);
    expect(pool.node_labels['nvidia.com/gpu.deploy.driver']).toBe(driver === 'Install' ? 'false' : undefined);
  });

  test('and CPU nodes name none', () => {
    const cluster = only(synthesizePool(poolDesign()), 'azurerm_kubernetes_cluster');
    expect(cluster.default_node_pool.vm_size).toBe('Standard_D8ds_v5');
    expect(cluster.default_node_pool).not.toHaveProperty('gpu_driver');
  });
});

describe('zones', () => {
  test('of an InfiniBand pool are one', () => {
    expect(poolOf({ zones: ['2', '3'] }).zones).toEqual(['2']);
  });

  test('of another are as asked', () => {
    expect(poolOf(a100Pcie).zones).toEqual(['1', '2']);
  });

  test('are left out where there are none', () => {
    expect(poolOf({ zones: [] })).not.toHaveProperty('zones');
  });
});

describe('capacity sets all that belongs to it', () => {
  test('on demand', () => {
    const pool = poolOf({});
    expect(pool.priority).toBe('Regular');
    expect(pool.upgrade_settings).toEqual({ max_unavailable: '10%', drain_timeout_in_minutes: 60 });
    for (const other of ['eviction_policy', 'spot_max_price', 'capacity_reservation_group_id', 'depends_on']) {
      expect(pool).not.toHaveProperty(other);
    }
  });

  test('spot', () => {
    const pool = poolOf({ ...a100Pcie, capacity: { mode: CapacityMode.SPOT } });
    expect(pool).toMatchObject({ priority: 'Spot', eviction_policy: 'Delete', spot_max_price: -1 });
    expect(pool.node_taints).toContain('kubernetes.azure.com/scalesetpriority=spot:NoSchedule');
    expect(pool.node_labels['kubernetes.azure.com/scalesetpriority']).toBe('spot');
    expect(pool).not.toHaveProperty('upgrade_settings');
    expect(pool).not.toHaveProperty('capacity_reservation_group_id');
  });

  test('reserved waits for the permission of a user-assigned identity', () => {
    const out = synthesizePool(poolDesign({ capacity: { mode: CapacityMode.RESERVED, reservation: RESERVATION } }));
    const pool = only(out, 'azurerm_kubernetes_cluster_node_pool');
    expect(pool.capacity_reservation_group_id).toBe(RESERVATION);
    expect(pool.upgrade_settings).not.toHaveProperty('max_surge');
    expect(pool).not.toHaveProperty('proximity_placement_group_id');
    const [address] = pool.depends_on;
    const grant = out.resource.azurerm_role_assignment[address.replace('azurerm_role_assignment.', '')];
    expect(grant).toMatchObject({
      role_definition_name: 'Contributor',
      scope: RESERVATION.split('/').slice(0, 5).join('/'),
    });
    const cluster = only(out, 'azurerm_kubernetes_cluster');
    expect(cluster.identity.type).toBe('UserAssigned');
    expect(cluster.depends_on).toContain(address);
  });
});

describe('placement', () => {
  const groupOf = (design: Partial<PoolDesign>) =>
    all(synthesizePool(poolDesign(design)), 'azurerm_proximity_placement_group');

  test('of an InfiniBand pool is its scale set', () => {
    expect(groupOf({})).toEqual([]);
  });

  test('of nodes without RDMA that are asked close together is a group in their zone', () => {
    const [group] = groupOf({ ...a100Pcie, placement: Placement.CLUSTER });
    expect(group).toMatchObject({ zone: '1', allowed_vm_sizes: ['Standard_NC24ads_A100_v4'] });
  });

  test('is never a group beside reserved capacity', () => {
    expect(
      groupOf({
        ...a100Pcie,
        placement: Placement.CLUSTER,
        capacity: { mode: CapacityMode.RESERVED, reservation: RESERVATION },
      }),
    ).toEqual([]);
  });
});

describe('groups', () => {
  const groups = [
    { key: '1', minNodes: 100, maxNodes: 100 },
    { key: '2', minNodes: 0, maxNodes: 28 },
  ];

  test('are one resource, however many', () => {
    const pool = poolOf({ groups });
    expect(pool.for_each).toEqual({ '1': { min: 100, max: 100 }, '2': { min: 0, max: 28 } });
    expect(pool.min_count).toBe('${each.value.min}');
    expect(pool.max_count).toBe('${each.value.max}');
    expect(pool.name).toMatch(/^[a-z0-9]+\$\{each\.key\}$/);
    expect(pool.auto_scaling_enabled).toBe(true);
    expect(pool.lifecycle.ignore_changes).toEqual(['node_count']);
  });

  test('and another does not rename the first', () => {
    expect(poolOf({ groups }).name).toBe(poolOf({ groups: groups.slice(0, 1) }).name);
  });

  test('with a key that no name can hold are refused', () => {
    expect(() => poolOf({ groups: [{ key: '1000', minNodes: 0, maxNodes: 1 }] })).toThrow(/"1000".*3 characters/);
  });
});

test('the most nodes are read from the resource itself, under its own address', () => {
  const stack = sampleStack();
  const cluster = addCluster(stack, addSite(stack, addNetwork(stack)));
  const pool = addPool(stack, cluster, poolDesign());
  expect(pool.maximumNodesExpression).toBe(
    'sum([for pool in azurerm_kubernetes_cluster_node_pool.pool-workers_pool : pool.max_count])',
  );
  expect(Object.keys(stack.synthesized().resource.azurerm_kubernetes_cluster_node_pool)).toEqual(['pool-workers_pool']);
});

test('a transform sees the pool and has the last word', () => {
  const seen: string[] = [];
  const out = synthesizePool(poolDesign(), {
    transform: {
      apply: (resource: TerraformResource) => {
        seen.push(resource.terraformResourceType);
        resource.addOverride('host_encryption_enabled', false);
      },
    },
  });
  expect(seen).toEqual(['azurerm_kubernetes_cluster_node_pool']);
  expect(only(out, 'azurerm_kubernetes_cluster_node_pool').host_encryption_enabled).toBe(false);
});

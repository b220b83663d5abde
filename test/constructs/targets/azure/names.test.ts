import { constructId, globalName, nodePoolName, resourceName } from '../../../../constructs/targets/azure/names';
import { addCluster, addNetwork, addPool, addSite, all, only, poolDesign, sampleStack } from './samples';

const LONG = 'a-design-of-a-very-long-name-and-then-some-at-a-site-far-off-north';

describe('a physical name', () => {
  test('that fits stays as it is', () => {
    expect(resourceName('open-gavle', 'vnet', 64)).toBe('open-gavle-vnet');
  });

  test('that does not keeps its suffix and differs from its neighbours', () => {
    const names = ['x', 'y'].map((end) => resourceName(`${LONG}-${end}`, 'metrics', 44));
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(44);
      expect(name).toMatch(/^a-design-of-.*-metrics$/);
      expect(name).not.toContain('--');
    }
    expect(names[0]).not.toBe(names[1]);
  });
});

describe('a node pool’s name', () => {
  test.each(['workers', 'Über-long-pool-name', '8x-h100', '-', 'a'])('of "%s" leaves room for the key', (pool) => {
    expect(nodePoolName(pool, [])).toMatch(/^[a-z][a-z0-9]{0,8}$/);
  });

  test('tells pools apart that look alike', () => {
    expect(nodePoolName('large-a', [])).not.toBe(nodePoolName('largea', []));
  });

  test('changes with what cannot be changed in place', () => {
    expect(nodePoolName('large', ['Standard_ND96isr_H100_v5'])).not.toBe(
      nodePoolName('large', ['Standard_ND96isr_H200_v5']),
    );
  });
});

test('a name that is unique in the world keeps its limit and alphabet', () => {
  const readable = (text: string) => text.replace(/\$\{.*\}$/, '');
  const store = readable(globalName('st', LONG, 'id', '', 24));
  expect(store).toMatch(/^st[a-z0-9]{0,14}$/);
  const vault = readable(globalName('kv', `${LONG}`, 'id', '-', 24));
  expect(vault).toMatch(/^kv-[a-z0-9-]{0,12}$/);
  expect(readable(globalName('kv', 'a--b', 'id', '-', 24))).not.toContain('--');
});

test('construct ids hold no character that an address cannot', () => {
  expect(constructId('My_Group(1)', 'x')).toMatch(/^[a-z0-9-]+$/);
});

test('every name stays within its limit, however long the design’s', () => {
  const stack = sampleStack();
  const site = addSite(stack, addNetwork(stack, { name: LONG }), LONG);
  const cluster = addCluster(stack, site, { name: `${LONG}-cluster` });
  addPool(stack, cluster, poolDesign({ name: 'a-pool-of-a-long-name' }));
  const out = stack.synthesized();
  const limits: { [type: string]: number } = {
    azurerm_resource_group: 90,
    azurerm_virtual_network: 64,
    azurerm_network_security_group: 80,
    azurerm_log_analytics_workspace: 63,
    azurerm_monitor_workspace: 44,
    azurerm_monitor_data_collection_endpoint: 44,
    azurerm_monitor_data_collection_rule: 64,
    azurerm_kubernetes_cluster: 63,
    azurerm_user_assigned_identity: 128,
    azurerm_private_endpoint: 64,
  };
  for (const [type, limit] of Object.entries(limits)) {
    expect(all(out, type).length).toBeGreaterThan(0);
    for (const { name } of all(out, type)) {
      expect([type, name.length <= limit]).toEqual([type, true]);
    }
  }
  expect(only(out, 'azurerm_kubernetes_cluster').dns_prefix.length).toBeLessThanOrEqual(54);
  expect(only(out, 'azurerm_kubernetes_cluster').node_resource_group.length).toBeLessThanOrEqual(80);
  const pool = only(out, 'azurerm_kubernetes_cluster_node_pool').name.replace('${each.key}', '100');
  expect(pool).toMatch(/^[a-z][a-z0-9]{0,11}$/);
});

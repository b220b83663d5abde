import { replacedBy } from '../../rehearsal/host/replace';
import { type ObjectValue, UNKNOWN } from '../../rehearsal/host/values';

test.each<[what: string, type: string, before: ObjectValue, after: ObjectValue, paths: unknown[]]>([
  ['a name', 'aws_iam_role', { name: 'a' }, { name: 'b' }, [['name']]],
  ['a description', 'aws_iam_role', { name: 'a', description: 'x' }, { name: 'a', description: 'y' }, []],
  [
    'another template',
    'aws_eks_node_group',
    { launch_template: [{ id: 'lt-1', version: '1' }] },
    { launch_template: [{ id: UNKNOWN, version: '1' }] },
    [['launch_template', 0, 'id']],
  ],
  [
    'another version of a template',
    'aws_eks_node_group',
    { launch_template: [{ id: 'lt-1', version: '1' }] },
    { launch_template: [{ id: 'lt-1', version: '2' }] },
    [],
  ],
  [
    'a block that is gone',
    'aws_eks_node_group',
    { remote_access: [{ ec2_ssh_key: 'k' }] },
    { remote_access: [] },
    [['remote_access', 0, 'ec2_ssh_key'], ['remote_access']],
  ],
  [
    'items that are not known',
    'aws_eks_node_group',
    { remote_access: [{ ec2_ssh_key: 'k' }] },
    { remote_access: UNKNOWN },
    [],
  ],
  [
    'a file system that grows',
    'aws_fsx_lustre_file_system',
    { storage_capacity: 1200 },
    { storage_capacity: 2400 },
    [],
  ],
  [
    'a file system that shrinks',
    'aws_fsx_lustre_file_system',
    { storage_capacity: 2400 },
    { storage_capacity: 1200 },
    [['storage_capacity']],
  ],
  ['encryption that is turned on', 'aws_eks_cluster', { encryption_config: [] }, { encryption_config: [{}] }, []],
  [
    'encryption that is turned off',
    'aws_eks_cluster',
    { encryption_config: [{}] },
    { encryption_config: [] },
    [['encryption_config']],
  ],
  [
    'the size of a pool, which a second pool takes over',
    'azurerm_kubernetes_cluster',
    { default_node_pool: [{ vm_size: 'Standard_D4s_v5' }] },
    { default_node_pool: [{ vm_size: 'Standard_D8s_v5' }] },
    [],
  ],
  [
    'the network of a cluster',
    'azurerm_kubernetes_cluster',
    { network_profile: [{ network_plugin: 'kubenet' }] },
    { network_profile: [{ network_plugin: 'azure' }] },
    [['network_profile', 0, 'network_plugin']],
  ],
  [
    'replication across zones',
    'azurerm_storage_account',
    { account_replication_type: 'LRS' },
    { account_replication_type: 'ZRS' },
    [['account_replication_type']],
  ],
  [
    'replication among one kind',
    'azurerm_storage_account',
    { account_replication_type: 'LRS' },
    { account_replication_type: 'GRS' },
    [],
  ],
  ['a type of which nothing is known', 'aws_lambda_function', { name: 'a' }, { name: 'b' }, []],
])('%s', (_, type, before, after, paths) => {
  expect(replacedBy(type, before, after)).toEqual(paths);
  expect(replacedBy(type, null, after)).toEqual([]);
  expect(replacedBy(type, before, before)).toEqual([]);
});

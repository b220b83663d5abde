import { canonical } from './canonical';
import { isObject, type ObjectValue, type Value } from './values';

/**
 * Arguments whose change makes the provider delete the object and create another, of the types where a replacement costs most.
 * The schema does not carry this; the list is by hand, from the documentation of the services, and not complete.
 */
const FIXED: { readonly [type: string]: readonly string[] } = {
  aws_eks_cluster: ['name', 'role_arn', 'encryption_config'],
  aws_eks_node_group: [
    'ami_type',
    'capacity_type',
    'cluster_name',
    'disk_size',
    'instance_types',
    'node_group_name',
    'node_role_arn',
    'subnet_ids',
  ],
  aws_fsx_lustre_file_system: ['deployment_type', 'kms_key_id', 'security_group_ids', 'storage_type', 'subnet_ids'],
  aws_iam_role: ['name', 'path'],
  aws_placement_group: ['name', 'strategy'],
  aws_s3_bucket: ['bucket'],
  aws_security_group: ['description', 'name', 'vpc_id'],
  aws_subnet: ['availability_zone', 'cidr_block', 'vpc_id'],
  aws_vpc: ['cidr_block'],
  azurerm_key_vault: ['location', 'name', 'resource_group_name'],
  azurerm_kubernetes_cluster: ['location', 'name', 'resource_group_name'],
  azurerm_kubernetes_cluster_node_pool: ['kubernetes_cluster_id', 'name'],
  azurerm_managed_lustre_file_system: ['location', 'name', 'resource_group_name', 'sku_name', 'subnet_id'],
  azurerm_resource_group: ['location', 'name'],
  azurerm_storage_account: ['location', 'name', 'resource_group_name'],
  azurerm_subnet: ['name', 'resource_group_name', 'virtual_network_name'],
  azurerm_virtual_network: ['location', 'name', 'resource_group_name'],
};

/** The arguments of the list that differ between an object that exists and its plan. */
export function replacedBy(type: string, prior: Value, planned: ObjectValue): string[] {
  if (!isObject(prior)) return [];
  return (FIXED[type] ?? []).filter((name) => canonical(prior[name] ?? null) !== canonical(planned[name] ?? null));
}

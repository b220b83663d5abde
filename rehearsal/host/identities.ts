/**
 * How a type's identifiers look. `{name}` is an argument of the object, `{hex}` 17 digits that depend on all of its arguments,
 * `{guid}` likewise; `{region}`, `{account}`, `{partition}` and `{subscription}` are the provider's.
 */
export interface Identity {
  readonly id: string;
  /** @default - the general shape of the provider */
  readonly arn?: string;
}

/** The shapes that the provider gives; approximate, as the ledger of a rehearsal says. */
const AWS: { readonly [type: string]: Identity } = {
  aws_autoscaling_group_tag: { id: '{autoscaling_group_name},{hex}' },
  aws_autoscaling_schedule: {
    id: '{scheduled_action_name}',
    arn: 'autoscaling:{region}:{account}:scheduledUpdateGroupAction:{guid}:autoScalingGroupName/{autoscaling_group_name}:scheduledActionName/{scheduled_action_name}',
  },
  aws_cloudwatch_log_group: { id: '{name}', arn: 'logs:{region}:{account}:log-group:{name}' },
  aws_default_security_group: { id: 'sg-{hex}', arn: 'ec2:{region}:{account}:security-group/{id}' },
  aws_eks_access_entry: { id: '{cluster_name}:{principal_arn}' },
  aws_eks_access_policy_association: { id: '{cluster_name}#{principal_arn}#{policy_arn}' },
  aws_eks_addon: {
    id: '{cluster_name}:{addon_name}',
    arn: 'eks:{region}:{account}:addon/{cluster_name}/{addon_name}/{guid}',
  },
  aws_eks_cluster: { id: '{name}', arn: 'eks:{region}:{account}:cluster/{name}' },
  aws_eks_node_group: {
    id: '{cluster_name}:{node_group_name}',
    arn: 'eks:{region}:{account}:nodegroup/{cluster_name}/{node_group_name}/{guid}',
  },
  aws_eks_pod_identity_association: { id: 'a-{hex}' },
  aws_flow_log: { id: 'fl-{hex}', arn: 'ec2:{region}:{account}:vpc-flow-log/{id}' },
  aws_fsx_lustre_file_system: { id: 'fs-{hex}', arn: 'fsx:{region}:{account}:file-system/{id}' },
  aws_iam_role: { id: '{name}', arn: 'iam::{account}:role{path}{name}' },
  aws_iam_role_policy: { id: '{role}:{name}' },
  aws_iam_role_policy_attachment: { id: '{role}/{policy_arn}' },
  aws_kms_alias: { id: '{name}', arn: 'kms:{region}:{account}:{name}' },
  aws_kms_key: { id: '{guid}', arn: 'kms:{region}:{account}:key/{id}' },
  aws_launch_template: { id: 'lt-{hex}', arn: 'ec2:{region}:{account}:launch-template/{id}' },
  aws_placement_group: { id: '{name}', arn: 'ec2:{region}:{account}:placement-group/{name}' },
  aws_prometheus_scraper: { id: 's-{guid}', arn: 'aps:{region}:{account}:scraper/{id}' },
  aws_prometheus_workspace: { id: 'ws-{guid}', arn: 'aps:{region}:{account}:workspace/{id}' },
  aws_route_table: { id: 'rtb-{hex}', arn: 'ec2:{region}:{account}:route-table/{id}' },
  aws_route_table_association: { id: 'rtbassoc-{hex}' },
  aws_s3_bucket: { id: '{bucket}', arn: 's3:::{bucket}' },
  aws_s3_bucket_lifecycle_configuration: { id: '{bucket}' },
  aws_s3_bucket_ownership_controls: { id: '{bucket}' },
  aws_s3_bucket_policy: { id: '{bucket}' },
  aws_s3_bucket_public_access_block: { id: '{bucket}' },
  aws_s3_bucket_server_side_encryption_configuration: { id: '{bucket}' },
  aws_s3_bucket_versioning: { id: '{bucket}' },
  aws_security_group: { id: 'sg-{hex}', arn: 'ec2:{region}:{account}:security-group/{id}' },
  aws_subnet: { id: 'subnet-{hex}', arn: 'ec2:{region}:{account}:subnet/{id}' },
  aws_vpc: { id: 'vpc-{hex}', arn: 'ec2:{region}:{account}:vpc/{id}' },
  aws_vpc_endpoint: { id: 'vpce-{hex}', arn: 'ec2:{region}:{account}:vpc-endpoint/{id}' },
  aws_vpc_ipv4_cidr_block_association: { id: 'vpc-cidr-assoc-{hex}' },
  aws_vpc_security_group_egress_rule: { id: 'sgr-{hex}', arn: 'ec2:{region}:{account}:security-group-rule/{id}' },
  aws_vpc_security_group_ingress_rule: { id: 'sgr-{hex}', arn: 'ec2:{region}:{account}:security-group-rule/{id}' },
};

const GROUP = '/subscriptions/{subscription}/resourceGroups/{resource_group_name}';

function inGroup(kind: string): Identity {
  return { id: `${GROUP}/providers/${kind}/{name}` };
}

/** Resource ids of the Azure Resource Manager; approximate likewise. */
const AZURE: { readonly [type: string]: Identity } = {
  azurerm_dashboard_grafana: inGroup('Microsoft.Dashboard/grafana'),
  azurerm_disk_encryption_set: inGroup('Microsoft.Compute/diskEncryptionSets'),
  azurerm_federated_identity_credential: { id: '{parent_id}/federatedIdentityCredentials/{name}' },
  azurerm_key_vault: inGroup('Microsoft.KeyVault/vaults'),
  azurerm_kubernetes_cluster: inGroup('Microsoft.ContainerService/managedClusters'),
  azurerm_kubernetes_cluster_node_pool: { id: '{kubernetes_cluster_id}/agentPools/{name}' },
  azurerm_log_analytics_workspace: inGroup('Microsoft.OperationalInsights/workspaces'),
  azurerm_managed_lustre_file_system: inGroup('Microsoft.StorageCache/amlFilesystems'),
  azurerm_monitor_data_collection_endpoint: inGroup('Microsoft.Insights/dataCollectionEndpoints'),
  azurerm_monitor_data_collection_rule: inGroup('Microsoft.Insights/dataCollectionRules'),
  azurerm_monitor_data_collection_rule_association: {
    id: '{target_resource_id}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{name}',
  },
  azurerm_monitor_diagnostic_setting: { id: '{target_resource_id}|{name}' },
  azurerm_monitor_workspace: inGroup('Microsoft.Monitor/accounts'),
  azurerm_nat_gateway: inGroup('Microsoft.Network/natGateways'),
  azurerm_nat_gateway_public_ip_association: { id: '{nat_gateway_id}|{public_ip_address_id}' },
  azurerm_network_security_group: inGroup('Microsoft.Network/networkSecurityGroups'),
  azurerm_network_security_rule: {
    id: `${GROUP}/providers/Microsoft.Network/networkSecurityGroups/{network_security_group_name}/securityRules/{name}`,
  },
  azurerm_private_dns_zone: inGroup('Microsoft.Network/privateDnsZones'),
  azurerm_private_dns_zone_virtual_network_link: {
    id: `${GROUP}/providers/Microsoft.Network/privateDnsZones/{private_dns_zone_name}/virtualNetworkLinks/{name}`,
  },
  azurerm_private_endpoint: inGroup('Microsoft.Network/privateEndpoints'),
  azurerm_proximity_placement_group: inGroup('Microsoft.Compute/proximityPlacementGroups'),
  azurerm_public_ip: inGroup('Microsoft.Network/publicIPAddresses'),
  azurerm_resource_group: { id: '/subscriptions/{subscription}/resourceGroups/{name}' },
  azurerm_resource_group_template_deployment: inGroup('Microsoft.Resources/deployments'),
  azurerm_role_assignment: { id: '{scope}/providers/Microsoft.Authorization/roleAssignments/{guid}' },
  azurerm_storage_account: inGroup('Microsoft.Storage/storageAccounts'),
  azurerm_storage_container: { id: '{storage_account_id}/blobServices/default/containers/{name}' },
  azurerm_subnet: {
    id: `${GROUP}/providers/Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name}`,
  },
  azurerm_subnet_nat_gateway_association: { id: '{subnet_id}' },
  azurerm_subnet_network_security_group_association: { id: '{subnet_id}' },
  azurerm_user_assigned_identity: inGroup('Microsoft.ManagedIdentity/userAssignedIdentities'),
  azurerm_virtual_network: inGroup('Microsoft.Network/virtualNetworks'),
};

/** The identity of a type that has one of its own. */
export function identityOf(type: string): Identity | undefined {
  return AWS[type] ?? AZURE[type];
}

import { cidr } from '../addresses';
import { conflicting, exactlyOne, needs, onlyWith } from '../combinations';
import { json } from '../documents';
import { arn } from '../names';
import type { ProviderRules } from '../rule';
import { between, lengthOf, oneOf } from '../scalars';

/** Amazon VPC User Guide, "VPC CIDR blocks" and "Subnet CIDR blocks": /16 to /28. */
const BLOCK = cidr({ version: 4, shortest: 16, longest: 28 });
const NAME = lengthOf(0, 255);
const PORT = between(-1, 65_535);

const RULE_OF_GROUP = (page: string): ProviderRules[string] => ({
  source: page,
  values: { cidr_ipv4: cidr({ version: 4 }), cidr_ipv6: cidr({ version: 6 }), from_port: PORT, to_port: PORT },
  together: { '': [exactlyOne('cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id')] },
});

/** Provider documentation and its validators; where the service decides, the page of the service stands beside the rule. */
export const AWS_NETWORK: ProviderRules = {
  aws_default_security_group: { source: 'aws/r/default_security_group' },
  aws_flow_log: {
    source: 'aws/r/flow_log',
    values: {
      deliver_cross_account_role: arn,
      iam_role_arn: arn,
      log_destination: arn,
      log_destination_type: oneOf('cloud-watch-logs', 's3', 'kinesis-data-firehose'),
      max_aggregation_interval: oneOf(60, 600),
      traffic_type: oneOf('ACCEPT', 'REJECT', 'ALL'),
      'destination_options.file_format': oneOf('plain-text', 'parquet'),
    },
    together: {
      '': [
        exactlyOne(
          'eni_id',
          'subnet_id',
          'transit_gateway_attachment_id',
          'transit_gateway_id',
          'vpc_id',
          'regional_nat_gateway_id',
        ),
      ],
    },
  },
  aws_route_table: { source: 'aws/r/route_table' },
  aws_route_table_association: {
    source: 'aws/r/route_table_association',
    together: { '': [exactlyOne('gateway_id', 'subnet_id')] },
  },
  aws_security_group: {
    source: 'aws/r/security_group',
    values: {
      description: lengthOf(0, 255),
      name: NAME,
      name_prefix: lengthOf(0, 229),
      'ingress.cidr_blocks': cidr(),
      'ingress.ipv6_cidr_blocks': cidr(),
      'egress.cidr_blocks': cidr(),
      'egress.ipv6_cidr_blocks': cidr(),
    },
    together: { '': [conflicting('name', 'name_prefix')] },
  },
  aws_subnet: {
    source: 'aws/r/subnet',
    values: {
      cidr_block: BLOCK,
      ipv6_cidr_block: cidr({ version: 6, shortest: 44, longest: 64 }),
      outpost_arn: arn,
      private_dns_hostname_type_on_launch: oneOf('ip-name', 'resource-name'),
    },
    together: {
      '': [
        conflicting('availability_zone', 'availability_zone_id'),
        needs('customer_owned_ipv4_pool', 'map_customer_owned_ip_on_launch', 'outpost_arn'),
      ],
    },
  },
  aws_vpc: {
    source: 'aws/r/vpc',
    values: {
      cidr_block: BLOCK,
      instance_tenancy: oneOf('default', 'dedicated'),
      ipv4_netmask_length: between(0, 28),
    },
    together: {
      '': [
        conflicting('cidr_block', 'ipv4_netmask_length'),
        conflicting('ipv6_cidr_block', 'ipv6_netmask_length'),
        conflicting('assign_generated_ipv6_cidr_block', 'ipv6_ipam_pool_id'),
        needs('ipv4_netmask_length', 'ipv4_ipam_pool_id'),
        needs('ipv6_netmask_length', 'ipv6_ipam_pool_id'),
        needs('ipv6_cidr_block', 'ipv6_ipam_pool_id'),
        needs('ipv6_cidr_block_network_border_group', 'assign_generated_ipv6_cidr_block'),
      ],
    },
  },
  aws_vpc_endpoint: {
    source: 'aws/r/vpc_endpoint',
    values: {
      ip_address_type: oneOf('ipv4', 'dualstack', 'ipv6'),
      policy: json,
      resource_configuration_arn: arn,
      service_network_arn: arn,
      vpc_endpoint_type: oneOf('Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'),
      'dns_options.dns_record_ip_type': oneOf('ipv4', 'dualstack', 'ipv6', 'service-defined'),
    },
    together: {
      '': [
        exactlyOne('service_name', 'resource_configuration_arn', 'service_network_arn'),
        // AWS PrivateLink Guide, gateway endpoints: they have routes, and no interface in a subnet.
        onlyWith('route_table_ids', 'vpc_endpoint_type', 'Gateway', null),
      ],
    },
  },
  aws_vpc_ipv4_cidr_block_association: {
    source: 'aws/r/vpc_ipv4_cidr_block_association',
    values: { cidr_block: BLOCK, ipv4_netmask_length: between(16, 28) },
    together: { '': [needs('ipv4_netmask_length', 'ipv4_ipam_pool_id')] },
  },
  aws_vpc_security_group_egress_rule: RULE_OF_GROUP('aws/r/vpc_security_group_egress_rule'),
  aws_vpc_security_group_ingress_rule: RULE_OF_GROUP('aws/r/vpc_security_group_ingress_rule'),
};

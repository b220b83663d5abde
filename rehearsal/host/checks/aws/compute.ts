import { address, cidr } from '../addresses';
import { conflicting, onlyWith } from '../combinations';
import { ec2InstanceType, ec2InstanceTypePattern } from '../instance-types';
import { arn, time } from '../names';
import type { ProviderRules } from '../rule';
import { all, atLeast, between, flag, lengthOf, matching, oneOf, stepsOf } from '../scalars';

const SWITCH = oneOf('enabled', 'disabled');
const TEMPLATE_NAME = matching(/^[0-9A-Za-z()./_-]+$/, 'letters, digits and any of ( ) . / _ -');
const WHEN = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/, 'a time, such as 2026-01-31T08:00:00Z');

/** Provider documentation and its validators; where the service decides, the page of the service stands beside the rule. */
export const AWS_COMPUTE: ProviderRules = {
  aws_autoscaling_group_tag: { source: 'aws/r/autoscaling_group_tag', values: { 'tag.key': lengthOf(1, 128) } },
  aws_autoscaling_schedule: {
    source: 'aws/r/autoscaling_schedule',
    values: {
      start_time: WHEN,
      end_time: WHEN,
      min_size: atLeast(-1),
      max_size: atLeast(-1),
      desired_capacity: atLeast(-1),
    },
  },
  aws_launch_template: {
    source: 'aws/r/launch_template',
    values: {
      default_version: atLeast(1),
      description: lengthOf(0, 255),
      ebs_optimized: flag,
      instance_initiated_shutdown_behavior: oneOf('stop', 'terminate'),
      instance_type: ec2InstanceType,
      name: all(lengthOf(3, 125), TEMPLATE_NAME),
      name_prefix: all(lengthOf(3, 99), TEMPLATE_NAME),
      'block_device_mappings.ebs.delete_on_termination': flag,
      'block_device_mappings.ebs.encrypted': flag,
      'block_device_mappings.ebs.kms_key_id': arn,
      // Amazon EBS User Guide, General Purpose SSD volumes: gp3 reaches 2,000 MiB/s.
      'block_device_mappings.ebs.throughput': between(125, 2000),
      'block_device_mappings.ebs.volume_initialization_rate': between(100, 300),
      'block_device_mappings.ebs.volume_size': atLeast(0),
      'block_device_mappings.ebs.volume_type': oneOf('standard', 'io1', 'io2', 'gp2', 'gp3', 'sc1', 'st1'),
      'capacity_reservation_specification.capacity_reservation_preference': oneOf(
        'capacity-reservations-only',
        'open',
        'none',
      ),
      'capacity_reservation_specification.capacity_reservation_target.capacity_reservation_resource_group_arn': arn,
      'cpu_options.amd_sev_snp': SWITCH,
      'credit_specification.cpu_credits': oneOf('standard', 'unlimited'),
      'iam_instance_profile.arn': arn,
      'instance_market_options.market_type': oneOf('spot', 'capacity-block', 'interruptible-capacity-reservation'),
      'instance_market_options.spot_options.block_duration_minutes': stepsOf(60, 0),
      'instance_market_options.spot_options.instance_interruption_behavior': oneOf('hibernate', 'stop', 'terminate'),
      'instance_market_options.spot_options.spot_instance_type': oneOf('one-time', 'persistent'),
      'instance_market_options.spot_options.valid_until': time,
      'instance_requirements.allowed_instance_types': ec2InstanceTypePattern,
      'instance_requirements.excluded_instance_types': ec2InstanceTypePattern,
      'license_specification.license_configuration_arn': arn,
      'maintenance_options.auto_recovery': oneOf('default', 'disabled'),
      'metadata_options.http_endpoint': SWITCH,
      'metadata_options.http_protocol_ipv6': SWITCH,
      'metadata_options.http_put_response_hop_limit': between(1, 64),
      'metadata_options.http_tokens': oneOf('optional', 'required'),
      'metadata_options.instance_metadata_tags': SWITCH,
      'network_interfaces.associate_carrier_ip_address': flag,
      'network_interfaces.associate_public_ip_address': flag,
      'network_interfaces.delete_on_termination': flag,
      'network_interfaces.device_index': atLeast(0),
      'network_interfaces.interface_type': oneOf('efa', 'efa-only', 'interface'),
      'network_interfaces.ipv4_addresses': address(4),
      'network_interfaces.ipv4_prefixes': cidr({ version: 4 }),
      'network_interfaces.ipv6_addresses': address(6),
      'network_interfaces.ipv6_prefixes': cidr({ version: 6 }),
      'network_interfaces.network_card_index': atLeast(0),
      'network_interfaces.primary_ipv6': flag,
      'network_interfaces.private_ip_address': address(4),
      'network_interfaces.connection_tracking_specification.tcp_established_timeout': between(60, 432_000),
      'network_interfaces.connection_tracking_specification.udp_stream_timeout': between(60, 180),
      'network_interfaces.connection_tracking_specification.udp_timeout': between(30, 60),
      'placement.host_resource_group_arn': arn,
      'placement.tenancy': oneOf('default', 'dedicated', 'host'),
      'private_dns_name_options.hostname_type': oneOf('ip-name', 'resource-name'),
    },
    together: {
      '': [
        conflicting('name', 'name_prefix'),
        conflicting('instance_type', 'instance_requirements'),
        conflicting('security_group_names', 'vpc_security_group_ids'),
        conflicting('default_version', 'update_default_version'),
      ],
      'capacity_reservation_specification.capacity_reservation_target': [
        conflicting('capacity_reservation_id', 'capacity_reservation_resource_group_arn'),
      ],
      iam_instance_profile: [conflicting('arn', 'name')],
      placement: [conflicting('host_id', 'host_resource_group_arn'), conflicting('group_id', 'group_name')],
    },
  },
  aws_placement_group: {
    source: 'aws/r/placement_group',
    values: {
      name: lengthOf(1, 255),
      partition_count: between(0, 7),
      spread_level: oneOf('host', 'rack'),
      strategy: oneOf('cluster', 'spread', 'partition'),
    },
    together: {
      '': [onlyWith('partition_count', 'strategy', 'partition'), onlyWith('spread_level', 'strategy', 'spread')],
    },
  },
};

import { withDefaults } from '../../rehearsal/host/defaults';
import { type ObjectValue, UNKNOWN } from '../../rehearsal/host/values';
import { shippedSchema } from '../../rehearsal/schemas';

function completed(type: string, planned: ObjectValue, config: ObjectValue = planned) {
  const schema = shippedSchema(type.split('_')[0]!)!.resources[type]!;
  return withDefaults(type, schema, planned, config, {});
}

test('what a configuration leaves out is as the provider puts it', () => {
  expect(completed('aws_vpc', { cidr_block: '10.0.0.0/16' })).toMatchObject({
    object: { enable_dns_support: true, instance_tenancy: 'default' },
    legacy: true,
  });
});

test('what is given stays, also when it is not known yet', () => {
  const given = { enable_dns_support: false, instance_tenancy: UNKNOWN };
  const { object, legacy } = completed('aws_vpc', given);
  expect(object).toMatchObject(given);
  expect(legacy).toBe(false);
});

test('blocks that are there are completed, and none is added', () => {
  const bare = completed('aws_eks_cluster', { vpc_config: [{ subnet_ids: UNKNOWN }] });
  expect(bare.object['vpc_config']).toEqual([
    { subnet_ids: UNKNOWN, endpoint_private_access: false, endpoint_public_access: true },
  ]);
  expect(completed('aws_flow_log', { destination_options: [] }).object['destination_options']).toEqual([]);
});

test('a default of what the provider may decide is no oddity', () => {
  const type = 'aws_s3_bucket_lifecycle_configuration';
  const planned = { transition_default_minimum_object_size: UNKNOWN };
  const { object, legacy } = completed(type, planned, { transition_default_minimum_object_size: null });
  expect(object).toMatchObject({ transition_default_minimum_object_size: 'all_storage_classes_128K' });
  expect(legacy).toBe(false);
});

test('a type without defaults comes back as it is', () => {
  const planned = { role: 'a', policy_arn: 'b' };
  expect(completed('aws_iam_role_policy_attachment', planned)).toEqual({ object: planned, legacy: false });
});

import { type Account, partitionOf } from './account';
import type { ObjectValue, Value } from './values';

/** What a data source answers, as far as it is more than an invention: the cloud of somebody who has done everything asked. */
type Fixture = (config: ObjectValue, account: Account) => ObjectValue;

/**
 * Letters of the zones of a region: unverified defaults, because accounts see different ones and regions grow. All others: a, b, c.
 */
const ZONE_LETTERS: { readonly [region: string]: string } = {
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
  'ca-central-1': 'abd',
  'us-east-1': 'abcdef',
  'us-west-2': 'abcd',
};

const FIXTURES: { readonly [type: string]: Fixture } = {
  aws_availability_zones: (_, { region = '' }) => {
    const letters = [...(ZONE_LETTERS[region] ?? 'abc')];
    return {
      id: region,
      names: letters.map((letter) => region + letter),
      zone_ids: letters.map((_letter, index) => `${zonePrefix(region)}-az${index + 1}`),
      group_names: [region],
    };
  },
  aws_caller_identity: (_, { id, region }) => ({
    id,
    account_id: id,
    arn: `arn:${partitionOf(region)}:iam::${id}:user/rehearsal`,
    user_id: 'AIDAREHEARSAL',
  }),
  aws_iam_roles: ({ name_regex: pattern, path_prefix: prefix }, { id, region }) => {
    const name = plainName(pattern ?? null);
    const path = typeof prefix === 'string' ? prefix : '/';
    return { names: [name], arns: [`arn:${partitionOf(region)}:iam::${id}:role${path}${name}`] };
  },
  aws_partition: (_, { region }) => {
    const partition = partitionOf(region);
    const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    const reversed = suffix.split('.').reverse().join('.');
    return { id: partition, partition, dns_suffix: suffix, reverse_dns_prefix: reversed };
  },
  azurerm_client_config: (_, { subscription, tenant }) => ({
    client_id: '00000000-0000-4000-8000-000000000003',
    object_id: '00000000-0000-4000-8000-000000000004',
    subscription_id: subscription,
    tenant_id: tenant,
  }),
};

/** The fixture of a data source; nothing for one without. */
export function fixtureOf(type: string, config: ObjectValue, account: Account): ObjectValue {
  return FIXTURES[type]?.(config, account) ?? {};
}

/** `us-east-2` is `use2`. */
function zonePrefix(region: string): string {
  const [area = '', direction = '', number = ''] = region.split('-');
  return area + direction.replace(/^(north|south|east|west|central)(east|west)?$/, shortDirection) + number;
}

function shortDirection(_: string, first: string, second = ''): string {
  return first.slice(0, 1) + second.slice(0, 1);
}

/** A name that the pattern accepts when the pattern is a name between anchors. */
function plainName(pattern: Value): string {
  return typeof pattern === 'string' ? pattern.replace(/^\^|\$$/g, '') : 'rehearsal';
}

import { type Account, partitionOf } from './account';
import { canonical, fingerprint } from './canonical';
import { identityOf } from './identities';
import { isObject, type ObjectValue, type Value } from './values';

/** What an object says about itself while its unknown parts are filled in. */
export interface Setting {
  readonly type: string;
  /** The object as planned or configured: its known arguments name it. */
  readonly object: ObjectValue;
  readonly account: Account;
  /** Tells objects with the same arguments apart. */
  readonly ordinal: number;
  /** Tells those of different workers apart, such as two stacks. @default - nobody's */
  readonly worker?: string;
}

/** A scalar that the cloud would have decided. */
export type Scalar = 'string' | 'number' | 'bool';

/** Invents the scalars of one object: the same object always gets the same ones. */
export class Inventor {
  /** Of the object, also where its type has no attribute for it. */
  readonly id: string;
  private readonly seed: string;

  constructor(private readonly setting: Setting) {
    const { type, ordinal, object, worker = '' } = setting;
    this.seed = fingerprint(`${worker} ${type} ${ordinal} ${canonical(object)}`);
    const identity = identityOf(setting.type);
    const own = setting.object['id'];
    this.id = typeof own === 'string' ? own : this.written(identity?.id ?? '{hex}');
  }

  /** @param path names of attributes and blocks down to the scalar */
  scalar(path: string[], kind: Scalar): Value {
    if (kind === 'bool') return false;
    if (kind === 'number') return 1;
    const name = path.at(-1) ?? '';
    if (path.length === 1) {
      const special = this.ofTheObject(name);
      if (special !== undefined) return special;
    }
    const template = BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? `${name.replaceAll('_', '-')}-{short}`;
    return this.written(template, path.join('.'));
  }

  private ofTheObject(name: string): string | undefined {
    const { type, object } = this.setting;
    if (name === 'id') return this.id;
    if (name === 'arn') {
      const service = type.split('_')[1] ?? type;
      return this.written(`arn:{partition}:${identityOf(type)?.arn ?? `${service}:{region}:{account}:${type}/{id}`}`);
    }
    const prefix = object[`${name}_prefix`];
    if (typeof prefix === 'string' && prefix !== '') return this.written(`${prefix}{hex}`);
    if (name === 'output_content') return templateOutputs(object['template_content'] ?? null, this.seed);
    return undefined;
  }

  private written(template: string, salt = ''): string {
    const digits = fingerprint(this.seed + salt);
    const { account } = this.setting;
    const own: { readonly [name: string]: () => string } = {
      hex: () => `0${digits.slice(0, 16)}`,
      quad: () => digits.slice(0, 4),
      short: () => digits.slice(0, 8),
      guid: () => guid(digits),
      octets: () => `${Number.parseInt(digits.slice(0, 2), 16)}.${Number.parseInt(digits.slice(2, 4), 16)}`,
      id: () => this.id,
      path: () => pathOf(this.setting.object),
      account: () => account.id,
      partition: () => partitionOf(account.region),
      region: () => account.region ?? 'region',
      subscription: () => account.subscription,
      tenant: () => account.tenant,
    };
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = this.setting.object[name];
      return own[name]?.() ?? (typeof value === 'string' && value !== '' ? value : digits.slice(0, 8));
    });
  }
}

/** Shapes by the name of an attribute, the first that fits. `.invalid` can never be a host (RFC 2606). */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(^|_)arn$/, 'arn:{partition}:service:{region}:{account}:thing/{hex}'],
  [/^availability_zone$/, '{region}a'],
  [/^tenant_id$/, '{tenant}'],
  [/^subscription_id$/, '{subscription}'],
  [/^(account_id|owner_id)$/, '{account}'],
  [/(principal|client|object|workspace|immutable|resource_gu)_?id$/, '{guid}'],
  [/(_at|_date|_time|timestamp)$/, '2025-01-01T00:00:00Z'],
  [/ipv6_cidr_block$/, '2001:db8:{quad}::/56'],
  [/cidr/, '10.0.0.0/16'],
  [/(^|_)ip(_address)?$|^mgs_address$/, '10.{octets}.4'],
  [/(endpoint|url|uri|issuer)$/, 'https://{short}.example.invalid/'],
  [/(fqdn|dns_name|domain_name|host)$/, '{short}.example.invalid'],
  [/(data|certificate|content)$/, 'c2ltdWxhdGVk'],
  [/^status$|^state$/, 'ACTIVE'],
  [/^version$/, '1'],
];

function guid(digits: string): string {
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join('-');
}

function pathOf(object: ObjectValue): string {
  const path = object['path'];
  return typeof path === 'string' ? path : '/';
}

/** A deployed template answers with the outputs that it declares. */
function templateOutputs(template: Value, seed: string): string {
  const parsed: unknown = typeof template === 'string' ? JSON.parse(template) : {};
  const outputs = isObject(parsed as Value) ? (parsed as ObjectValue)['outputs'] : undefined;
  const answered = Object.entries(isObject(outputs) ? outputs : {}).map(([name, declared]) => {
    const type = isObject(declared) ? declared['type'] : 'string';
    return [name, { type, value: `https://${fingerprint(seed + name).slice(0, 8)}.example.invalid/${name}` }] as const;
  });
  return JSON.stringify(Object.fromEntries(answered));
}

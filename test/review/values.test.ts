import fc from 'fast-check';
import { MASK } from '../../review/values/secrets';
import { stable } from '../../review/values/stable';
import { reviewOf, saidBy, stackOf, update } from './plans';

describe('form is no change', () => {
  const cases: [string, object, object][] = [
    ['spacing and order of JSON', { policy: '{"a":1,"b":[2]}' }, { policy: '{ "b": [2],\n "a": 1 }' }],
    ['order in a policy', { policy: '{"Action":["s3:Get","s3:Put"]}' }, { policy: '{"Action":["s3:Put","s3:Get"]}' }],
    ['one or a list of one in a policy', { policy: '{"Action":"s3:Get"}' }, { policy: '{"Action":["s3:Get"]}' }],
    ['order of a set', { subnet_ids: ['a', 'b'] }, { subnet_ids: ['b', 'a'] }],
    ['none or empty', { rule: [], tags: null }, { rule: null, tags: {} }],
    ['spacing of YAML', { values: ['a: 1\nb: [2, 3]\n'] }, { values: ['b:\n- 2\n- 3\na: 1\n'] }],
  ];
  test.each(cases)('%s', (_, before, after) => {
    const { values, formOnly, review } = saidBy(before, after);
    expect(values).toEqual([]);
    expect(formOnly).toBe(1);
    expect(review.verdict).toBe('no-change');
  });

  test('keys in any order, whatever they hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(saidBy({ value }, { value: turned }).values).toEqual([]);
        expect(
          saidBy({ document: JSON.stringify(value) }, { document: JSON.stringify(turned, null, 2) }).values,
        ).toEqual([]);
      }),
    );
  });
});

describe('what is said', () => {
  test('is never nothing when something differs', () => {
    const json = fc.jsonValue().filter((value) => value !== null && stable(value) !== '{}' && stable(value) !== '[]');
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(stable(one) !== stable(other));
        fc.pre(
          !stable(one).includes('[]') &&
            !stable(one).includes('{}') &&
            !stable(other).includes('[]') &&
            !stable(other).includes('{}'),
        );
        fc.pre(!stable(one).includes('null') && !stable(other).includes('null'));
        // Texts that hold documents may say the same.
        fc.pre(!/[[{]/.test(JSON.stringify(typeof one === 'string' ? one : '')));
        expect(saidBy({ value: one }, { value: other }).values).not.toEqual([]);
      }),
    );
  });

  test('of a list of blocks, by the name that they bear', () => {
    const { values } = saidBy(
      {
        rule: [
          { name: 'a', port: 1 },
          { name: 'b', port: 2 },
        ],
      },
      {
        rule: [
          { name: 'b', port: 3 },
          { name: 'a', port: 1 },
        ],
      },
    );
    expect(values).toEqual([{ path: 'rule[name=b].port', before: 2, after: 3 }]);
  });

  test('of a list, what came and what went', () => {
    expect(saidBy({ subnet_ids: ['a', 'b'] }, { subnet_ids: ['b', 'c'] }).values).toEqual([
      { path: 'subnet_ids[]', before: ['a'], after: ['c'] },
    ]);
  });

  test('an order that may matter is told', () => {
    expect(saidBy({ command: ['run', 'stop'] }, { command: ['stop', 'run'] }).values).toHaveLength(1);
  });

  test('inside of JSON, only what differs', () => {
    expect(
      saidBy(
        { policy: '{"Statement":[{"Sid":"a","Effect":"Allow"}]}' },
        { policy: '{"Statement":[{"Sid":"a","Effect":"Deny"}]}' },
      ).values,
    ).toEqual([{ path: 'policy.Statement[Sid=a].Effect', before: 'Allow', after: 'Deny' }]);
  });

  test('inside of base64, only the lines that differ', () => {
    const encoded = (text: string): string => Buffer.from(text).toString('base64');
    const [value] = saidBy(
      { user_data: encoded('#!/bin/sh\necho one\nexit') },
      { user_data: encoded('#!/bin/sh\necho two\nexit') },
    ).values;
    expect(value).toEqual({ path: 'user_data.decoded', before: 'echo one', after: 'echo two' });
  });

  test('tags that follow tags are not', () => {
    const { values } = saidBy({ tags: { a: '1' }, tags_all: { a: '1' } }, { tags: { a: '2' }, tags_all: { a: '2' } });
    expect(values.map(({ path }) => path)).toEqual(['tags.a']);
  });

  test('what a provider decides anew is not, what is configured is', () => {
    const change = update({ size: 1, arn: 'x', peer: 'p' }, { size: 2 }, { after_unknown: { arn: true, peer: true } });
    const expressions = { peer: { references: ['aws_vpc.b.id'] }, size: { constant_value: 2 } };
    const block = { address: 'aws_vpc.main', mode: 'managed', type: 'aws_vpc', name: 'main', expressions };
    const plan = { configuration: { root_module: { resources: [block] } } };
    const [said] = reviewOf([stackOf([change], { plan })]).changes;
    expect(said?.values).toEqual([
      { path: 'peer', before: 'p', decidedLater: true },
      { path: 'size', before: 1, after: 2 },
    ]);
  });
});

test('a document that is nested without end is a text', () => {
  const deep = (end: string): string => `${'['.repeat(100_000)}${end}${']'.repeat(100_000)}`;
  expect(saidBy({ policy: deep('1') }, { policy: deep('2') }).values).toHaveLength(1);
});

describe('secrets', () => {
  const SECRET = 'hunter2-hunter2';
  const cases: [string, object, object, object][] = [
    [
      'by the provider',
      { value: SECRET },
      { value: 'other' },
      { before_sensitive: { value: true }, after_sensitive: {} },
    ],
    [
      'of a whole object',
      { block: { inner: SECRET } },
      { block: { inner: 'x' } },
      { before_sensitive: { block: true } },
    ],
    ['by their name', { master_password: SECRET }, { master_password: 'other-than-that' }, {}],
    [
      'by their name in JSON',
      { settings: `{"db":{"password":"${SECRET}"}}` },
      { settings: '{"db":{"password":"x"}}' },
      {},
    ],
    ['by their form', { note: `postgres://user:${SECRET}@db` }, { note: 'none' }, {}],
    ['in what came', { rule: [] }, { rule: [{ client_secret: SECRET }] }, {}],
    ['in a script', { user_data: 'a' }, { user_data: `export PASSWORD=${SECRET}` }, {}],
    ['in a script of many lines', { user_data: 'a\nb' }, { user_data: `a\nexport TOKEN=${SECRET}` }, {}],
    [
      'when the value becomes secret',
      { value: 'a' },
      { value: SECRET },
      { before_sensitive: {}, after_sensitive: { value: true } },
    ],
  ];
  test.each(cases)('%s', (_, before, after, marks) => {
    const { review } = saidBy(before, after, marks);
    expect(review.changes).toHaveLength(1);
    expect(JSON.stringify(review)).not.toContain(SECRET);
    expect(JSON.stringify(review)).toContain(MASK);
  });

  test('a name that only points to a secret is shown', () => {
    expect(saidBy({ secret_name: 'a', token_ttl: 1 }, { secret_name: 'b', token_ttl: 2 }).values).toEqual([
      { path: 'secret_name', before: 'a', after: 'b' },
      { path: 'token_ttl', before: 1, after: 2 },
    ]);
  });
});

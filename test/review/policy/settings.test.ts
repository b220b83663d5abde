import { type Condition, SETTINGS, type Setting } from '../../../review/policy/settings';
import { observed, type Resources, terraformOf } from './support';

/** The values of an argument as a path of blocks. */
function at(path: string, value: unknown): object {
  const [step = '', ...rest] = path.split('.');
  return { [step]: rest.length === 0 ? value : at(rest.join('.'), value) };
}

const expression = `\${var.decided_elsewhere}`;

/** A resource that keeps a condition, breaks it, or leaves it to an engine. */
function bodies({ path, be, notBe, present }: Condition): { good: object; bad: object; open: object } {
  if (be !== undefined) return { good: at(path, be[0]), bad: at(path, 'something else'), open: at(path, expression) };
  if (notBe !== undefined) return { good: {}, bad: at(path, [notBe[0]]), open: at(path, [expression]) };
  return present
    ? { good: at(path, expression), bad: {}, open: at(path, expression) }
    : { good: {}, bad: {}, open: {} };
}

function stack({ type, any, when }: Setting, which: 'good' | 'bad' | 'open'): Resources {
  const first = any[0]!;
  const before = when === undefined ? {} : at(when.path, when.be![0]);
  const own = { [type]: { it: { ...before, ...Object.assign({}, ...any.map((each) => bodies(each)[which])) } } };
  if (first.companion === undefined || which === 'bad') return own;
  return { ...own, [first.companion]: { its: at(first.path, `\${${type}.it.id}`) } };
}

const cases = [
  ...SETTINGS.public.map((setting) => ({ id: 'WFP108', setting })),
  ...SETTINGS.encryption.map((setting) => ({ id: 'WFP109', setting })),
].map((each) => ({ ...each, name: `${each.id} ${each.setting.type}: ${each.setting.what}` }));

describe.each(cases)('$name', ({ id, setting }) => {
  const told = (which: 'good' | 'bad' | 'open') =>
    observed(id, terraformOf(stack(setting, which))).all.filter(
      ({ address, message = setting.what }) => address === `${setting.type}.it` && message.includes(setting.what),
    );

  test('fires', () => {
    const broken = told('bad').filter(({ outcome }) => outcome === 'breaks');
    expect(broken).toEqual([expect.objectContaining({ message: setting.what, stack: 'own' })]);
  });

  test('does not fire on what is as it should be', () => {
    expect(told('good').map(({ outcome }) => outcome)).not.toContain('breaks');
    expect(told('good').map(({ outcome }) => outcome)).toContain('holds');
  });

  if (setting.any.every(({ be, notBe }) => be !== undefined || notBe !== undefined)) {
    test('claims nothing of what an expression decides', () => {
      expect(told('open').map(({ outcome }) => outcome)).toContain('unknown');
      expect(told('open').map(({ outcome }) => outcome)).not.toContain('breaks');
    });
  }
});

test('blocks in lists count one by one', () => {
  const template = (...encrypted: string[]) => ({
    aws_launch_template: { a: { block_device_mappings: encrypted.map((each) => ({ ebs: [{ encrypted: each }] })) } },
  });
  expect(observed('WFP109', terraformOf(template('true', 'true'))).broken).toEqual([]);
  expect(observed('WFP109', terraformOf(template('true', 'false'))).broken).toHaveLength(1);
});

test('a rule of the other direction is not met', () => {
  const rule = { direction: 'Outbound', access: 'Allow', source_address_prefix: '*' };
  expect(observed('WFP108', terraformOf({ azurerm_network_security_rule: { out: rule } })).applies).toBe(false);
});

test('every condition says one thing', () => {
  for (const { any } of [...SETTINGS.public, ...SETTINGS.encryption]) {
    for (const { be, notBe, present, companion } of any) {
      expect([be, notBe, present, companion].filter((each) => each !== undefined)).toHaveLength(1);
    }
  }
});

import { documentOf, synthesized } from '../../../support/synthesized';

const { stacks } = synthesized(
  documentOf(`
wattform: 1
name: own
owner: "Ops \${var.secret} %{if true}"
sites:
  gavle: { target: netbox, region: sweden }
clusters:
  frontier: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }
`),
);
const row = stacks['gavle-hall-1-row-1']!;

test('every stack waits long enough for a creation, and holds neither address nor token', () => {
  const providers = Object.values(stacks).flatMap(({ provider }) => provider?.['netbox'] ?? []);
  expect(providers.length).toBe(Object.keys(stacks).length);
  for (const each of providers) expect(each).toEqual({ request_timeout: 60 });
});

test('a device is made anew when its kind changes, and its status is left to people', () => {
  const { lifecycle } = row.resource!['netbox_device']!['row_device'];
  expect(lifecycle).toEqual({
    ignore_changes: ['status'],
    replace_triggered_by: ['terraform_data.row_kind[each.key]'],
  });
  expect(row.resource!['terraform_data']!['row_kind'].input).toEqual({ kind: '${each.value.kind}' });
});

test('ports are read by ids alone, so that a change of a device does not hide those of all others', () => {
  const sources = Object.values(row.data!).flatMap((each) => Object.values(each));
  const parts = sources.filter(({ for_each: rows }) => rows !== undefined);
  expect(parts.length).toBe(4);
  for (const { for_each: rows } of parts) expect(rows).toMatch(/^\$\{local\.row_(device|strip)-parts_of\}$/);
});

test('newer versions of the provider are accepted, up to the next that may break', () => {
  const asked = Object.values(stacks).map(({ terraform }) => terraform.required_providers.netbox.version);
  expect(new Set(asked)).toEqual(new Set(['~> 5.7']));
});

test('the name of an owner is data', () => {
  const text = JSON.stringify(stacks['netbox-kinds']);
  expect(text).toContain('Ops $${var.secret} %%{if true}');
  expect(text).not.toMatch(/[^$]\$\{var\.secret/);
});

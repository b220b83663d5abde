import { galleryDocument, galleryNames, synthesized, type TerraformJson } from '../support/synthesized';
import { awsSettings } from './aws';
import { azureSettings } from './azure';
import type { Setting, StackView } from './settings';

const settings = [...awsSettings, ...azureSettings];
const stacks: { readonly name: string; readonly json: TerraformJson }[] = galleryNames().flatMap((name) =>
  Object.entries(synthesized(galleryDocument(name)).stacks).map(([stack, json]) => ({
    name: `${name}/${stack}`,
    json,
  })),
);

function viewOf(json: TerraformJson): StackView {
  const of = (type: string) => Object.entries(json.resource?.[type] ?? {}).map(([id, resource]) => ({ id, resource }));
  return {
    of,
    refersTo: (type, address) => of(type).some(({ resource }) => JSON.stringify(resource).includes(address)),
    text: JSON.stringify(json.resource ?? {}),
  };
}

interface Seen {
  readonly address: string;
  readonly holds: boolean;
}

function seen(setting: Setting): Seen[] {
  return stacks.flatMap(({ name, json }) => {
    const view = viewOf(json);
    return view.of(setting.type).map(({ id, resource }) => ({
      address: `${name}: ${setting.type}.${id}`,
      holds: Boolean(setting.holds(resource, view)),
    }));
  });
}

const excepted = (setting: Setting, each: Seen) => !each.holds && setting.exception?.when(each.address) === true;

describe('settings that scanners look for, over every blueprint', () => {
  test.each(settings)('$id $type: $what', (setting) => {
    const found = seen(setting);
    // A rule that met nothing proved nothing.
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((each) => !each.holds && !excepted(setting, each)).map((each) => each.address)).toEqual([]);
  });
});

describe('exceptions', () => {
  const exceptions = settings.filter((setting) => setting.exception);

  test.each(exceptions)('$id $type: $what has a reason', (setting) => {
    expect(setting.exception!.why.length).toBeGreaterThan(20);
  });

  test('are counted, and each is still needed', () => {
    const counts = exceptions.map((setting) => [
      `${setting.id} ${setting.type}`,
      seen(setting).filter((each) => excepted(setting, each)).length,
    ]);
    expect(counts.filter(([, count]) => count === 0)).toEqual([]);
    expect(Object.fromEntries(counts)).toMatchSnapshot();
  });
});

test('no resource opens a port to the world, in any stack', () => {
  const open = stacks.filter(
    ({ json }) =>
      /"(source_address_prefix|cidr_blocks|cidr_ipv4)":\s*(\["0\.0\.0\.0\/0"\]|"0\.0\.0\.0\/0")/.test(
        JSON.stringify(json),
      ) && /ingress|Inbound/.test(JSON.stringify(json)),
  );
  const inbound = open.flatMap(({ name, json }) =>
    Object.entries(json.resource?.['aws_vpc_security_group_ingress_rule'] ?? {})
      .filter(([, rule]) => rule.cidr_ipv4 === '0.0.0.0/0')
      .map(([id]) => `${name}: ${id}`),
  );
  expect(inbound).toEqual([]);
});

test('no secret stands in any file', () => {
  const secrets =
    /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|"(password|secret_key|access_key|client_secret|admin_password)":/;
  expect(stacks.filter(({ json }) => secrets.test(JSON.stringify(json))).map(({ name }) => name)).toEqual([]);
});

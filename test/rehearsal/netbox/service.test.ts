import { ValueChecks } from '../../../rehearsal/host/checks';
import { Cloud } from '../../../rehearsal/host/cloud';
import { SimulatedProvider } from '../../../rehearsal/host/simulated-provider';
import { isObject, type ObjectValue, readValue, type Value, writeValue } from '../../../rehearsal/host/values';
import { shippedSchema } from '../../../rehearsal/schemas';

interface Answer {
  readonly planned_state: Parameters<typeof readValue>[0];
  readonly new_state: Parameters<typeof readValue>[0];
  readonly diagnostics?: { readonly summary: string }[];
}

/** One stack that writes into the NetBox of a cloud. */
class Stack {
  private readonly played: SimulatedProvider;

  constructor(cloud: Cloud, name = 'stack') {
    this.played = new SimulatedProvider(shippedSchema('e-breuninger/netbox')!, { cloud, worker: name });
  }

  apply(type: string, config: Value, prior: Value = null): Answer {
    const proposed = isObject(config) && isObject(prior) ? { ...prior, ...config } : config;
    const { planned_state } = this.played.PlanResourceChange({
      type_name: type,
      config: writeValue(config),
      proposed_new_state: writeValue(proposed),
      prior_state: writeValue(prior),
    }) as Answer;
    const request = { type_name: type, planned_state, prior_state: writeValue(prior) };
    return this.played.ApplyResourceChange(request) as Answer;
  }

  make(type: string, config: ObjectValue): ObjectValue {
    const answer = this.apply(type, config);
    expect(answer.diagnostics).toBeUndefined();
    return readValue(answer.new_state) as ObjectValue;
  }

  refused(type: string, config: Value, prior: Value = null): string | undefined {
    return this.apply(type, config, prior).diagnostics?.[0]?.summary;
  }
}

const idOf = (object: ObjectValue): number => Number(object['id']);

/** A site, and a type of devices with so many ports. */
function stage(cloud = new Cloud(), ports = 1) {
  const stack = new Stack(cloud);
  const site = idOf(stack.make('netbox_site', { name: 'Campus', slug: 'campus' }));
  const acme = idOf(stack.make('netbox_manufacturer', { name: 'Acme' }));
  const role = idOf(stack.make('netbox_device_role', { name: 'Server', color_hex: '00ff00' }));
  const type = stack.make('netbox_device_type', { model: 'S8', manufacturer_id: acme, u_height: 1 });
  for (let port = 0; port < ports; port += 1) {
    const template = { name: `eth${port}`, type: '400gbase-x-osfp', device_type_id: idOf(type) };
    stack.make('netbox_interface_template', template);
  }
  const device = { site_id: site, role_id: role, device_type_id: idOf(type) };
  return { cloud, stack, site, device, type };
}

test('ids are numbers, one for one object in all stacks, and always the same', () => {
  const ids = () => {
    const cloud = new Cloud();
    return ['one', 'two'].flatMap((name) => {
      const stack = new Stack(cloud, name);
      return ['a', 'b'].map((tenant) => stack.make('netbox_tenant', { name: name + tenant })['id']);
    });
  };
  expect(new Set(ids()).size).toBe(4);
  expect(ids()).toEqual(ids());
  for (const id of ids()) expect(id).toMatch(/^[1-9]\d{0,9}$/);
});

test('slugs are derived, and what is derived collides', () => {
  const { stack } = stage();
  expect(stack.make('netbox_tenant', { name: 'P1' })).toMatchObject({ slug: 'p1' });
  expect(stack.make('netbox_manufacturer', { name: 'Foo Bar' })).toMatchObject({ slug: 'foo-bar' });
  expect(stack.refused('netbox_manufacturer', { name: 'Foo-Bar' })).toMatch(
    /map\[slug:\[manufacturer with this slug already exists\.]]/,
  );
  expect(stack.refused('netbox_tenant', { name: 'p1' })).toMatch(/Tenant slug must be unique per group/);
});

test('the type of a custom field does not change, and other changes are kept', () => {
  const { stack } = stage();
  const config = { name: 'wf_kva', type: 'text', content_types: ['dcim.device'] };
  const field = stack.make('netbox_custom_field', config);
  expect(stack.refused('netbox_custom_field', { ...config, type: 'url' }, field)).toBe(
    '[PATCH /extras/custom-fields/{id}/][400] extras_custom-fields_partial_update default  map[type:[Changing the type of custom fields is not supported.]]',
  );
  expect(stack.refused('netbox_custom_field', { ...config, label: 'kVA' }, field)).toBeUndefined();
});

test('what others need stays, with the names of the others', () => {
  const { stack, device, type } = stage();
  stack.make('netbox_device', { ...device, name: 'srv-1' });
  expect(stack.refused('netbox_device_type', null, type)).toMatch(
    /\[DELETE \/dcim\/device-types\/{id}\/]\[409] .* 1 dependent objects were found: srv-1 \(\d+\)/,
  );
});

test('with a device go its ports, their addresses, and the ends of cables', () => {
  const { stack, cloud, device } = stage();
  const [one, other] = ['srv-1', 'srv-2'].map((name) => stack.make('netbox_device', { ...device, name }));
  const ports = [one!, other!].map((each) =>
    idOf(stack.make('netbox_device_interface', { device_id: idOf(each), name: 'mgmt', type: '1000base-t' })),
  );
  const end = (port: number) => [{ object_type: 'dcim.interface', object_id: port }];
  stack.make('netbox_cable', { status: 'connected', a_termination: end(ports[0]!), b_termination: end(ports[1]!) });
  stack.make('netbox_ip_address', { ip_address: '10.0.0.1/32', status: 'active', device_interface_id: ports[0]! });
  expect(stack.refused('netbox_device', null, one!)).toBeUndefined();
  expect(cloud.objects('netbox_ip_address')).toEqual([]);
  expect(cloud.objects('netbox_device_interface')).toHaveLength(1);
  expect(cloud.objects('netbox_cable')[0]!.state).toMatchObject({ a_termination: [], b_termination: end(ports[1]!) });
});

test('what a deleted object is only mentioned in forgets it', () => {
  const { stack, cloud, site } = stage();
  const region = stack.make('netbox_region', { name: 'North' });
  const [campus] = cloud.objects('netbox_site');
  stack.apply('netbox_site', { name: 'Campus', slug: 'campus', region_id: idOf(region) }, campus!.state);
  stack.apply('netbox_region', null, region);
  expect(cloud.objects('netbox_site')[0]).toMatchObject({ id: String(site), state: { region_id: null } });
});

test('names are free again, and a device may be changed without being in its own way', () => {
  const { stack, device } = stage();
  const config = { ...device, name: 'srv-1' };
  const first = stack.make('netbox_device', config);
  expect(stack.refused('netbox_device', { ...config, serial: 'X' }, first)).toBeUndefined();
  stack.apply('netbox_device', null, first);
  expect(stack.refused('netbox_device', config)).toBeUndefined();
});

test('prefixes and addresses may repeat in a VRF that does not mind, and when they are shared', () => {
  const { stack } = stage();
  const [strict, open] = [true, false].map((enforce_unique) =>
    idOf(stack.make('netbox_vrf', { name: `vrf ${enforce_unique}`, enforce_unique })),
  );
  const prefix = { prefix: '10.0.0.0/8', status: 'active' };
  for (const vrf_id of [null, strict!, open!, open!]) stack.make('netbox_prefix', { ...prefix, vrf_id });
  expect(stack.refused('netbox_prefix', { ...prefix, vrf_id: strict! })).toMatch(/Duplicate prefix found in VRF/);
  const vip = { ip_address: '10.0.0.9/32', status: 'active', role: 'anycast' };
  stack.make('netbox_ip_address', vip);
  expect(stack.refused('netbox_ip_address', vip)).toBeUndefined();
});

test.each([
  ['netbox_power_feed', { max_percent_utilization: 101 }, '1 to 100'],
  ['netbox_power_feed', { phase: 'two-phase' }, 'one of "single-phase", "three-phase"'],
  ['netbox_rack', { width: 20 }, 'one of 10, 19, 21, 23'],
  ['netbox_rack', { rack_type_id: 1, width: 19 }, 'only one of "rack_type_id", "width"'],
  ['netbox_device', { rack_face: 'front' }, 'together only'],
  ['netbox_cable', { type: 'copper' }, '"power"'],
  ['netbox_power_port_template', { name: 'IN' }, 'one of "device_type_id", "module_type_id" must be given'],
  ['netbox_custom_field', { type: 'decimal' }, '"text", "integer"'],
])('the provider itself refuses %s with %j', (type, config, words) => {
  const told = new ValueChecks('netbox').aboutResource(type, config as ObjectValue);
  expect(told).toMatchObject([{ detail: expect.stringContaining(words) }]);
});

test('a thousand devices with 32 ports each take no longer per device than a hundred', () => {
  const { stack, device } = stage(new Cloud(), 32);
  const made = (from: number, to: number): number => {
    const begun = performance.now();
    for (let index = from; index < to; index += 1) stack.make('netbox_device', { ...device, name: `srv-${index}` });
    return (performance.now() - begun) / (to - from);
  };
  made(0, 100);
  const [early, late] = [made(100, 300), made(800, 1000)];
  expect(late).toBeLessThan(3 * early + 1);
});

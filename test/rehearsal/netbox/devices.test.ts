import { Cloud } from '../../../rehearsal/host/cloud';
import { withEngines } from '../support';
import { DATA, EQUIPMENT, extended, PLACES, rehearseHall, TYPES } from './hall';

const ref = (address: string): string => `\${${address}.id}`;

withEngines('devices and their ports', (engine) => {
  test('a device before the templates of its type has no ports, and the data source finds nothing', async () => {
    // The templates come after the device: as if nobody had said that it must wait for them.
    const late = Object.fromEntries(
      ['netbox_interface_template', 'netbox_power_port_template', 'netbox_power_outlet_template'].map((type) => {
        const blocks = Object.entries(TYPES[type]!).map(([name, block]) => {
          return [name, { ...block, depends_on: ['netbox_device.server'] }] as const;
        });
        return [type, Object.fromEntries(blocks)] as const;
      }),
    );
    const { netbox_device: devices, ...rest } = EQUIPMENT;
    const server = { ...devices!['server'], depends_on: [] };
    const whole = [PLACES, TYPES, rest, late, { netbox_device: { server } }].reduce(extended);
    const ports = DATA['netbox_device_power_ports']!['server']!;
    const { faults } = await rehearseHall(engine, whole, { data: { netbox_device_power_ports: { server: ports } } });
    expect(faults).toMatchObject([{ step: 'apply', summary: 'no result' }]);
  });

  test('what others need is not deleted: a type before its devices', async () => {
    const cloud = new Cloud();
    const kept = { ...DATA };
    const { ok } = await rehearseHall(engine, [PLACES, TYPES, EQUIPMENT].reduce(extended), { data: kept, cloud });
    expect(ok).toBe(true);
    const deleted = cloud.log.filter(({ action }) => action === 'delete').map(({ type }) => type);
    expect(deleted.lastIndexOf('netbox_device')).toBeLessThan(deleted.indexOf('netbox_device_type'));
  });

  test('a filter that the provider does not have is refused', async () => {
    const data = { netbox_device_interfaces: { all: { filter: [{ name: 'rack_id', value: '1' }] } } };
    const { faults } = await rehearseHall(engine, PLACES, { data });
    expect(faults).toMatchObject([{ summary: "'rack_id' is not a supported filter parameter" }]);
  });

  test('a pattern, a name and a limit narrow what is found', async () => {
    const device = { name: 'device_id', value: ref('netbox_device.server') };
    const data = {
      netbox_device_interfaces: {
        second: { filter: [device], name_regex: '1$' },
        named: { filter: [device, { name: 'name', value: 'eth0' }] },
        one: { filter: [device], limit: 1 },
      },
      netbox_devices: { none: { filter: [{ name: 'name', value: 'nobody' }] } },
    };
    const check = (name: string, value: string) => ({
      input: value,
      lifecycle: { precondition: { condition: `\${${value} == "${name}"}`, error_message: `not ${name}` } },
    });
    const named = (source: string): string => `join(",", data.netbox_device_interfaces.${source}.interfaces[*].name)`;
    const whole = extended([PLACES, TYPES, EQUIPMENT].reduce(extended), {
      terraform_data: {
        second: check('eth1', named('second')),
        named: check('eth0', named('named')),
        one: check('eth0', named('one')),
        none: check('0', 'tostring(length(data.netbox_devices.none.devices))'),
      },
    });
    const { faults } = await rehearseHall(engine, whole, { data });
    expect(faults).toEqual([]);
  });
});

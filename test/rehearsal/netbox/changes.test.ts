import type { Rehearsal } from '../../../rehearsal';
import { withEngines } from '../support';
import { type Blocks, EQUIPMENT, extended, PLACES, rehearseHall, TYPES } from './hall';

const ref = (address: string): string => `\${${address}.id}`;
const SITE = ref('netbox_site.campus');

/** What NetBox keeps otherwise than it was given: measured on 4.4.10, except the measures of a type of rack (its source). */
const CHANGED: [what: string, address: string, block: object][] = [
  ['a padded name', 'netbox_tenant.padded', { name: ' padded ', slug: 'padded' }],
  ['a newline at the end', 'netbox_power_panel.lines', { name: 'lines', site_id: SITE, comments: 'one\ntwo\n' }],
  ['IPv6 in capitals', 'netbox_prefix.capitals', { prefix: '2001:DB8::/32', status: 'active' }],
  [
    'a device without the location of its rack',
    'netbox_device.inherits',
    {
      name: 'inherits',
      site_id: SITE,
      device_type_id: ref('netbox_device_type.server'),
      role_id: ref('netbox_device_role.server'),
      rack_id: ref('netbox_rack.r2'),
    },
  ],
  [
    'a rack without the outer measures of its type',
    'netbox_rack.measured',
    { name: 'measured', site_id: SITE, status: 'active', rack_type_id: ref('netbox_rack_type.measured') },
  ],
];

const BESIDES: Blocks = {
  netbox_rack_type: {
    measured: {
      model: 'measured',
      slug: 'measured',
      manufacturer_id: ref('netbox_manufacturer.acme'),
      form_factor: '4-post-frame',
      width: 19,
      u_height: 48,
      starting_unit: 1,
      outer_width: 600,
      outer_depth: 1200,
      outer_unit: 'mm',
    },
  },
  netbox_prefix: { small: { prefix: '2001:db9::/32', status: 'active' } },
};

withEngines('what NetBox changes', (engine) => {
  let rehearsal: Rehearsal;

  beforeAll(async () => {
    const changed = CHANGED.map(([, address, block]): Blocks => {
      const [type = '', name = ''] = address.split('.');
      return { [type]: { [name]: block as Blocks[string][string] } };
    });
    rehearsal = await rehearseHall(engine, [PLACES, TYPES, EQUIPMENT, BESIDES, ...changed].reduce(extended));
  });

  test('is applied, and the plan after it is not empty', () => {
    expect(rehearsal.stacks[0]!.steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['validate', true],
      ['plan', true],
      ['apply', true],
      ['plan again', false],
    ]);
  });

  test('is told, and nothing else', () => {
    expect(rehearsal.faults.map(({ address }) => address).sort()).toEqual(CHANGED.map(([, address]) => address).sort());
  });
});

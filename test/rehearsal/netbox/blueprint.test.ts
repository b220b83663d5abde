import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAgainst, rehearse } from '../../../rehearsal';
import { documentOf, synthesized } from '../../support/synthesized';
import { withEngines } from '../support';

const hall = (accelerators: number, more = '') =>
  synthesized(
    documentOf(`
wattform: 1
name: own
sites:
  gavle: { target: netbox, region: sweden${more} }
clusters:
  frontier: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: mi300x, count: ${accelerators} } }
`),
  ).folder;

withEngines('a hall that stands', (engine) => {
  test('grows by a server: nothing is destroyed or made anew, and no cable that lies moves', async () => {
    const { stacks } = await planAgainst(hall(16), hall(24), { engine });
    expect(stacks.flatMap(({ diagnoses }) => diagnoses)).toEqual([]);
    const changes = stacks.flatMap(({ plan }) =>
      (plan?.resource_changes ?? [])
        .filter(({ mode }) => mode === 'managed')
        .map(({ address, type, change }) => ({ address, type, actions: change.actions.join(' ') })),
    );
    const of = (actions: string, type?: string) =>
      changes.filter((each) => each.actions === actions && (type === undefined || each.type === type));
    expect(changes.filter(({ actions }) => actions.includes('delete'))).toEqual([]);
    expect(of('update', 'netbox_cable')).toEqual([]);
    expect(of('update', 'netbox_ip_address')).toEqual([]);
    expect(of('create', 'netbox_device').map(({ address }) => address)).toEqual([
      'netbox_device.row_device["r0001-s03"]',
    ]);
    // Eight rails, two of the front end, two of storage, management, and one cord: a training hall is fed from one side.
    expect(of('create', 'netbox_cable').length).toBe(14);
  }, 240_000);

  test.each([
    ['gavle-grid', /"limit_w":\d+/, '"limit_w":1', /over what it may carry: mech-tx-s1-a-1/],
    [
      'gavle-hall-1-row-1',
      /"amps":\d+/,
      '"amps":1',
      /feeds that cannot carry their rack with the other side out: feed-r0001-a/,
    ],
  ])(
    'fails its plan when somebody changes a limit of %s by hand',
    async (stack, found, changed, said) => {
      const folder = hall(8);
      const file = join(folder, 'stacks', stack, 'cdk.tf.json');
      const text = readFileSync(file, 'utf8');
      expect(text).toMatch(found);
      writeFileSync(file, text.replace(found, changed));
      const { ok, faults } = await rehearse(folder, { engine });
      expect(ok).toBe(false);
      expect(JSON.stringify(faults)).toMatch(said);
    },
    120_000,
  );
});

import { Cloud } from '../../../rehearsal/host/cloud';
import { withEngines } from '../support';
import { DATA, HALL, rehearseHall } from './hall';

withEngines('a hall in NetBox', (engine) => {
  test('goes up, stays as it is, and comes down, with cables between ports that NetBox made', async () => {
    const cloud = new Cloud();
    const { faults, ok, stacks } = await rehearseHall(engine, HALL, { data: DATA, cloud });
    expect(faults).toEqual([]);
    expect(ok).toBe(true);
    expect(stacks[0]!.created).toMatchObject({ netbox_device: 3, netbox_cable: 3, netbox_interface_template: 2 });
    expect(cloud.objects()).toEqual([]);
    const deleted = cloud.log.filter(({ action }) => action === 'delete').map(({ type }) => type);
    expect(deleted.lastIndexOf('netbox_cable')).toBeLessThan(deleted.indexOf('netbox_device'));
    expect(deleted.lastIndexOf('netbox_rack')).toBeLessThan(deleted.indexOf('netbox_site'));
  });
});

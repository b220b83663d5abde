import { RunError } from '../../../engine';
import { Cloud } from '../../../rehearsal/host/cloud';
import { withEngines } from '../support';
import { rehearseHall, TYPES } from './hall';

const SITE = { netbox_site: { campus: { name: 'Campus', slug: 'campus' } } };

withEngines('an answer of NetBox that comes too late', (engine) => {
  test('leaves an object that no state knows, and the next apply is refused', async () => {
    const cloud = new Cloud();
    const { ok, recovery } = await rehearseHall(engine, SITE, { faults: ['timeout@netbox_site'], cloud });
    expect(ok).toBe(false);
    expect(recovery!.failures).toMatchObject([{ summary: expect.stringMatching(/Client\.Timeout exceeded/) }]);
    expect(recovery!.unknown).toMatchObject([{ type: 'netbox_site' }]);
    expect(recovery!.troubles).toMatchObject([
      { summary: expect.stringMatching(/name:\[site with this name already exists\.] slug:\[site with this slug/) },
    ]);
    expect(cloud.created('netbox_site')).toBe(1);
  });

  test('is not waited for by providers that ask again', async () => {
    const only = { terraform_data: { one: { input: 1 } } };
    await expect(rehearseHall(engine, only, { faults: ['timeout'] })).rejects.toThrow(RunError);
  });

  test('is survived by what can be told apart: an error leaves nothing', async () => {
    const { ok, recovery } = await rehearseHall(engine, TYPES, { faults: ['error@netbox_device_type'] });
    expect(recovery!.failures[0]!.summary).toMatch(/\[POST \/dcim\/device-types\/]\[500]/);
    expect(ok).toBe(true);
  });
});

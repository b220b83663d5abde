import { withEngines } from '../support';
import { OBJECTS, said, under } from './folder';

withEngines('a provider that dies', (engine) => {
  test('before it asked the cloud: the engine says so, what was done is in the state, another deploy ends it', async () => {
    const { recovery, cloud } = await under(engine, ['crash@5']);
    expect(said(recovery)).toMatch(/Plugin did not respond.*ApplyResourceChange/s);
    expect(recovery.left).toMatchObject([{ standing: { aws_vpc: 1, aws_subnet: 2, aws_iam_role: 1 }, tainted: [] }]);
    expect(recovery).toMatchObject({ recovered: true, unknown: [], remains: [] });
    expect(cloud.created()).toBe(OBJECTS);
  });

  test('before it could answer: what stands and is in no state is named, and keeps the next deploy from its name', async () => {
    const { ok, recovery, faults } = await under(engine, ['crash@4=late']);
    expect(recovery.unknown).toEqual([{ type: 'aws_iam_role', realm: expect.any(String), id: 'nodes' }]);
    expect(faults).toMatchObject([
      { summary: expect.stringContaining('EntityAlreadyExists'), address: 'aws_iam_role.nodes' },
    ]);
    expect([ok, recovery.recovered]).toEqual([false, false]);
  });

  test('before it could answer about what the cloud names: a second one is built, and the first one is told of', async () => {
    const { ok, recovery, cloud } = await under(engine, ['crash@1=late']);
    expect(recovery.unknown).toEqual([expect.objectContaining({ type: 'aws_vpc' })]);
    expect(cloud.created('aws_vpc')).toBe(2);
    expect(recovery).toMatchObject({ troubles: [], remains: recovery.unknown, recovered: false });
    expect(ok).toBe(false);
  });
});

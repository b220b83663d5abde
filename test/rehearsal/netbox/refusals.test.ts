import type { Rehearsal } from '../../../rehearsal';
import { withEngines } from '../support';
import { EQUIPMENT, extended, PLACES, rehearseHall, TYPES } from './hall';
import { BESIDES, MISTAKES, REFUSED } from './refused';

withEngines('what NetBox refuses though a plan passed', (engine) => {
  let rehearsal: Rehearsal;

  beforeAll(async () => {
    const whole = [PLACES, TYPES, EQUIPMENT, BESIDES, MISTAKES].reduce(extended);
    rehearsal = await rehearseHall(engine, whole);
  });

  test('the plan passes, and the apply fails', () => {
    expect(rehearsal.stacks[0]!.steps).toMatchObject([
      { step: 'validate', ok: true },
      { step: 'plan', ok: true },
      { step: 'apply', ok: false },
    ]);
  });

  test.each(REFUSED)('%s: %s', (_what, address, _block, words) => {
    const said = rehearsal.faults.filter((fault) => fault.address === address).map(({ summary }) => summary);
    expect(said).toEqual([expect.stringMatching(words)]);
  });

  test('nothing else is refused', () => {
    const addresses = rehearsal.faults.map(({ address }) => address);
    expect(addresses.filter((address) => !REFUSED.some(([, each]) => each === address))).toEqual([]);
  });
});

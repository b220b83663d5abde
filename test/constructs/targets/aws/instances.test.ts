import { profile } from '../../../../constructs/targets/aws/profile';
import { CapacityMode, Rdma } from '../../../../design/asks';
import { capacityAsk, catalogInstances, poolAsk } from './samples';

const ROWS = new Map(catalogInstances().map((row) => [row.instanceType, row]));

function refusal(instanceType: string, changes = {}): string | undefined {
  return profile.refuseInstance(ROWS.get(instanceType)!, poolAsk(changes))?.reason;
}

const ON_DEMAND = { capacity: capacityAsk() };
const SPOT = { capacity: capacityAsk({ mode: CapacityMode.SPOT }) };
const RESERVED = { capacity: capacityAsk({ mode: CapacityMode.RESERVED, reservation: 'cr-0123456789abcdef0' }) };
const BLOCK = { capacity: capacityAsk({ mode: CapacityMode.BLOCK, reservation: 'cr-0123456789abcdef0' }) };

test.each([
  ['p5.48xlarge', ON_DEMAND],
  ['p5.48xlarge', BLOCK],
  ['p5e.48xlarge', RESERVED],
  ['p5e.48xlarge', BLOCK],
  ['p6-b300.48xlarge', ON_DEMAND],
  ['trn1.32xlarge', BLOCK],
  ['trn2.48xlarge', BLOCK],
  ['inf2.48xlarge', SPOT],
  ['g6.xlarge', SPOT],
  ['g7.12xlarge', { ...ON_DEMAND, fabric: { rdma: Rdma.NONE } }],
])('%s can be built for %j', (instanceType, changes) => {
  expect(refusal(instanceType, changes)).toBeUndefined();
});

test.each([
  ['p6e-gb200.36xlarge', BLOCK, 'UltraServers'],
  ['trn2u.48xlarge', BLOCK, 'UltraServers'],
  ['trn2.3xlarge', BLOCK, 'CPU architecture'],
  ['p5e.48xlarge', ON_DEMAND, 'not sold on-demand'],
  ['trn2.48xlarge', SPOT, 'not sold spot'],
  ['g6.xlarge', BLOCK, 'no capacity blocks'],
  ['g7.12xlarge', ON_DEMAND, 'network cards'],
  ['p5.48xlarge', { ...BLOCK, zones: ['us-east-1a', 'us-east-1b'] }, 'one zone'],
  ['p5.48xlarge', { ...RESERVED, zones: ['us-east-1a', 'us-east-1b'] }, 'one zone'],
])('%s is refused for %j', (instanceType, changes, reason) => {
  expect(refusal(instanceType, changes)).toContain(reason);
});

test('open reservations may lie in several zones', () => {
  const capacity = capacityAsk({ mode: CapacityMode.RESERVED, reservation: 'open' });
  const zones = ['us-east-1a', 'us-east-1b'];
  expect(refusal('g6.xlarge', { capacity, zones })).toBeUndefined();
});

test('every accelerator row is either built or refused with a reason, in every mode', () => {
  const modes = [ON_DEMAND, SPOT, RESERVED, BLOCK];
  const accelerators = [...ROWS.values()].filter((row) => row.class !== 'cpu');
  const built = accelerators.filter((row) =>
    modes.some((mode) => profile.refuseInstance(row, poolAsk(mode)) === undefined),
  );
  const never = accelerators.filter((row) => !built.includes(row)).map((row) => row.instanceType);
  expect(never.sort()).toEqual([
    'g7.12xlarge',
    'g7.24xlarge',
    'g7.48xlarge',
    'p6e-gb200.36xlarge',
    'trn2.3xlarge',
    'trn2u.48xlarge',
  ]);
});

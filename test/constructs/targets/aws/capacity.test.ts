import { Ec2CapacityReservation } from '@cdktf/provider-aws/lib/ec2-capacity-reservation';
import { target } from '../../../../constructs/targets/aws';
import { CapacityMode, Placement } from '../../../../design/asks';
import { addPool, capacityAsk, type Json, makeWorld, poolDesign, synth } from './samples';

const ID = 'cr-0123456789abcdef0';
const GROUP_ARN = 'arn:aws:resource-groups:us-east-1:012345678901:group/h100';

/** All arguments that depend on the capacity mode. Undefined: must be absent. */
interface Arguments {
  readonly capacityType: string;
  readonly typeOnGroup: boolean;
  readonly typeOnTemplate: boolean;
  readonly market?: Json;
  readonly reservation?: Json;
  readonly placed: boolean;
  readonly minimum: number;
}

const TABLE: [string, Partial<ReturnType<typeof capacityAsk>>, Arguments][] = [
  [
    'on-demand',
    { mode: CapacityMode.ON_DEMAND },
    { capacityType: 'ON_DEMAND', typeOnGroup: true, typeOnTemplate: false, placed: true, minimum: 1 },
  ],
  [
    'spot',
    { mode: CapacityMode.SPOT },
    { capacityType: 'SPOT', typeOnGroup: true, typeOnTemplate: false, placed: true, minimum: 1 },
  ],
  [
    'reserved, one reservation',
    { mode: CapacityMode.RESERVED, reservation: ID },
    {
      capacityType: 'ON_DEMAND',
      typeOnGroup: true,
      typeOnTemplate: false,
      reservation: { capacity_reservation_target: { capacity_reservation_id: ID } },
      placed: true,
      minimum: 1,
    },
  ],
  [
    'reserved, a group of reservations',
    { mode: CapacityMode.RESERVED, reservation: GROUP_ARN },
    {
      capacityType: 'ON_DEMAND',
      typeOnGroup: true,
      typeOnTemplate: false,
      reservation: { capacity_reservation_target: { capacity_reservation_resource_group_arn: GROUP_ARN } },
      placed: true,
      minimum: 1,
    },
  ],
  [
    'reserved, open',
    { mode: CapacityMode.RESERVED, reservation: 'open' },
    {
      capacityType: 'ON_DEMAND',
      typeOnGroup: true,
      typeOnTemplate: false,
      reservation: { capacity_reservation_preference: 'open' },
      placed: true,
      minimum: 1,
    },
  ],
  [
    'block',
    { mode: CapacityMode.BLOCK, reservation: ID },
    {
      capacityType: 'CAPACITY_BLOCK',
      typeOnGroup: false,
      typeOnTemplate: true,
      market: { market_type: 'capacity-block' },
      reservation: { capacity_reservation_target: { capacity_reservation_id: ID } },
      placed: false,
      minimum: 0,
    },
  ],
];

function made(capacity: Partial<ReturnType<typeof capacityAsk>>) {
  const world = makeWorld();
  addPool(world, poolDesign({ capacity: capacityAsk(capacity), placement: Placement.CLUSTER }));
  const result = synth(world.clusterStack);
  const named = (type: string): Json => Object.entries(result.all(type)).find(([id]) => id.startsWith('workers'))?.[1];
  return { result, group: named('aws_eks_node_group'), template: named('aws_launch_template') };
}

describe.each(TABLE)('%s', (_, capacity, expected) => {
  const { result, group, template } = made(capacity);

  test('sets all arguments that depend on it, and no others', () => {
    expect({
      capacityType: group.capacity_type,
      typeOnGroup: group.instance_types !== undefined,
      typeOnTemplate: template.instance_type !== undefined,
      market: template.instance_market_options,
      reservation: template.capacity_reservation_specification,
      placed: template.placement !== undefined,
      minimum: group.for_each['1'].min,
    }).toEqual({ market: undefined, reservation: undefined, ...expected });
    expect(group.instance_types?.[0] ?? template.instance_type).toBe('p5.48xlarge');
  });

  test('has a placement group exactly where nodes are placed', () => {
    expect(Object.keys(result.all('aws_placement_group'))).toHaveLength(expected.placed ? 1 : 0);
  });

  test('has nodes in the fabric’s zone only', () => {
    expect(group.subnet_ids).toEqual([expect.stringContaining('fabric-1')]);
  });

  test('has no schedule without times', () => {
    expect(result.all('aws_autoscaling_schedule')).toEqual({});
  });
});

test('a reservation made in the same program is referred to', () => {
  const world = makeWorld();
  const reserved = new Ec2CapacityReservation(world.clusterStack, 'reserved', {
    availabilityZone: 'us-east-1a',
    instanceCount: 2,
    instancePlatform: 'Linux/UNIX',
    instanceType: 'p5.48xlarge',
  });
  const capacity = capacityAsk({ mode: CapacityMode.RESERVED, reservation: reserved.id });
  expect(target.profile.checkCapacity(capacity, [])).toEqual([]);
  addPool(world, poolDesign({ capacity }));
  const templates: Json[] = Object.values(synth(world.clusterStack).all('aws_launch_template'));
  expect(templates.map((each) => each.capacity_reservation_specification).filter(Boolean)).toEqual([
    { capacity_reservation_target: { capacity_reservation_id: '${aws_ec2_capacity_reservation.reserved.id}' } },
  ]);
});

describe('a block with times', () => {
  const { result } = made({
    mode: CapacityMode.BLOCK,
    reservation: ID,
    starts: '2027-03-01T12:30:00+01:00',
    ends: '2027-03-08T11:30:00Z',
  });
  const schedules: Json[] = Object.values(result.all('aws_autoscaling_schedule'));

  test('asks for all nodes when it starts, in UTC', () => {
    expect(schedules.find((each) => each.scheduled_action_name.endsWith('-start'))).toMatchObject({
      start_time: '2027-03-01T11:30:00Z',
      desired_capacity: '${each.value.max}',
      min_size: -1,
      max_size: -1,
    });
  });

  test('lets them go more than half an hour before it ends', () => {
    expect(schedules.find((each) => each.scheduled_action_name.endsWith('-end'))).toMatchObject({
      start_time: '2027-03-08T10:50:00Z',
      desired_capacity: 0,
      min_size: 0,
      max_size: -1,
    });
  });

  test('has one action a group', () => {
    expect(schedules).toHaveLength(2);
    expect(schedules.every((each) => each.for_each['1'].max === 2)).toBe(true);
  });
});

test.each([CapacityMode.RESERVED, CapacityMode.BLOCK])('%s without a reservation is refused', (mode) => {
  expect(() => made({ mode })).toThrow(new RegExp(`mode ${mode} has no reservation`));
});

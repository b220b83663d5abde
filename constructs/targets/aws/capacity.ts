import type {
  LaunchTemplateCapacityReservationSpecification,
  LaunchTemplateInstanceMarketOptions,
} from '@cdktf/provider-aws/lib/launch-template';
import { type CapacityAsk, CapacityMode } from '../../../design/asks';
import { ReservationKind, reservationKind } from './reservations';

/**
 * Everything that depends on how capacity is obtained, in one place: a capacity block with one of these missing is refused by
 * AWS with an error about something else ("instance types do not exist").
 */
export interface CapacityArguments {
  /** The node group's. */
  readonly capacityType: string;
  /** The type stands on the node group, or on the launch template: never on both. */
  readonly typeOnTemplate: boolean;
  readonly marketOptions?: LaunchTemplateInstanceMarketOptions;
  readonly reservation?: LaunchTemplateCapacityReservationSpecification;
  /** Whether nodes may be placed in a placement group. A capacity block brings its own closeness and refuses one. */
  readonly placementGroup: boolean;
  /** Whether the group starts empty: a block has no capacity before it starts. */
  readonly startsEmpty: boolean;
}

/** @throws when a reservation is missing */
export function capacityArguments(capacity: CapacityAsk): CapacityArguments {
  switch (capacity.mode) {
    case CapacityMode.SPOT:
      return { ...ORDINARY, capacityType: 'SPOT' };
    case CapacityMode.RESERVED:
      return { ...ORDINARY, reservation: reserved(capacity) };
    case CapacityMode.BLOCK:
      return {
        capacityType: 'CAPACITY_BLOCK',
        typeOnTemplate: true,
        marketOptions: { marketType: 'capacity-block' },
        reservation: { capacityReservationTarget: { capacityReservationId: demandReservation(capacity) } },
        placementGroup: false,
        startsEmpty: true,
      };
    default:
      return ORDINARY;
  }
}

const ORDINARY: CapacityArguments = {
  capacityType: 'ON_DEMAND',
  typeOnTemplate: false,
  placementGroup: true,
  startsEmpty: false,
};

function reserved(capacity: CapacityAsk): LaunchTemplateCapacityReservationSpecification {
  const reservation = demandReservation(capacity);
  switch (reservationKind(reservation)) {
    case ReservationKind.OPEN:
      return { capacityReservationPreference: 'open' };
    case ReservationKind.GROUP:
      return { capacityReservationTarget: { capacityReservationResourceGroupArn: reservation } };
    default:
      return { capacityReservationTarget: { capacityReservationId: reservation } };
  }
}

function demandReservation(capacity: CapacityAsk): string {
  if (capacity.reservation === undefined) {
    throw new Error(
      `capacity of mode ${capacity.mode} has no reservation; expected the id of what was bought (cr-…): name it in the capacity`,
    );
  }
  return capacity.reservation;
}

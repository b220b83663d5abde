import type { Finding, Path } from '../../../blueprints/language/finding';
import { type CapacityAsk, CapacityMode } from '../../../design/asks';
import { AwsFinding } from './findings';

/** What a reservation is, by the way it is written. */
export enum ReservationKind {
  /** One capacity reservation or capacity block: `cr-…`, or a reference to its id. */
  ID = 'id',
  /** A resource group of capacity reservations, by ARN. */
  GROUP = 'group',
  /** Any open reservation that matches: the word `open`. */
  OPEN = 'open',
}

const ID_FORM = /^cr-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
// How cdktf writes a reference to a resource of the same program; the profile knows the form, not the engine.
const REFERENCE_FORM = /^\$\{TfToken\[[\w.]+\]\}$/;
const GROUP_FORM = /^arn:aws[a-z-]*:resource-groups:[a-z0-9-]+:\d{12}:group\/[A-Za-z0-9_.-]{1,300}$/;

/** How a block's last minutes are kept: EC2 begins to end instances half an hour before the block ends. */
export const DRAIN_MINUTES = 40;
const MINUTE = 60_000;

/** What a reservation is; undefined when it is written like none. */
export function reservationKind(reservation: string): ReservationKind | undefined {
  if (reservation === 'open') {
    return ReservationKind.OPEN;
  }
  if (ID_FORM.test(reservation) || REFERENCE_FORM.test(reservation)) {
    return ReservationKind.ID;
  }
  return GROUP_FORM.test(reservation) ? ReservationKind.GROUP : undefined;
}

/** Findings about a capacity ask. Paths are below `path`. */
export function checkCapacityAsk(capacity: CapacityAsk, path: Path): Finding[] {
  return [...checkReservation(capacity, path), ...checkWindow(capacity, path)];
}

function checkReservation(capacity: CapacityAsk, path: Path): Finding[] {
  const allowed = allowedReservations(capacity.mode);
  if (capacity.reservation === undefined || allowed === undefined) {
    return [];
  }
  const kind = reservationKind(capacity.reservation);
  if (kind !== undefined && allowed.kinds.includes(kind)) {
    return [];
  }
  return [
    {
      code: AwsFinding.RESERVATION,
      path: [...path, 'reservation'],
      message: `"${capacity.reservation}" is not a reservation for mode ${capacity.mode} on aws`,
      expected: allowed.expected,
      hint: allowed.hint,
    },
  ];
}

interface Allowed {
  readonly kinds: ReservationKind[];
  readonly expected: string;
  readonly hint: string;
}

function allowedReservations(mode: CapacityMode): Allowed | undefined {
  if (mode === CapacityMode.RESERVED) {
    return {
      kinds: [ReservationKind.ID, ReservationKind.GROUP, ReservationKind.OPEN],
      expected: 'cr- and 17 (or 8) hexadecimal digits, the ARN of a resource group of reservations, or the word open',
      hint: '`aws ec2 describe-capacity-reservations` lists the ids',
    };
  }
  if (mode === CapacityMode.BLOCK) {
    return {
      kinds: [ReservationKind.ID],
      expected: 'cr- and 17 (or 8) hexadecimal digits',
      hint: 'a bought capacity block is listed by `aws ec2 describe-capacity-reservations` with type capacity-block',
    };
  }
  return undefined;
}

function checkWindow(capacity: CapacityAsk, path: Path): Finding[] {
  if (capacity.mode !== CapacityMode.BLOCK || capacity.starts === undefined || capacity.ends === undefined) {
    return [];
  }
  const minutes = (Date.parse(capacity.ends) - Date.parse(capacity.starts)) / MINUTE;
  if (Number.isNaN(minutes) || minutes > DRAIN_MINUTES) {
    return [];
  }
  return [
    {
      code: AwsFinding.WINDOW,
      path: [...path, 'ends'],
      message: `the block ends ${minutes} minutes after it starts`,
      expected: `more than ${DRAIN_MINUTES} minutes: nodes are drained that long before the end`,
      hint: 'take both times from the offering that was bought',
    },
  ];
}

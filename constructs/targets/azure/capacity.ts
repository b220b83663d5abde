import type { Finding, Path } from '../../../blueprints/language/finding';
import { type CapacityAsk, CapacityMode } from '../../../design/asks';
import { AzureCode } from './codes';

const GROUP_ID =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]{1,90}\/providers\/Microsoft\.Compute\/capacityReservationGroups\/[^/]{1,80}$/i;

const GROUP_ID_FORM =
  '/subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.Compute/capacityReservationGroups/<name>';

/**
 * A reservation is the full resource id of a capacity reservation group: a short name would leave open which subscription
 * and group the cluster's identity must be let into. Only AKS node pools take one: a scale set of one's own that is on a capacity
 * group may not have the single placement group that InfiniBand needs, so this target makes none.
 */
export function checkCapacity(capacity: CapacityAsk, path: Path): Finding[] {
  if (capacity.mode !== CapacityMode.RESERVED) {
    return [];
  }
  if (capacity.reservation === undefined) {
    return [
      {
        code: AzureCode.RESERVATION_FORM,
        path,
        message: 'reserved capacity names no reservation',
        expected: GROUP_ID_FORM,
        hint: 'az capacity reservation group show --query id',
      },
    ];
  }
  if (!GROUP_ID.test(capacity.reservation)) {
    return [
      {
        code: AzureCode.RESERVATION_FORM,
        path: [...path, 'reservation'],
        message: `"${capacity.reservation}" is not the id of a capacity reservation group`,
        expected: GROUP_ID_FORM,
        hint: 'az capacity reservation group show --query id',
      },
    ];
  }
  return [];
}

/** The resource group that a reservation lies in: the scope on which AKS wants permission. */
export function resourceGroupOfReservation(reservation: string): string {
  return reservation.split('/').slice(0, 5).join('/');
}

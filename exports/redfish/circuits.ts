import { type Equipment, EquipmentKind, Phase } from '../../design/electrical';
import { nominalVoltage, Shelf, shelfOf } from './kinds';
import { link, type Resource, ROOT, segment } from './resource';

export const POWER_EQUIPMENT = `${ROOT}/PowerEquipment`;

/** Path of a piece of equipment. */
export function pathOf(piece: Equipment): string {
  return `${POWER_EQUIPMENT}/${shelfOf(piece).shelf}/${segment(piece.id)}`;
}

/** The property that a piece's outgoing circuits hang on: what leads to a rack is a branch, all else a feeder. */
export function outgoing(from: Equipment, to: Equipment): 'Branches' | 'Feeders' {
  const { shelf } = shelfOf(from);
  const row = shelf === Shelf.FLOOR_PDUS || shelf === Shelf.ELECTRICAL_BUSES;
  return row && to.kind === EquipmentKind.FEED ? 'Branches' : 'Feeders';
}

/** The circuit that leaves a piece of equipment for another one. */
export function outCircuit(from: Equipment, to: Equipment, rack: string | undefined): Resource {
  const property = outgoing(from, to);
  return {
    ...circuit(`${pathOf(from)}/${property}/${segment(to.id)}`, to.id, from, to),
    CircuitType: property === 'Branches' ? 'Branch' : 'Feeder',
    ElectricalConsumerNames: [to.id, ...(rack === undefined ? [] : [rack])],
    Links: { DistributionCircuits: [link(`${pathOf(to)}/Mains/${segment(from.id)}`)] },
  };
}

/** The circuit that a piece of equipment takes its power by. @param consumers names of what hangs on it */
export function mainsCircuit(from: Equipment, to: Equipment, consumers: string[]): Resource {
  return {
    ...circuit(`${pathOf(to)}/Mains/${segment(from.id)}`, from.id, from, to),
    CircuitType: 'Mains',
    ElectricalSourceName: from.id,
    ...(consumers.length === 0 ? {} : { ElectricalConsumerNames: consumers }),
    Links: { SourceCircuit: link(`${pathOf(from)}/${outgoing(from, to)}/${segment(to.id)}`) },
  };
}

/** Both ends of a circuit have the voltage of what feeds it, and the rating of what it leads to. */
function circuit(path: string, id: string, from: Equipment, to: Equipment): Resource {
  const direct = from.phase === Phase.DIRECT_CURRENT;
  const voltage = nominalVoltage(from.volts, direct);
  return {
    '@odata.id': path,
    '@odata.type': '#Circuit.v1_8_1.Circuit',
    Id: id,
    Name: `${from.id} to ${to.id}`,
    VoltageType: direct ? 'DC' : 'AC',
    ...(voltage === undefined ? {} : { NominalVoltage: voltage }),
    ...(to.ratedAmps === undefined ? {} : { RatedCurrentAmps: to.ratedAmps }),
  };
}

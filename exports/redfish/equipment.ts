import { type Equipment, Phase, UpstreamMode } from '../../design/electrical';
import { capacityWatts, drawWatts } from '../watts';
import { mainsCircuit, outCircuit, outgoing, pathOf } from './circuits';
import type { PowerGraph } from './graph';
import { shelfOf } from './kinds';
import { collection, link, type Resource, ROOT, segment } from './resource';

/** A piece of power equipment with its circuits in it. */
export function distribution(piece: Equipment, graph: PowerGraph): Resource {
  const path = pathOf(piece);
  const { type } = shelfOf(piece);
  const { id } = piece;
  const rack = graph.rackOf(id);
  const capacity = apparentPower(piece);
  return {
    '@odata.id': path,
    '@odata.type': '#PowerDistribution.v1_4_0.PowerDistribution',
    Id: id,
    Name: id,
    EquipmentType: type,
    ...(capacity === undefined ? {} : { PowerCapacityVA: capacity }),
    ...mains(piece, graph),
    ...out(piece, graph, 'Feeders'),
    ...out(piece, graph, 'Branches'),
    Links: {
      ...(rack === undefined ? {} : { Chassis: [link(`${ROOT}/Chassis/${segment(rack)}`)] }),
      Facility: link(`${ROOT}/Facilities/${segment(graph.site)}`),
    },
    Oem: { Wattform: oemOf(piece) },
  };
}

function mains(piece: Equipment, graph: PowerGraph): object {
  const { id, upstream, upstreamMode } = piece;
  if (upstream.length === 0) return {};
  const path = `${pathOf(piece)}/Mains`;
  const rack = graph.rackOf(id);
  const consumers = rack === undefined ? [] : graph.consumersOf(rack);
  const members = upstream.map((above) => mainsCircuit(graph.piece(above), piece, consumers));
  return {
    Mains: collection(path, 'Circuit', `mains of ${id}`, members),
    ...(upstreamMode === UpstreamMode.FIRST && upstream.length > 1
      ? { TransferConfiguration: { PreferredMainsId: upstream[0], AutoTransferEnabled: true } }
      : {}),
  };
}

function out(piece: Equipment, graph: PowerGraph, property: 'Feeders' | 'Branches'): object {
  const fed = graph.fedBy(piece.id).filter((to) => outgoing(piece, to) === property);
  if (fed.length === 0) return {};
  const path = `${pathOf(piece)}/${property}`;
  const members = fed.map((to) => outCircuit(piece, to, graph.rackOf(to.id)));
  return { [property]: collection(path, 'Circuit', `${property.toLowerCase()} of ${piece.id}`, members) };
}

/** VA that it is rated for, rounded down. Undefined: no rating is known in VA or A. */
function apparentPower({ ratedKva, ratedAmps, volts, phase }: Equipment): number | undefined {
  if (ratedKva !== undefined) return Math.floor(ratedKva * 1000 + 1e-6);
  if (ratedAmps === undefined || volts === undefined) return undefined;
  return Math.floor(ratedAmps * volts * (phase === Phase.THREE ? Math.sqrt(3) : 1) + 1e-6);
}

/** What Redfish has no property for. Draws are rounded up and limits down to W; the design's own figures are exact. */
function oemOf(piece: Equipment): object {
  const { kind, system, side, block, substation, hall, row, redundancyGroup, loadClass, volts, phase, limitKw } = piece;
  return {
    Kind: kind,
    System: system,
    Side: side,
    Block: block,
    Substation: substation,
    Hall: hall,
    Row: row,
    RedundancyGroup: redundancyGroup,
    LoadClass: loadClass,
    Volts: volts,
    Phase: phase,
    RatedWatts: piece.ratedKw === undefined ? undefined : capacityWatts(piece.ratedKw),
    LimitWatts: limitKw === undefined ? undefined : capacityWatts(limitKw),
    TypicalWatts: drawWatts(piece.typicalKw),
    PeakWatts: drawWatts(piece.peakKw),
    BatteryKWh: piece.batteryKwh,
  };
}

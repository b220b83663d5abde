import { type Equipment, EquipmentKind, type Feed, UpstreamMode } from '../../design/electrical';
import type { HallDesign } from '../../design/hall';
import type { RackLoad } from '../../design/hall/seams';
import type { ItemLink } from '../drawing/folding';

/** What may stand in a box of a single-line diagram. */
export type PowerItem = PieceItem | RackItem | CoolingItem;

interface Common {
  readonly id: string;
  readonly row: number;
  /** Letter of the medium-voltage system that it hangs on; further down than that of a block, which begins anew in each. */
  readonly letter?: string;
}

export interface PieceItem extends Common {
  readonly what: 'piece';
  readonly piece: Equipment;
  readonly substation?: number;
  /** Of a system that stands by for several blocks. */
  readonly reserve: boolean;
}

export interface RackItem extends Common {
  readonly what: 'rack';
  readonly load: RackLoad;
  /** @default - a rack of switches */
  readonly pool?: string;
  readonly feeds: Feed[];
}

export interface CoolingItem extends Common {
  readonly what: 'cooling';
  readonly substation: number;
  readonly peakKw: number;
}

/** Rows from the grid down. */
const ROWS: { readonly [kind in Exclude<EquipmentKind, EquipmentKind.FEED>]: number } = {
  [EquipmentKind.UTILITY]: 0,
  [EquipmentKind.GRID_TRANSFORMER]: 1,
  [EquipmentKind.GENERATOR]: 1,
  [EquipmentKind.MEDIUM_SWITCHGEAR]: 2,
  [EquipmentKind.GENERATOR_SWITCHGEAR]: 2,
  [EquipmentKind.ESSENTIAL_SWITCHGEAR]: 3,
  [EquipmentKind.TRANSFORMER]: 4,
  [EquipmentKind.MECHANICAL_TRANSFORMER]: 4,
  [EquipmentKind.LOW_SWITCHGEAR]: 5,
  [EquipmentKind.UPS]: 6,
  [EquipmentKind.RECTIFIER]: 6,
  [EquipmentKind.OUTPUT_SWITCHGEAR]: 7,
  [EquipmentKind.STATIC_TRANSFER_SWITCH]: 8,
  [EquipmentKind.PANEL]: 9,
  [EquipmentKind.BUSWAY]: 9,
};
const COOLING_ROW = ROWS[EquipmentKind.LOW_SWITCHGEAR];
const RACK_ROW = 10;

export interface PowerItems {
  readonly items: PowerItem[];
  readonly links: ItemLink[];
}

/** Every piece of equipment above the feeds, the racks with their feeds, and cooling; and what leads to what. */
export function powerItems(hall: HallDesign): PowerItems {
  const pieces = pieceItems(hall.power.equipment);
  const cooling = coolingItems(pieces);
  const racks = rackItems(hall);
  return {
    items: [...pieces, ...cooling, ...racks],
    links: [
      ...pieces.flatMap(({ piece }) => upstreamLinks(piece)),
      ...pieces.filter(isMechanical).map(({ id, substation }) => ({ from: id, to: coolingId(substation!) })),
      ...racks.flatMap(({ id, feeds }) => feeds.map(({ panel }) => ({ from: panel, to: id }))),
    ],
  };
}

function pieceItems(equipment: Equipment[]): PieceItem[] {
  const bulk = equipment.some(({ kind }) => kind === EquipmentKind.GRID_TRANSFORMER);
  const reserves = reserveBlocks(equipment);
  const items = new Map<string, PieceItem>();
  for (const piece of equipment) {
    if (piece.kind === EquipmentKind.FEED) continue;
    const above = items.get(piece.upstream[0] ?? '');
    const row = piece.kind === EquipmentKind.UTILITY && !bulk ? ROWS[EquipmentKind.GRID_TRANSFORMER] : ROWS[piece.kind];
    items.set(piece.id, {
      what: 'piece',
      id: piece.id,
      row,
      piece,
      letter: above?.letter ?? piece.system,
      substation: piece.substation ?? above?.substation,
      reserve: piece.block !== undefined && reserves.has(piece.block),
    });
  }
  return [...items.values()];
}

/** The second source of a static transfer switch belongs to a reserve. */
function reserveBlocks(equipment: Equipment[]): Set<string> {
  const blocks = new Map(equipment.map(({ id, block }) => [id, block]));
  const switches = equipment.filter(({ kind }) => kind === EquipmentKind.STATIC_TRANSFER_SWITCH);
  return new Set(switches.flatMap(({ upstream }) => blocks.get(upstream[1] ?? '') ?? []));
}

function upstreamLinks({ id, upstream, upstreamMode }: Equipment): ItemLink[] {
  return upstream.map((from, at) => ({ from, to: id, standby: upstreamMode === UpstreamMode.FIRST && at > 0 }));
}

function isMechanical({ piece }: PieceItem): boolean {
  return piece.kind === EquipmentKind.MECHANICAL_TRANSFORMER;
}

function coolingId(substation: number): string {
  return `cooling-s${substation}`;
}

function coolingItems(pieces: PieceItem[]): CoolingItem[] {
  const kilowatts = new Map<number, number>();
  for (const { piece, substation } of pieces.filter(isMechanical)) {
    kilowatts.set(substation!, (kilowatts.get(substation!) ?? 0) + piece.peakKw);
  }
  return [...kilowatts].map(([substation, peakKw]) => ({
    what: 'cooling',
    id: coolingId(substation),
    row: COOLING_ROW,
    substation,
    peakKw,
  }));
}

function rackItems({ loads, power, racks }: HallDesign): RackItem[] {
  const pools = new Map(racks.racks.map(({ place, pool }) => [place.name, pool]));
  const feeds = new Map<string, Feed[]>();
  for (const feed of power.feeds) {
    const ofRack = feeds.get(feed.rack);
    if (ofRack === undefined) feeds.set(feed.rack, [feed]);
    else ofRack.push(feed);
  }
  return loads.map((load) => ({
    what: 'rack',
    id: load.rack.name,
    row: RACK_ROW,
    load,
    pool: pools.get(load.rack.name),
    feeds: feeds.get(load.rack.name) ?? [],
  }));
}

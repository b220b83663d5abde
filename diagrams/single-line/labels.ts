import { type Assumption, type Equipment, EquipmentKind, Phase } from '../../design/electrical';
import { BoxSymbol } from '../drawing/types';
import { amount, common, counted, percent, spread } from '../drawing/words';
import type { CoolingItem, PieceItem, PowerItem, RackItem } from './items';
import { markOf } from './marks';

export const NAMES: { readonly [kind in EquipmentKind]: string } = {
  [EquipmentKind.UTILITY]: 'utility service',
  [EquipmentKind.GRID_TRANSFORMER]: 'grid transformer',
  [EquipmentKind.MEDIUM_SWITCHGEAR]: 'MV switchgear',
  [EquipmentKind.GENERATOR]: 'generator',
  [EquipmentKind.GENERATOR_SWITCHGEAR]: 'generator switchgear',
  [EquipmentKind.ESSENTIAL_SWITCHGEAR]: 'transfer, grid or generators',
  [EquipmentKind.TRANSFORMER]: 'transformer',
  [EquipmentKind.LOW_SWITCHGEAR]: 'LV switchgear',
  [EquipmentKind.UPS]: 'UPS',
  [EquipmentKind.RECTIFIER]: 'rectifier',
  [EquipmentKind.OUTPUT_SWITCHGEAR]: 'output switchgear',
  [EquipmentKind.STATIC_TRANSFER_SWITCH]: 'static transfer switch',
  [EquipmentKind.PANEL]: 'panel',
  [EquipmentKind.BUSWAY]: 'busway',
  [EquipmentKind.FEED]: 'feed',
  [EquipmentKind.MECHANICAL_TRANSFORMER]: 'mechanical transformer',
};

const SYMBOLS: { readonly [kind in EquipmentKind]: BoxSymbol } = {
  [EquipmentKind.UTILITY]: BoxSymbol.GRID,
  [EquipmentKind.GRID_TRANSFORMER]: BoxSymbol.TRANSFORMER,
  [EquipmentKind.MEDIUM_SWITCHGEAR]: BoxSymbol.BUS,
  [EquipmentKind.GENERATOR]: BoxSymbol.GENERATOR,
  [EquipmentKind.GENERATOR_SWITCHGEAR]: BoxSymbol.BUS,
  [EquipmentKind.ESSENTIAL_SWITCHGEAR]: BoxSymbol.TRANSFER,
  [EquipmentKind.TRANSFORMER]: BoxSymbol.TRANSFORMER,
  [EquipmentKind.LOW_SWITCHGEAR]: BoxSymbol.BUS,
  [EquipmentKind.UPS]: BoxSymbol.UPS,
  [EquipmentKind.RECTIFIER]: BoxSymbol.RECTIFIER,
  [EquipmentKind.OUTPUT_SWITCHGEAR]: BoxSymbol.BUS,
  [EquipmentKind.STATIC_TRANSFER_SWITCH]: BoxSymbol.TRANSFER,
  [EquipmentKind.PANEL]: BoxSymbol.BUS,
  [EquipmentKind.BUSWAY]: BoxSymbol.BUS,
  [EquipmentKind.FEED]: BoxSymbol.BUS,
  [EquipmentKind.MECHANICAL_TRANSFORMER]: BoxSymbol.TRANSFORMER,
};

/** What stands in the box of items that are folded into one. */
export interface Label {
  readonly lines: string[];
  readonly symbol: BoxSymbol;
}

export function labelOf(members: PowerItem[], assumptions: Assumption[]): Label {
  const first = members[0]!;
  if (first.what === 'rack') return { lines: rackLines(members as RackItem[]), symbol: BoxSymbol.RACK };
  if (first.what === 'piece') {
    return { lines: pieceLines(members as PieceItem[], assumptions), symbol: SYMBOLS[first.piece.kind] };
  }
  return { lines: coolingLines(members as CoolingItem[]), symbol: BoxSymbol.COOLING };
}

function coolingLines(items: CoolingItem[]): string[] {
  const kilowatts = items.reduce((sum, { peakKw }) => sum + peakKw, 0);
  const where = items.length === 1 ? `substation ${items[0]!.substation}` : counted(items.length, 'substation');
  return ['cooling and house', where, `${amount(kilowatts)} kW~ at the peak`];
}

function pieceLines(items: PieceItem[], assumptions: Assumption[]): string[] {
  const pieces = items.map(({ piece }) => piece);
  const { kind } = pieces[0]!;
  const name = pieces.length === 1 ? NAMES[kind] : `${amount(pieces.length)} × ${NAMES[kind]}`;
  return [
    items[0]!.reserve ? `${name} (reserve)` : name,
    pieces.length === 1 ? pieces[0]!.id : placeOf(pieces),
    systemOf(items),
    ratingOf(pieces, markOf(kind, assumptions)),
    ...loadOf(pieces),
  ].filter((line) => line !== '');
}

/** Where pieces stand that are one box. */
function placeOf(pieces: Equipment[]): string {
  const group = common(pieces.map(({ redundancyGroup }) => redundancyGroup));
  if (group !== undefined) return `group ${group}`;
  const block = common(pieces.map((piece) => piece.block));
  if (block !== undefined) return `block ${block}`;
  const hall = common(pieces.map((piece) => piece.hall));
  const blocks = new Set(pieces.flatMap((piece) => piece.block ?? [])).size;
  const loadClass = common(pieces.map((piece) => piece.loadClass));
  return [
    ...(hall === undefined ? [] : [`hall ${hall}`]),
    ...(blocks > 1 ? [counted(blocks, 'block')] : []),
    ...(loadClass === undefined ? [] : [loadClass]),
  ].join(', ');
}

/** Colours are never alone: the letters stand in the box. */
function systemOf(items: PieceItem[]): string {
  const letter = items[0]!.letter?.toUpperCase();
  const side = items[0]!.piece.side?.toUpperCase();
  return [...(letter === undefined ? [] : [`system ${letter}`]), ...(side === undefined ? [] : [`side ${side}`])].join(
    ', ',
  );
}

function ratingOf(pieces: Equipment[], mark: string): string {
  const rating =
    spread(
      pieces.map(({ ratedKva }) => ratedKva),
      'kVA',
    ) ??
    spread(
      pieces.map(({ ratedKw }) => ratedKw),
      'kW',
    ) ??
    spread(
      pieces.map(({ ratedAmps }) => ratedAmps),
      'A',
    );
  const volts = spread(
    pieces.map((piece) => piece.volts),
    'V',
  );
  // A service has no rating; what it may give is its limit.
  const unknown = pieces[0]!.kind === EquipmentKind.UTILITY ? [] : ['rating unknown'];
  return [...(rating === undefined ? unknown : [`${rating}${mark}`]), ...(volts === undefined ? [] : [volts])].join(
    ' · ',
  );
}

function loadOf(pieces: Equipment[]): string[] {
  const resting = pieces.filter(({ peakKw }) => peakKw === 0).length;
  if (resting === pieces.length) return [resting === 1 ? 'stands by' : 'all stand by'];
  const kilowatts = `${amount(pieces.reduce((sum, { peakKw }) => sum + peakKw, 0))} kW`;
  const worst = pieces.reduce<number | undefined>((most, { loading }) => {
    return loading === undefined ? most : Math.max(most ?? 0, loading);
  }, undefined);
  const share = worst === undefined ? 'limit unknown' : `${percent(worst)} of its limit`;
  return [
    `${kilowatts}, ${pieces.length > 1 && worst !== undefined ? `at most ${percent(worst)}` : share}`,
    ...(resting === 0 ? [] : [`${amount(resting)} of them ${resting === 1 ? 'stands' : 'stand'} by`]),
  ];
}

function rackLines(racks: RackItem[]): string[] {
  const loads = racks.map(({ load }) => load);
  const { load, feeds } = racks[0]!;
  const pools = [...new Set(racks.map(({ pool }) => pool ?? 'switches'))];
  const kilowatts = spread(
    loads.map(({ peakKw }) => peakKw),
    'kW',
  );
  const accelerators = loads.reduce((sum, each) => sum + each.accelerators, 0);
  return [
    racks.length === 1 ? `rack ${load.rack.name}` : counted(racks.length, 'rack'),
    pools.length === 1 ? pools[0]! : counted(pools.length, 'pool'),
    `${kilowatts}${racks.length === 1 ? '' : ' each'}, ${load.loadClass}`,
    ...feedLines(racks, feeds.length),
    ...(accelerators === 0 ? [] : [counted(accelerators, 'accelerator')]),
  ];
}

/** A line a side: "side A: 20 feeds of 80 A, 415 V three-phase". */
function feedLines(racks: RackItem[], perRack: number): string[] {
  const feeds = racks.flatMap((rack) => rack.feeds);
  const sides = [...new Set(feeds.map(({ side }) => side))].sort();
  const lines = sides.map((side) => {
    const ofSide = feeds.filter((feed) => feed.side === side);
    return `side ${side.toUpperCase()}: ${counted(ofSide.length, 'feed')}, ${spread(
      ofSide.map(({ amps }) => amps),
      'A',
    )}`;
  });
  if (perRack === 0) return ['no feed'];
  const { volts, phase } = feeds[0]!;
  return [...lines, `${amount(volts)} V ${phase === Phase.THREE ? 'three-phase' : phase}`];
}

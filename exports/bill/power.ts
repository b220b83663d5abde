import { type Assumption, type Equipment, EquipmentKind, type Feed, type SizingStep } from '../../design/electrical';
import type { HallDesign } from '../../design/hall/types';
import { countAlike } from './count';
import { type BillLine, LineBasis } from './line';

/** The assumption that says how large one piece of a kind is. */
const RATED_BY: { readonly [kind in EquipmentKind]?: string } = {
  [EquipmentKind.UTILITY]: 'interconnect',
  [EquipmentKind.GRID_TRANSFORMER]: 'gridTransformerKva',
  [EquipmentKind.TRANSFORMER]: 'transformerKva',
  [EquipmentKind.MECHANICAL_TRANSFORMER]: 'transformerKva',
  [EquipmentKind.GENERATOR]: 'generatorKw',
  [EquipmentKind.UPS]: 'upsModuleKw',
  [EquipmentKind.RECTIFIER]: 'upsModuleKw',
  [EquipmentKind.PANEL]: 'panelAmps',
  [EquipmentKind.BUSWAY]: 'panelAmps',
};

/** Electrical equipment by kind and rating, batteries by their energy, and feeds by their rating. */
export function powerLines({ power }: HallDesign): BillLine[] {
  const pieces = power.equipment.filter(({ kind }) => kind !== EquipmentKind.FEED);
  return [
    ...countAlike(pieces, (piece) => `${piece.kind} ${ratingOf(piece)}`).map(({ first, count }) => ({
      category: 'electrical',
      item: first.kind,
      quantity: count,
      rating: ratingOf(first),
      ...basisOf(first, power.assumptions),
    })),
    ...countAlike(
      pieces.filter(({ batteryKwh = 0 }) => batteryKwh > 0),
      (piece) => `${piece.kind} ${batteryOf(piece)}`,
    ).map(({ first, count }) => ({
      category: 'battery',
      item: `${first.kind}-battery`,
      quantity: count,
      rating: batteryOf(first),
      ...assumed('autonomyMinutes', power.assumptions),
    })),
    ...countAlike(power.feeds, feedRating).map(({ first, count }) => ({
      category: 'feed',
      item: 'rack-feed',
      quantity: count,
      rating: feedRating(first),
      basis: LineBasis.DERIVED,
      source: rulesOf(first.sizing),
    })),
  ];
}

function ratingOf({ volts, phase, ratedKva, ratedKw, ratedAmps }: Equipment): string {
  const parts = [
    ratedKva === undefined ? undefined : `${ratedKva} kVA`,
    ratedKw === undefined ? undefined : `${ratedKw} kW`,
    ratedAmps === undefined ? undefined : `${ratedAmps} A`,
    volts === undefined ? undefined : `${volts} V`,
    phase,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function feedRating({ amps, volts, phase, maxPercentUtilisation }: Feed): string {
  return `${amps} A ${volts} V ${phase} at ${maxPercentUtilisation} %`;
}

/** What a battery must give is a need: rounded up. */
function batteryOf({ batteryKwh = 0 }: Equipment): string {
  return `${Math.ceil(batteryKwh - 1e-9)} kWh`;
}

function basisOf({ kind, sizing }: Equipment, assumptions: Assumption[]): Pick<BillLine, 'basis' | 'source'> {
  if (sizing !== undefined && sizing.length > 0) return { basis: LineBasis.DERIVED, source: rulesOf(sizing) };
  const option = RATED_BY[kind];
  if (option !== undefined) return assumed(option, assumptions);
  return { basis: LineBasis.DERIVED, source: 'the power chain (docs/power.md)' };
}

function assumed(option: string, assumptions: Assumption[]): Pick<BillLine, 'basis' | 'source'> {
  const found = assumptions.find((each) => each.option === option);
  if (found === undefined) return { basis: LineBasis.DERIVED, source: 'the power chain (docs/power.md)' };
  return { basis: found.basis, source: `${option}: ${found.source}` };
}

function rulesOf(steps: SizingStep[]): string {
  return [...new Set(steps.map(({ rule }) => rule))].join('; ');
}

import type { TransformerType } from '../../catalog/electrical';
import { type Figure, FigureBasis } from '../basis';
import type { TransformerData } from './result';

/** Losses of a transformer: P0 + Pk · x², x = S / rating. */
export interface TransformerLosses {
  readonly noLoadKw: number;
  readonly loadKw: number;
}

/** P0 + Pk · x². Never one flat efficiency: at a fifth of its rating a transformer is another machine than at full load. */
export function transformerLossKw({ noLoadKw, loadKw }: TransformerLosses, load: number): number {
  return noLoadKw + loadKw * load * load;
}

/** Output over input at a load. @param load kVA over rating */
export function transformerEfficiency(kva: number, losses: TransformerLosses, load: number, powerFactor = 1): number {
  const outputKw = load * kva * powerFactor;
  return outputKw / (outputKw + transformerLossKw(losses, load));
}

/** The load of the best efficiency, √(P0 / Pk). */
export function bestLoad({ noLoadKw, loadKw }: TransformerLosses): number {
  return Math.sqrt(noLoadKw / loadKw);
}

/**
 * Losses from one point of efficiency, as regulations give it (DOE 10 CFR 431.196 at 35 % of the rating). It assumes that the
 * efficiency is best at that point and that the power factor is 1: then half of the losses there are no-load losses.
 */
export function lossesFromEfficiency(kva: number, efficiency: number, load: number): TransformerLosses {
  const losses = load * kva * (1 / efficiency - 1);
  return { noLoadKw: losses / 2, loadKw: losses / 2 / (load * load) };
}

/** The losses of a row of the catalog, whichever way it gives them. */
export function lossesOf(type: TransformerType): TransformerLosses {
  if (type.noLoadLossKw !== undefined && type.loadLossKw !== undefined) {
    return { noLoadKw: type.noLoadLossKw, loadKw: type.loadLossKw };
  }
  return lossesFromEfficiency(type.ratedKva, type.efficiencyPercent! / 100, type.efficiencyLoad!);
}

/**
 * Losses of a rating that no row has: those of a row times the ratio of ratings. Real losses grow more slowly than the rating
 * (about with its power of 3/4), so the estimate errs to the high side.
 */
export function scaledLosses(type: TransformerType, kva: number): TransformerLosses {
  const { noLoadKw, loadKw } = lossesOf(type);
  const ratio = kva / type.ratedKva;
  return { noLoadKw: noLoadKw * ratio, loadKw: loadKw * ratio };
}

/** Least efficiency of DOE between two rows: linear in the rating, as 10 CFR 431.196(a) says. Undefined outside the table. */
export function interpolatedEfficiency(kva: number, rows: TransformerType[]): number | undefined {
  const points = rows
    .filter((row) => row.efficiencyPercent !== undefined)
    .map((row) => ({ kva: row.ratedKva, percent: row.efficiencyPercent! }))
    .sort((one, other) => one.kva - other.kva);
  const above = points.findIndex((point) => point.kva >= kva);
  if (above < 0 || points.length === 0 || kva < points[0]!.kva) return undefined;
  const high = points[above]!;
  const low = points[Math.max(0, above - 1)]!;
  if (high.kva === low.kva) return high.percent / 100;
  return (low.percent + ((high.percent - low.percent) * (kva - low.kva)) / (high.kva - low.kva)) / 100;
}

/** A transformer as the design uses it, and how its losses are known. */
export interface ChosenTransformer {
  readonly kva: number;
  readonly losses: TransformerLosses;
  readonly impedancePercent: number;
  readonly basis: Figure;
}

/** Takes the row with the rating, or scales the largest one below it, and says so. */
export function chooseTransformer(kva: number, rows: TransformerType[], impedancePercent: number): ChosenTransformer {
  const known = rows
    .filter((row) => row.noLoadLossKw !== undefined)
    .sort((one, other) => one.ratedKva - other.ratedKva);
  const exact = known.filter((row) => row.ratedKva === kva).at(-1);
  const row = exact ?? known.filter((each) => each.ratedKva < kva).at(-1) ?? known[0]!;
  const losses = scaledLosses(row, kva);
  const basis: Figure = {
    value: losses.noLoadKw + losses.loadKw,
    unit: 'kW',
    basis: exact === undefined ? FigureBasis.ESTIMATE : FigureBasis.CATALOG,
    sources: [row.source],
    ...(exact === undefined
      ? { note: `scaled by rating from ${row.id}, errs to the high side; state the maker's losses` }
      : {}),
  };
  return { kva, losses, impedancePercent: exact?.impedancePercent ?? impedancePercent, basis };
}

/** What a record of equipment says of its transformer. */
export function transformerData({ losses, impedancePercent }: ChosenTransformer): TransformerData {
  return { noLoadLossKw: losses.noLoadKw, loadLossKw: losses.loadKw, impedancePercent };
}

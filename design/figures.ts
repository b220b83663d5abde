import { type Figure, FigureBasis, type PoolDesign } from './basis';

/** A figure that belongs to someone, so that a sum can name what it lacks. */
export interface NamedFigure {
  readonly name: string;
  readonly figure: Figure;
}

/** A cell of the catalog; unknown when it is empty. */
export function cellFigure(value: number | undefined, unit: string, owner: string, sources: string[]): Figure {
  return value === undefined
    ? unknownFigure(unit, `the catalog has no figure for ${owner}`)
    : { value, unit, basis: FigureBasis.CATALOG, sources };
}

/** @param note why it is unknown */
export function unknownFigure(unit: string, note: string, sources: string[] = []): Figure {
  return { value: undefined, unit, basis: FigureBasis.UNKNOWN, sources, note };
}

/** A multiple of a figure; what rests on an estimate stays one. */
export function timesFigure(figure: Figure, factor: number): Figure {
  if (figure.value === undefined) {
    return figure;
  }
  const basis = figure.basis === FigureBasis.ESTIMATE ? FigureBasis.ESTIMATE : FigureBasis.DERIVED;
  return { ...figure, value: tidy(figure.value * factor), basis };
}

/** A sum. It is unknown as soon as one part is, and its note says which part and what the others come to. */
export function sumFigures(unit: string, parts: NamedFigure[]): Figure {
  const missing = parts.filter((part) => part.figure.value === undefined);
  const estimated = parts.filter((part) => part.figure.basis === FigureBasis.ESTIMATE);
  const known = tidy(parts.reduce((sum, part) => sum + (part.figure.value ?? 0), 0));
  const sources = [...new Set(parts.flatMap((part) => part.figure.sources))];
  if (missing.length > 0) {
    const rest = missing.length < parts.length ? `; the other parts come to ${known} ${unit}` : '';
    return unknownFigure(unit, `unknown for ${enumerate(missing.map((part) => part.name))}${rest}`, sources);
  }
  const basis = estimated.length > 0 ? FigureBasis.ESTIMATE : FigureBasis.DERIVED;
  const note =
    estimated.length > 0 ? `rests on estimates for ${enumerate(estimated.map((part) => part.name))}` : undefined;
  return { value: known, unit, basis, sources, ...(note === undefined ? {} : { note }) };
}

/** A figure of each pool of a cluster, by the name `cluster/pool`. */
export function poolFigures(
  cluster: { readonly name: string; readonly pools: PoolDesign[] },
  figureOf: (pool: PoolDesign) => Figure,
): NamedFigure[] {
  return cluster.pools.map((pool) => ({ name: `${cluster.name}/${pool.name}`, figure: figureOf(pool) }));
}

/** Cuts the noise of binary fractions off: six decimals are a milliwatt and a ten-thousandth of a cent. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Names a few, and counts the rest. */
export function enumerate(names: string[], most = 8): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

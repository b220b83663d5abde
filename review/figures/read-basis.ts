import type { Figure, PoolDesign, QuotaDemand } from '../../design/basis';
import type { HallSummary } from '../../design/hall';

/** A basis of design as its file holds it: null where something is unknown. */
export interface WrittenBasis {
  readonly name: string;
  readonly sites: WrittenSite[];
  readonly quotas: Written<QuotaDemand>[];
}

export interface WrittenSite {
  readonly name: string;
  readonly target: string;
  readonly region: string;
  readonly zone?: string;
  readonly power: { readonly allotmentKw: number | null; readonly itLoad: WrittenFigure };
  readonly clusters: { readonly name: string; readonly pools: WrittenPool[] }[];
  readonly hall?: HallSummary;
  readonly priceUsdPerHour: WrittenFigure;
}

export type WrittenFigure = Written<Figure>;

export type WrittenPool = Omit<PoolDesign, 'bf16Tflops' | 'rdmaInterfacesPerNode'> & {
  readonly bf16Tflops: WrittenFigure;
  readonly rdmaInterfacesPerNode: WrittenFigure;
};

/** What a file holds of a value whose unknown parts are written as null. */
type Written<T> = { readonly [key in keyof T]: T[key] | null };

/** Undefined when a document is not a basis of design of the form that is read here. */
export function readBasis(document: unknown): WrittenBasis | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { format, sites, quotas } = document as {
    readonly format?: unknown;
    readonly sites?: unknown;
    readonly quotas?: unknown;
  };
  if (format !== FORMAT || !Array.isArray(sites) || !Array.isArray(quotas)) return undefined;
  const complete = sites.every(
    (site: Partial<WrittenSite> | null) =>
      typeof site?.name === 'string' &&
      typeof site.power?.itLoad === 'object' &&
      Array.isArray(site.clusters) &&
      site.clusters.every(({ pools }) => Array.isArray(pools)),
  );
  return complete ? (document as WrittenBasis) : undefined;
}

const FORMAT = 1;

import type { BlueprintDocument } from '../../blueprints/language/document';
import { type Catalog, type InstanceType, loadCatalog, type Region } from '../../catalog';
import { type BasisOfDesign, type Figure, FigureBasis, type StackDesign } from '../../design/basis';
import type { HallDesign } from '../../design/hall';
import { readBasis, type WrittenBasis } from '../figures/read-basis';
import { type SiteFigure, siteFigures } from '../figures/site-figures';
import { frozen, withoutNulls } from './frozen';
import { equipmentOf, racksOf } from './halls';
import { resourcesOf } from './read-stack';
import type { IPolicySubject, PolicyEquipment, PolicyRack, PolicyResource } from './subject-types';
import { isMap } from './terraform';

/** What a subject is made from. */
export interface PolicySubjectProps {
  /** The day of the check, `2026-11-25`. */
  readonly today: string;
  /** What `basis-of-design.json` holds. @default - there is none */
  readonly design?: unknown;
  /** Terraform JSON by the names of stacks. */
  readonly stacks: { readonly [stack: string]: unknown };
  /** @default - only what was synthesized is known */
  readonly blueprint?: BlueprintDocument;
}

/** What only the command line knows. */
export interface PolicySubjectExtras {
  /** Owned halls by the names of their sites. @default - none */
  readonly halls?: ReadonlyMap<string, HallDesign>;
  /** @default - the catalog that ships */
  readonly catalog?: Catalog;
  /** @default - unknown */
  blueprintPathOf?(resource: {
    readonly constructPath?: string;
    readonly site?: string;
    readonly cluster?: string;
  }): string[] | undefined;
}

/** Why there is no subject: the caller gave something else. */
export class PolicySubjectError extends Error {}

/** A design and what was synthesized from it, as rules look at it. */
export class PolicySubject implements IPolicySubject {
  /** @throws PolicySubjectError when the day is none, or a stack or the design is not what it is called */
  static of(props: PolicySubjectProps): PolicySubject {
    return new PolicySubject(props, {});
  }

  /** @internal */
  static _with(props: PolicySubjectProps, extras: PolicySubjectExtras): PolicySubject {
    return new PolicySubject(props, extras);
  }

  readonly today: string;
  readonly blueprint?: BlueprintDocument;
  readonly design?: BasisOfDesign;
  readonly resources: PolicyResource[];
  readonly racks: PolicyRack[];
  readonly equipment: PolicyEquipment[];
  private readonly catalog: Catalog;
  private readonly written?: WrittenBasis;

  private constructor(props: PolicySubjectProps, extras: PolicySubjectExtras) {
    if (!isDay(props.today)) throw new PolicySubjectError(`${props.today} is no day of the calendar`);
    const written = props.design === undefined ? undefined : readBasis(props.design);
    if (props.design !== undefined && written === undefined) {
      throw new PolicySubjectError('this is no basis of design of the form that this wattform reads');
    }
    this.today = props.today;
    this.blueprint = frozen(structuredClone(props.blueprint));
    this.written = written;
    this.design = frozen(withoutNulls(props.design)) as BasisOfDesign | undefined;
    this.resources = frozen(this.readStacks(props.stacks, extras));
    this.racks = frozen(racksOf(extras.halls ?? new Map(), this.blueprint));
    this.equipment = frozen(equipmentOf(extras.halls ?? new Map()));
    this.catalog = extras.catalog ?? loadCatalog();
  }

  instanceType(name: string): InstanceType | undefined {
    return this.catalog.instances.find(({ instanceType }) => instanceType === name);
  }

  siteFigure(site: string, figure: string): Figure {
    const found = this.written?.sites.find(({ name }) => name === site);
    if (found === undefined || this.written === undefined) return unknown('1', `there is no design of site ${site}`);
    const region = regionOf(found, this.written, this.catalog);
    if (figure === 'pue') return pueOf(found, region);
    const row = siteFigures(found, region, this.catalog).find((each) => each.figure === figure);
    return row === undefined ? unknown('1', `a design has no figure ${figure}`) : asFigure(row);
  }

  poolPath(cluster: string, pool: string): string[] {
    const pools = this.blueprint?.clusters[cluster]?.pools;
    return ['clusters', cluster, ...(pools !== undefined && Object.hasOwn(pools, pool) ? ['pools', pool] : [])];
  }

  private readStacks(stacks: PolicySubjectProps['stacks'], extras: PolicySubjectExtras): PolicyResource[] {
    const names = Object.keys(stacks).sort();
    return names.flatMap((name) => {
      const known = this.design?.stacks.find((each) => each.name === name);
      const place = { site: known?.site, cluster: this.clusterOf(known) };
      const resources = resourcesOf(seenOf(stacks[name]), {
        name,
        ...place,
        blueprintPathOf: (constructPath) => extras.blueprintPathOf?.({ constructPath, ...place }),
      });
      if (resources === undefined) throw new PolicySubjectError(`stack ${name} is no Terraform JSON`);
      return resources;
    });
  }

  private clusterOf(stack: StackDesign | undefined): string | undefined {
    const clusters = this.design?.sites.flatMap((site) => site.clusters) ?? [];
    return clusters.find(({ controlPlanes }) => controlPlanes.some((plane) => plane.stack === stack?.name))?.name;
  }
}

/** A copy of what rules see: the tables of a large hall, which stand in locals, are no part of it. */
function seenOf(stack: unknown): unknown {
  if (!isMap(stack)) return stack;
  return structuredClone({ resource: stack['resource'], provider: stack['provider'] });
}

/** Whether a text is a day of the calendar as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A basis of design names the cloud of a site with the quotas that the site asks for. */
function regionOf(site: WrittenBasis['sites'][number], { quotas }: WrittenBasis, catalog: Catalog): Region | undefined {
  const cloud = quotas.find((quota) => quota.site === site.name)?.cloud;
  return catalog.regions.find((each) => each.cloud === cloud && each.region === site.region);
}

function pueOf(site: WrittenBasis['sites'][number], region: Region | undefined): Figure {
  const own = site.hall?.power.figures['pueAnnual'];
  if (site.hall !== undefined) {
    if (typeof own?.value === 'number') return own;
    return unknown('1', own?.note ?? 'the hall has no PUE over the year');
  }
  if (region?.pue === undefined) return unknown('1', `the catalog has no PUE of ${site.region}`);
  return { value: region.pue, unit: '1', basis: FigureBasis.CATALOG, sources: [region.pueSource ?? ''] };
}

function asFigure({ value, unit, sources, notes }: SiteFigure): Figure {
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  if (value === null) return { unit, basis: FigureBasis.UNKNOWN, sources, ...note };
  return { value, unit, basis: FigureBasis.DERIVED, sources, ...note };
}

function unknown(unit: string, note: string): Figure {
  return { unit, basis: FigureBasis.UNKNOWN, sources: [], note };
}

import type { Catalog } from '../../catalog';
import { type BasisOfDesign, PowerLimit, type SiteDesign } from '../../design/basis';
import { basisJson } from '../../design/basis-json';
import type { HallDesign } from '../../design/hall';
import { compareFigures } from '../figures/compare-figures';
import { readBasis } from '../figures/read-basis';
import type { FigureChange } from '../model';
import { amount, counted, number } from '../render/words';
import { clusterBlocks } from './clusters';
import { type Block, type Card, longTable, name, type Report, type ReportSection, table } from './document';
import { figureText, LEGEND } from './figure-text';
import { hallBlocks } from './halls';
import { sourceBlocks, unknownBlocks } from './origins';

/** What a report is made of. */
export interface ReportAsk {
  readonly basis: BasisOfDesign;
  /** Designs of owned halls by their site; those that are not there are not drawn. */
  readonly halls: ReadonlyMap<string, HallDesign>;
  readonly catalog: Catalog;
  readonly description?: string;
}

/** The basis of design for reading. Pure: the same ask gives the same report. */
export function makeReport({ basis, halls, catalog, description }: ReportAsk): Report {
  // Of one design both sides of a comparison are the same.
  const written = readBasis(basisJson(basis));
  const figures = written === undefined ? [] : compareFigures(written, written, catalog);
  const owned = basis.sites.filter(({ hall }) => hall !== undefined);
  const sections: ReportSection[] = [
    { id: 'sites', title: 'Sites', blocks: siteTable(basis.sites) },
    { id: 'power', title: 'Power by site', blocks: powerBars(basis.sites, figures) },
    ...owned.map((site) => ({
      id: `hall-${site.name}`,
      title: `Hall of ${site.name}`,
      blocks: hallBlocks(site, site.hall!, halls.get(site.name)),
    })),
    {
      id: 'clusters',
      title: 'Clusters',
      blocks: basis.sites.flatMap(({ clusters }) => clusters.flatMap(clusterBlocks)),
    },
    { id: 'figures', title: 'Price, energy and carbon', blocks: figureTable(figures) },
    { id: 'quotas', title: 'To be asked for before the deploy', blocks: quotaTable(basis) },
    { id: 'stacks', title: 'Stacks, in deploy order', blocks: stackTable(basis) },
    { id: 'notices', title: 'Notices', blocks: notices(basis) },
    { id: 'unknown', title: 'What is unknown', blocks: unknownBlocks(basis, figures) },
    { id: 'sources', title: 'Sources', blocks: sourceBlocks(basis, figures) },
  ];
  return {
    name: basis.name,
    ...(description !== undefined && { description }),
    cards: cards(basis, figures),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    foot: [LEGEND],
  };
}

const TOTALS = ['nodes', 'racks', 'it-load', 'facility', 'price-hour', 'price-month', 'carbon'];

function cards({ totals, sites }: BasisOfDesign, figures: FigureChange[]): Card[] {
  const clusters = sites.flatMap((site) => site.clusters);
  const whole = figures.filter(({ site }) => site === undefined);
  // A basis of design says what the known parts of an unknown sum come to.
  const notesOf: { readonly [figure: string]: string | undefined } = {
    'it-load': totals.itLoad.note,
    'price-hour': totals.priceUsdPerHour.note,
  };
  return [
    { label: 'sites', value: number(sites.length) },
    { label: 'clusters', value: number(clusters.length) },
    ...Object.entries(totals.accelerators).map(([id, count]) => ({
      label: `accelerators ${id}`,
      value: number(count),
    })),
    ...TOTALS.flatMap((total) => whole.filter(({ figure }) => figure === total)).map(
      ({ figure, label, unit, after, notes }) => ({
        label: unit === '1' ? label : `${label}, ${unit}`,
        value: amount(after !== null && after >= 1000 ? Math.round(after) : after),
        ...(after === null && { note: notesOf[figure] ?? notes[0] ?? '' }),
      }),
    ),
  ];
}

function siteTable(sites: SiteDesign[]): Block[] {
  const columns = [
    { head: 'site' },
    { head: 'target' },
    { head: 'place', isName: true },
    { head: 'clusters' },
    { head: 'accelerators' },
    { head: 'nodes', isNumber: true },
    { head: 'IT load, kW', isNumber: true },
    { head: 'USD/h', isNumber: true },
  ];
  const rows = sites.map((site) => {
    const pools = site.clusters.flatMap((cluster) => cluster.pools);
    const models = [...new Set(pools.map(({ acceleratorId }) => acceleratorId))].sort();
    const total = (id: string): number =>
      pools.reduce((sum, { acceleratorId, accelerators }) => sum + (acceleratorId === id ? accelerators : 0), 0);
    return [
      name(site.name),
      site.target,
      name(placeOf(site)),
      site.clusters.map((cluster) => cluster.name).join(', '),
      models.map((id) => `${number(total(id))} ${id}`).join(', '),
      number(pools.reduce((sum, { nodes }) => sum + nodes, 0)),
      figureText(site.power.itLoad),
      figureText(site.priceUsdPerHour),
    ];
  });
  return table('Sites', columns, rows);
}

/** Region and zone; some clouds write the region into the zone's name. */
function placeOf({ region, zone }: SiteDesign): string {
  return zone === undefined || zone.startsWith(region) ? (zone ?? region) : `${region} ${zone}`;
}

function powerBars(sites: SiteDesign[], figures: FigureChange[]): Block[] {
  return [
    {
      kind: 'bars',
      caption:
        'IT load of the accelerator nodes at their maximum, against the allotment of the site. Each bar has a scale of its own.',
      bars: sites.map(({ name: site, power }) => {
        const facility = figures.find((each) => each.site === site && each.figure === 'facility');
        const notes = [
          ...(facility === undefined
            ? []
            : [`facility: ${facility.after === null ? 'unknown' : `${number(facility.after)} ${facility.unit}`}`]),
          ...(power.limit === PowerLimit.UNCLAIMED
            ? ['a figure is missing: it is not claimed that the limit holds']
            : []),
        ];
        return {
          name: site,
          unit: power.itLoad.unit,
          now: power.itLoad.value ?? null,
          ...(typeof power.allotmentKw === 'number' && { limit: power.allotmentKw }),
          ...(notes.length > 0 && { note: notes.join('; ') }),
        };
      }),
    },
  ];
}

const TOLD = ['bf16', 'it-load', 'facility', 'price-hour', 'price-month', 'carbon'];

/** All sites together first; the sum of a single site says nothing new. */
function figureTable(figures: FigureChange[]): Block[] {
  const sites = new Set(figures.flatMap(({ site }) => site ?? []));
  const told = figures.filter(({ figure, site }) => TOLD.includes(figure) && (site !== undefined || sites.size > 1));
  const columns = [
    { head: 'figure' },
    { head: 'site', isName: true },
    { head: 'value', isNumber: true },
    { head: 'where it comes from' },
  ];
  const rows = told.map(({ site, label, unit, after, sources, notes }) => [
    `${label}, ${unit}`,
    site === undefined ? 'all' : name(site),
    amount(after),
    { sources, notes },
  ]);
  return table('Price, energy and carbon', columns, rows);
}

function quotaTable({ quotas }: BasisOfDesign): Block[] {
  const columns = [
    { head: 'quota' },
    { head: 'site', isName: true },
    { head: 'region', isName: true },
    { head: 'demand', isNumber: true },
    { head: 'granted at most', isNumber: true },
    { head: 'unit' },
    { head: 'instances' },
    { head: 'where it comes from' },
  ];
  const rows = quotas.map(({ quota, site, region, demand, maximum, unit, instanceTypes, sources, note }) => [
    quota,
    name(site),
    name(region),
    amount(demand ?? null),
    typeof maximum === 'number'
      ? `${number(maximum)}${typeof demand === 'number' && demand > maximum ? ' (passed)' : ''}`
      : '',
    unit,
    instanceTypes.join(', '),
    { sources, notes: note === undefined ? [] : [note] },
  ]);
  return table('Quotas', columns, rows);
}

function stackTable({ stacks }: BasisOfDesign): Block[] {
  const columns = [{ head: 'stack' }, { head: 'order', isNumber: true }, { head: 'after' }];
  const rows = stacks.map((stack, index) => [name(stack.name), number(index + 1), stack.dependsOn.join(', ')]);
  return [{ kind: 'fold', title: counted(stacks.length, 'stack'), blocks: table('Stacks', columns, rows) }];
}

function notices({ notices: all }: BasisOfDesign): Block[] {
  const columns = [{ head: 'code' }, { head: 'notice' }, { head: 'where it comes from' }];
  const rows = all.map(({ code, message, sources }) => [code, message, { sources, notes: [] }]);
  return longTable('Notices', columns, rows, 'notice');
}

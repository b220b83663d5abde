import type { ServerType } from '../../catalog';
import type { ElectricalDesign, Equipment, Feed } from '../../design/electrical';
import { EquipmentKind } from '../../design/electrical';
import type { Page } from '../outcome';
import { counted, paragraph, rounded } from '../text';
import { assumptionTable } from './assumptions';
import { coolingSection, figureTable, rampSection } from './energy';
import { failureSections } from './failures';
import { grouped, range, section, sentences } from './folded';
import type { SiteHall } from './halls';
import { LEGEND_OF_FIGURES } from './marks';
import { kindName, percent } from './names';

/** The power chain of a hall as a page of text: what stands between the grid and the racks, and what each failure costs. */
export function powerPage({ site, design }: SiteHall, page: Page): string {
  const { power, loads } = design;
  return [
    headline(site, power, loads.length, page),
    chainTable(power, page),
    feedTable(power.feeds, page),
    ...failureSections(power, page),
    figureTable(power, page),
    coolingSection(power, page),
    rampSection(power, page),
    assumptionTable(power.assumptions, page),
    serverList(design.servers, page),
    paragraph(LEGEND_OF_FIGURES, page.width),
  ].join('\n\n');
}

function headline(site: string, power: ElectricalDesign, racks: number, page: Page): string {
  const redundancy = power.properties.map((each) => `${each.loadClass} ${each.redundancy}`).join(', ');
  const { equipment, feeds } = power;
  const text = `${counted(racks, 'rack')} on ${counted(feeds.length, 'feed')}, ${counted(equipment.length - feeds.length, 'piece')} of equipment above them, by the rules of ${power.code}; ${redundancy}`;
  return `${page.bold(`power of ${site}`)}\n${paragraph(text, page.width)}`;
}

/** Where the powers of servers come from: a nameplate is what its maker says. In sentences: an address stays whole. */
function serverList(servers: ServerType[], page: Page): string {
  const texts = servers.map(({ id, typicalKw, maximumKw, powerBasis, source }) => {
    const mark = powerBasis === undefined ? '?' : powerBasis.startsWith('stated') ? '=' : '!';
    const most = maximumKw === undefined ? 'maximum unknown' : `${rounded(maximumKw)} kW at most`;
    const usual = typicalKw === undefined ? 'typical power unknown' : `${rounded(typicalKw)} kW typical`;
    return `${id}: ${most}, ${usual}; ${mark} ${powerBasis ?? 'no basis is known'}; ${source}`;
  });
  return sentences(page, 'where the powers of servers come from', texts, 40);
}

/** One row a kind: a campus has as many as one hall. */
function chainTable({ equipment, losses }: ElectricalDesign, page: Page): string {
  const rows = [...grouped(equipment, ({ kind }) => kind)].map(([kind, pieces]) => [
    kindName(kind),
    String(pieces.length),
    rating(pieces),
    range(
      pieces.map(({ volts }) => volts),
      'V',
    ),
    rounded(pieces.reduce((sum, { peakKw }) => sum + peakKw, 0)),
    worstLoading(pieces),
    rounded(losses.peakKw[kind] ?? 0),
  ]);
  const columns = [
    { head: 'from the grid down' },
    { head: 'pieces', right: true },
    { head: 'rating' },
    { head: 'voltage' },
    { head: 'kW', right: true },
    { head: 'loaded', right: true },
    { head: 'kW lost~', right: true },
  ];
  return section(
    page,
    'the chain, at the peak; loaded: the most loaded piece, of its limit',
    columns,
    rows,
    'kind',
    40,
  );
}

function rating(pieces: Equipment[]): string {
  const [first] = pieces;
  if (first?.ratedKva !== undefined)
    return range(
      pieces.map((each) => each.ratedKva),
      'kVA',
    );
  if (first?.ratedKw !== undefined)
    return range(
      pieces.map((each) => each.ratedKw),
      'kW',
    );
  if (first?.ratedAmps !== undefined)
    return range(
      pieces.map((each) => each.ratedAmps),
      'A',
    );
  return first?.kind === EquipmentKind.UTILITY ? 'no limit is known' : '?';
}

function worstLoading(pieces: Equipment[]): string {
  let worst: number | undefined;
  for (const { loading } of pieces) if (loading !== undefined && loading > (worst ?? -1)) worst = loading;
  return worst === undefined ? '?' : percent(worst);
}

function feedTable(feeds: Feed[], page: Page): string {
  const kinds = grouped(feeds, ({ side, role, volts, phase, amps, maxPercentUtilisation }) =>
    [side, role, volts, phase, amps, maxPercentUtilisation].join(' '),
  );
  const rows = [...kinds.values()]
    .map((group) => ({ group, first: group[0]! }))
    .sort(
      (one, other) =>
        (one.first.side < other.first.side ? -1 : Number(one.first.side > other.first.side)) ||
        other.first.amps - one.first.amps,
    )
    .map(({ group, first }) => [
      `${first.side} ${first.role}`,
      String(group.length),
      `${rounded(first.volts)} V ${first.phase}`,
      `${rounded(first.amps)} A`,
      `${first.maxPercentUtilisation} %`,
      rounded(first.availableVa / 1000),
      range(
        group.map(({ designKw }) => Math.round(designKw * 10) / 10),
        'kW',
      ),
    ]);
  const columns = [
    { head: 'side' },
    { head: 'feeds', right: true },
    { head: 'voltage' },
    { head: 'breaker', right: true },
    { head: 'used at most', right: true },
    { head: 'kVA there is', right: true },
    { head: 'must carry', right: true },
  ];
  return section(page, 'feeds of the racks', columns, rows, 'kind of feed');
}

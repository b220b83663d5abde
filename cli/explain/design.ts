import {
  type BasisOfDesign,
  type ClusterDesign,
  type Notice,
  PowerLimit,
  type QuotaDemand,
  type SiteDesign,
  type StackDesign,
} from '../../design/basis';
import type { Page } from '../outcome';
import { table } from '../table';
import { counted, number, paragraph } from '../text';
import { clusterSection } from './clusters';
import { LEGEND, marked, spoken } from './figures';

/** The whole basis of design as a page of text. */
export function designPage(basis: BasisOfDesign, page: Page): string {
  return [
    headline(basis, page),
    siteTable(basis.sites, page),
    ...basis.sites.flatMap((site) => site.clusters).map((cluster) => clusterSection(cluster, page)),
    stackTable(basis.stacks, page),
    ...quotaTable(basis.quotas, page),
    ...noticeList(basis.notices, page),
    footer(basis, page),
  ].join('\n\n');
}

/** One cluster of it, with the stacks that it needs. */
export function clusterPage(basis: BasisOfDesign, cluster: ClusterDesign, stacks: StackDesign[], page: Page): string {
  const notices = cluster.pools.flatMap((pool) =>
    pool.notices.map((notice) => ({ ...notice, message: `${pool.name}: ${notice.message}` })),
  );
  return [
    clusterSection(cluster, page),
    stackTable(stacks, page),
    ...noticeList(notices, page),
    footer(basis, page),
  ].join('\n\n');
}

function footer(basis: BasisOfDesign, page: Page): string {
  const dates = [...new Set(basis.catalog.pricesAsOf)].join(' to ') || 'no date';
  return `${paragraph(LEGEND, page.width)}\ncatalog ${basis.catalog.sha256.slice(0, 12)}, prices as of ${dates}`;
}

function headline(basis: BasisOfDesign, page: Page): string {
  const { accelerators, nodes, itLoad, priceUsdPerHour } = basis.totals;
  const kinds = Object.entries(accelerators).map(([id, count]) => `${number(count)} ${id}`);
  const text = `${kinds.join(', ')} in ${counted(nodes, 'node')}, ${spoken(itLoad)}, ${spoken(priceUsdPerHour)}`;
  return `${page.bold(basis.name)}\n${paragraph(text, page.width)}`;
}

function siteTable(sites: SiteDesign[], page: Page): string {
  const rows = sites.map((site) => [
    site.name,
    site.target,
    place(site),
    marked(site.power.itLoad),
    site.power.allotmentKw === undefined ? '-' : number(site.power.allotmentKw),
    used(site),
    marked(site.priceUsdPerHour),
  ]);
  const columns = [
    { head: 'site', whole: true },
    { head: 'target' },
    { head: 'place', whole: true },
    { head: 'kW', right: true },
    { head: 'allotted', right: true },
    { head: 'used', right: true },
    { head: 'USD/h', right: true },
  ];
  return table(page, columns, rows);
}

/** Region and zone; AWS writes the region into the zone's name, Azure does not. */
function place({ region, zone }: SiteDesign): string {
  return zone === undefined || zone.startsWith(region) ? (zone ?? region) : `${region} ${zone}`;
}

/** The part of the allotment that is designed for; a question mark where a missing figure leaves the limit unclaimed. */
function used(site: SiteDesign): string {
  const { allotmentKw, itLoad, limit } = site.power;
  if (limit === PowerLimit.UNCLAIMED) return '?';
  if (allotmentKw === undefined || itLoad.value === undefined) return '-';
  return `${number(Math.round((itLoad.value / allotmentKw) * 100))} %`;
}

function stackTable(stacks: StackDesign[], page: Page): string {
  const rows = stacks.map((stack, index) => [String(index + 1), stack.name, stack.dependsOn.join(', ')]);
  const columns = [{ head: '#', right: true }, { head: 'stack', whole: true }, { head: 'after' }];
  return `${page.bold('stacks, in deploy order')}\n${table(page, columns, rows, 2)}`;
}

function quotaTable(quotas: QuotaDemand[], page: Page): string[] {
  if (quotas.length === 0) return [];
  const rows = quotas.map((quota) => [
    quota.site,
    quota.quota,
    quota.demand === undefined ? '?' : number(quota.demand),
    quota.unit,
    quota.instanceTypes.join(', '),
  ]);
  const columns = [
    { head: 'site', whole: true },
    { head: 'quota' },
    { head: 'demand', right: true },
    { head: 'unit' },
    { head: 'instances' },
  ];
  return [`${page.bold('quotas to ask for before the deploy')}\n${table(page, columns, rows, 2)}`];
}

function noticeList(notices: Notice[], page: Page): string[] {
  if (notices.length === 0) return [];
  const lines = notices.map((notice) => paragraph(notice.message, page.width, `  ${notice.code} `));
  return [[page.bold('notices'), ...lines].join('\n')];
}

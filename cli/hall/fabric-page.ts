import type { FabricDesign, NetworkDesign } from '../../design/fabric';
import type { RackedPool } from '../../design/racks';
import { marked } from '../explain/figures';
import type { Page } from '../outcome';
import { counted, number, paragraph, rounded } from '../text';
import { addressSections } from './address-plan';
import { cableTable, opticTable, sourceList, switchTable } from './fabric-parts';
import { proofSection } from './fabric-proof';
import { MOST_ROWS, range, section, sentences } from './folded';
import type { SiteHall } from './halls';
import { LEGEND_OF_FIGURES } from './marks';

/** Racks and networks of a hall as a page of text. */
export function fabricPage({ site, design }: SiteHall, page: Page): string {
  const { racks, fabric } = design;
  return [
    headline(site, fabric, racks.endpoints.length, page),
    poolSection(racks.pools, page),
    scaleUpTable(fabric, page),
    networkTable(fabric.networks, page),
    switchTable(fabric.networks, page),
    cableTable(fabric.networks, page),
    opticTable(fabric.networks, page),
    proofSection(fabric.networks, page),
    ...addressSections(fabric, page),
    networkRackTable(fabric, page),
    sentences(page, 'why the networks are so', whyOf(fabric.networks), 24),
    sentences(page, 'what it rests on (~ engineering defaults and rules)', fabric.assumptions, 40),
    sourceList(fabric.networks, page),
    paragraph(LEGEND_OF_FIGURES, page.width),
  ].join('\n\n');
}

function headline(site: string, { networks, networkRacks }: FabricDesign, servers: number, page: Page): string {
  const switches = networks.reduce((sum, network) => sum + network.switches.length, 0);
  const cables = networks.reduce((sum, network) => sum + network.links.length, 0);
  const text = [
    counted(servers, 'server'),
    counted(networks.length, 'network'),
    `${number(switches)} switches in ${counted(networkRacks.length, 'rack')}`,
    counted(cables, 'cable'),
  ].join(', ');
  return `${page.bold(`fabric of ${site}`)}\n${paragraph(text, page.width)}`;
}

function poolSection(pools: RackedPool[], page: Page): string {
  const rows = pools.map((pool) => [
    pool.name,
    pool.server,
    number(pool.racks),
    number(pool.nodesPerRack),
    number(pool.accelerators),
    rounded(pool.peakKwPerRack),
  ]);
  const columns = [
    { head: 'pool', whole: true },
    { head: 'server', whole: true },
    { head: 'racks', right: true },
    { head: 'servers a rack', right: true },
    { head: 'accelerators', right: true },
    { head: 'kW a rack', right: true },
  ];
  const why = pools
    .slice(0, MOST_ROWS)
    .flatMap(({ name, why: reasons }) => reasons.map((reason) => `${name}: ${reason}`));
  return `${section(page, 'racks', columns, rows, 'pool')}\n${sentences(page, 'why so many servers a rack', why, 24)}`;
}

function scaleUpTable({ scaleUp }: FabricDesign, page: Page): string {
  const rows = scaleUp.map((each) => [
    each.pool,
    number(each.domains),
    number(each.acceleratorsPerDomain),
    number(each.serversPerDomain),
    each.link ?? '?',
  ]);
  const columns = [
    { head: 'pool', whole: true },
    { head: 'domains', right: true },
    { head: 'accelerators each', right: true },
    { head: 'servers each', right: true },
    { head: 'link' },
  ];
  return section(page, 'scale-up domains, joined inside of a server or rack', columns, rows, 'pool');
}

function networkTable(networks: NetworkDesign[], page: Page): string {
  const rows = networks.map(({ role, technology, layout, tiers, planes, bill, pools }) => [
    role,
    technology,
    layout,
    number(tiers),
    number(planes),
    range(
      pools.map(({ linkGbps }) => linkGbps),
      'Gbit/s',
    ),
    number(bill.serverLinks),
  ]);
  const columns = [
    { head: 'network', whole: true },
    { head: 'speaks' },
    { head: 'layout' },
    { head: 'tiers', right: true },
    { head: 'planes', right: true },
    { head: 'link' },
    { head: 'links', right: true },
  ];
  return section(page, 'networks', columns, rows, 'network');
}

/** By row of the hall: a campus has hundreds of racks of switches. */
function networkRackTable({ networkRacks }: FabricDesign, page: Page): string {
  const rows = networkRacks.map(({ rack, switches, usedU, typicalKw, peakKw }) => [
    rack.name,
    `hall ${rack.hall}, row ${rack.row}, position ${rack.position}`,
    number(switches.length),
    number(usedU),
    marked(typicalKw),
    marked(peakKw),
  ]);
  const columns = [
    { head: 'rack', whole: true },
    { head: 'stands in' },
    { head: 'switches', right: true },
    { head: 'U', right: true },
    { head: 'kW typical', right: true },
    { head: 'kW peak', right: true },
  ];
  return section(page, 'racks of switches', columns, rows, 'rack', 12);
}

function whyOf(networks: NetworkDesign[]): string[] {
  return networks.flatMap(({ role, why }) => why.map((sentence) => `${role}: ${sentence}`));
}

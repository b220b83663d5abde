import type { SiteDesign } from '../../design/basis';
import type { HallDesign, HallSummary } from '../../design/hall';
import { fabricDiagram, singleLineDiagram } from '../../diagrams';
import { counted, number } from '../render/words';
import { type Block, name, type ReportDrawing, table } from './document';
import { countsOf, figureText, readable, wordsOf } from './figure-text';

/** An owned hall: racks, networks, the power chain, what it withstands, and both drawings. */
export function hallBlocks(site: SiteDesign, summary: HallSummary, design: HallDesign | undefined): Block[] {
  const { halls, racks, networkRacks } = summary;
  return [
    {
      kind: 'text',
      text: `${counted(halls, 'hall')}, ${counted(racks, 'rack')} of servers and ${counted(networkRacks, 'network rack')}.`,
    },
    ...rackTable(summary),
    ...powerBlocks(summary),
    ...(design === undefined
      ? []
      : [drawing(site.name, 'power', 'Single-line diagram of the power', singleLineDiagram, design)]),
    ...networkTable(summary),
    ...(design === undefined ? [] : [drawing(site.name, 'fabric', 'Networks', fabricDiagram, design)]),
    ...assumptions(summary),
  ];
}

function drawing(
  site: string,
  verb: string,
  title: string,
  draw: typeof singleLineDiagram,
  design: HallDesign,
): { readonly kind: 'drawing' } & ReportDrawing {
  const svg = draw(design, { idPrefix: `drawing-${site}-${verb}` });
  return { kind: 'drawing', name: `${site}-${verb}`, title: `${title} of ${site}`, svg, verb };
}

function rackTable({ pools }: HallSummary): Block[] {
  const columns = [
    { head: 'pool' },
    { head: 'server', isName: true },
    { head: 'racks', isNumber: true },
    { head: 'nodes a rack', isNumber: true },
    { head: 'kW a rack, peak', isNumber: true },
    { head: 'what binds' },
  ];
  const rows = pools.map((pool) => [
    name(pool.name),
    name(pool.server),
    number(pool.racks),
    number(pool.nodesPerRack),
    number(pool.peakKwPerRack),
    pool.why[0] ?? '',
  ]);
  const why = pools.flatMap((pool) => pool.why.map((sentence) => `${pool.name}: ${sentence}`));
  const racks = table('Racks by pool', columns, rows);
  const bounds: Block = { kind: 'fold', title: 'all that bounds a rack', blocks: [{ kind: 'list', items: why }] };
  return why.length === 0 ? racks : [...racks, bounds];
}

function powerBlocks({ power }: HallSummary): Block[] {
  const { code, racksTypicalKw, racksPeakKw, equipment, feeds, failures, worst, properties, figures } = power;
  const proof = ({ holds, because }: (typeof properties)[number]['singleFaultTolerant']): string =>
    `${holds ? 'yes' : 'no'}${because === undefined ? '' : `: ${because}`}`;
  const worstText =
    worst === undefined
      ? ''
      : ` The worst of ${counted(failures, 'failure')} that were tried is ${worst.equipment}: ${counted(worst.racksDark, 'rack')} dark with ${counted(worst.acceleratorsDark, 'accelerator')}, ${counted(worst.overloads, 'overload')}.`;
  const redundancy = [
    { head: 'load class' },
    { head: 'redundancy' },
    { head: 'maintained while it runs' },
    { head: 'withstands any single fault' },
  ];
  return [
    {
      kind: 'text',
      text: `By the rules of ${code}: ${countsOf(equipment)}, ${counted(feeds, 'feed')}. The racks draw ${number(racksTypicalKw)} kW typically and ${number(racksPeakKw)} kW at the peak.${worstText}`,
    },
    ...table(
      'What the power withstands',
      redundancy,
      properties.map((each) => [
        each.loadClass,
        each.redundancy,
        proof(each.concurrentlyMaintainable),
        proof(each.singleFaultTolerant),
      ]),
    ),
    ...table(
      'Figures of the power chain',
      [{ head: 'figure' }, { head: 'value', isNumber: true }, { head: 'unit' }, { head: 'where it comes from' }],
      Object.entries(figures).map(([key, figure]) => [
        wordsOf(key),
        figureText(figure),
        figure.unit === '1' ? '' : figure.unit,
        { sources: figure.sources, notes: figure.note === undefined ? [] : [figure.note] },
      ]),
    ),
  ];
}

function networkTable({ networks }: HallSummary): Block[] {
  const columns = [
    { head: 'network' },
    { head: 'technology' },
    { head: 'switches' },
    { head: 'cables' },
    { head: 'what is claimed' },
  ];
  const rows = networks.map(({ role, technology, switches, models, cables, claim, holds }) => [
    role,
    technology,
    countsOf(switches, (tier) => `${tier}${models[tier] === undefined ? '' : ` ${models[tier]}`}`),
    countsOf(cables, (tier) => tier),
    holds ? claim : `not shown to hold: ${claim}`,
  ]);
  return table('Networks', columns, rows);
}

function assumptions({ power }: HallSummary): Block[] {
  const columns = [{ head: 'assumption' }, { head: 'value' }, { head: 'known by' }, { head: 'source' }];
  const rows = power.assumptions.map(({ option, value, basis, source }) => [
    wordsOf(option),
    readable(value),
    basis,
    source,
  ]);
  return rows.length === 0
    ? []
    : [
        {
          kind: 'fold',
          title: `what it rests on: ${counted(rows.length, 'assumption')}`,
          blocks: table('Assumptions', columns, rows),
        },
      ];
}

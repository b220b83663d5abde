import type { ElectricalDesign, Failure, Proof, TopologyProperties } from '../../design/electrical';
import { EquipmentKind } from '../../design/electrical';
import type { Page } from '../outcome';
import { counted, number, paragraph } from '../text';
import { section } from './folded';
import { kindName, percent } from './names';

/** What single failures do: the worst ones, the worst of each kind, and what the graph proves. */
export function failureSections(power: ElectricalDesign, page: Page): string[] {
  return [worstSection(power, page), kindTable(power, page), proofSection(power.properties, page)];
}

function worstSection({ worst, failures }: ElectricalDesign, page: Page): string {
  const { atPeak, atPeakFactor, peakFactor } = worst;
  const lines = [
    `${counted(failures.length, 'single failure')} enumerated: ${number(worst.failuresDark)} make racks dark, ${number(worst.failuresOverloading)} overload a survivor (${number(worst.failuresOverloadingAtPeakFactor)} at ${peakFactor} times the nameplate)`,
    ...(atPeak === undefined ? [] : [`the worst: ${story(atPeak)}`]),
    ...(atPeakFactor === undefined ? [] : [`the worst at ${peakFactor} times the nameplate: ${story(atPeakFactor)}`]),
    ...overloadedWithout(worst.overloadedAtPeakFactor, peakFactor),
  ];
  return [page.bold('single failures'), ...lines.map((line) => paragraph(line, page.width, '  - '))].join('\n');
}

function overloadedWithout(overloaded: string[], peakFactor: number): string[] {
  if (overloaded.length === 0) return [];
  const some = overloaded.slice(0, 4).join(', ');
  const rest = overloaded.length > 4 ? ` and ${number(overloaded.length - 4)} more` : '';
  return [
    `with nothing failed and every rack at ${peakFactor} times its nameplate, ${number(overloaded.length)} pieces are over their limit: ${some}${rest}`,
  ];
}

/** One failure as a sentence. */
export function story(failure: Failure): string {
  const { equipment, tripped, racksDark, acceleratorsDark, overloads, racksInterrupted, coolingDark } = failure;
  const parts = [
    racksDark.length === 0
      ? 'no rack dark'
      : `${counted(racksDark.length, 'rack')} dark, ${counted(acceleratorsDark, 'accelerator')} lost`,
    ...(tripped.length === 0 ? [] : [`${counted(tripped.length, 'parallel unit')} tripped with it`]),
    ...(racksInterrupted === 0 ? [] : [`${counted(racksInterrupted, 'rack')} without power until a transfer`]),
    ...(coolingDark.length === 0 ? [] : [`no power for ${some(coolingDark)}`]),
    ...(overloads.length === 0 ? [] : [`${counted(overloads.length, 'survivor')} over the limit`]),
    ...(failure.worstLoading === undefined
      ? []
      : [`most loaded survivor ${failure.worstSurvivor} at ${percent(failure.worstLoading)}`]),
  ];
  return `${equipment} fails: ${parts.join(', ')}`;
}

function some(names: string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

/** The worst failure of each kind: a campus has as many rows as one hall. */
function kindTable({ worst }: ElectricalDesign, page: Page): string {
  const order = Object.values(EquipmentKind) as string[];
  const rows = Object.entries(worst.byKind)
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([kind, failure]) => [
      kindName(kind),
      failure.equipment,
      number(failure.racksDark.length),
      number(failure.acceleratorsDark),
      number(failure.racksInterrupted),
      number(failure.overloads.length),
      failure.worstLoading === undefined ? '-' : percent(failure.worstLoading),
    ]);
  const columns = [
    { head: 'what fails' },
    { head: 'the worst one', whole: true },
    { head: 'dark', right: true },
    { head: 'lost', right: true },
    { head: 'paused', right: true },
    { head: 'over', right: true },
    { head: 'loaded', right: true },
  ];
  const legend =
    'dark: racks without power; lost: their accelerators; paused: racks without power until a transfer; over: survivors over their limit; loaded: the most loaded survivor';
  return [
    section(page, 'the worst failure of each kind, at the nameplates', columns, rows, 'kind', 40),
    paragraph(legend, page.width, '  '),
  ].join('\n');
}

/** Properties of the graph, each with its witness or its counter-example: no certificate. */
function proofSection(properties: TopologyProperties[], page: Page): string {
  const lines = properties.flatMap(({ loadClass, redundancy, concurrentlyMaintainable, singleFaultTolerant }) => [
    `${loadClass} (${redundancy}), concurrently maintainable: ${verdict(concurrentlyMaintainable)}`,
    `${loadClass} (${redundancy}), single-fault tolerant: ${verdict(singleFaultTolerant)}`,
  ]);
  const notShown = [...new Set(properties.flatMap((each) => each.notShown))];
  return [
    page.bold('what the graph proves'),
    ...lines.map((line) => paragraph(line, page.width, '  - ')),
    paragraph(`not shown by it: ${notShown.join('; ')}`, page.width, '  - '),
  ].join('\n');
}

function verdict({ holds, because }: Proof): string {
  return holds ? `yes: ${because}` : `no: ${because}`;
}

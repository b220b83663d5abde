import type { Deployment, StackFault, StackReport } from '../deploy';
import type { Page } from './outcome';
import { type Column, table } from './table';
import { counted, paragraph } from './text';

const COLUMNS: Column[] = [
  { head: 'stack', whole: true },
  { head: 'outcome' },
  ...['destroy', 'replace', 'update', 'create', 'import', 'objects'].map((head) => ({ head, right: true })),
];

/** How a deploy or destroy ended: what stands, what failed and why, and the command to go on. */
export function deploymentText(verb: string, deployment: Deployment, goOn: string, page: Page): string {
  const { ok, stacks, left, refusals, engine, seconds } = deployment;
  const what = ok ? `${verb === 'destroy' ? 'destroyed' : 'deployed'}` : 'not finished';
  const planned = stacks.some(({ outcome }) => outcome === 'planned');
  return [
    ...refusals.map((fault) => faultText('refused', fault, page)),
    ...stacks.flatMap((stack) =>
      stack.faults.map((fault) => faultText(`${stack.name}, ${stack.outcome}`, fault, page)),
    ),
    ...(refusals.length > 0 ? [] : [table(page, COLUMNS, stacks.map(row)), '']),
    ...stacks.filter(({ outcome, log }) => outcome === 'failed' && log !== undefined).map(logText),
    ...left.map(({ name, objects }) => {
      const text = `stack ${name} stands with ${counted(objects, 'object')}, and the design has it no longer; to remove it, destroy an earlier synthesis that has it`;
      return paragraph(text, page.width, 'left: ');
    }),
    page.bold(
      `${planned ? 'planned' : what}: ${counted(stacks.length, 'stack')} with ${engine.name} ${engine.version} in ${seconds.toFixed(1)} s`,
    ),
    // Whole, however wide the page is: it is there to be copied.
    ...(ok && !planned ? [] : [`to go on: ${goOn}`]),
  ].join('\n');
}

function row({ name, outcome, planned, objects }: StackReport): string[] {
  const counts = planned && [planned.destroy, planned.replace, planned.update, planned.create, planned.import];
  return [name, outcome, ...(counts?.map(String) ?? ['-', '-', '-', '-', '-']), objects?.toString() ?? '-'];
}

function faultText(where: string, { summary, detail, address, hint }: StackFault, page: Page): string {
  return [
    page.bold(paragraph(`${where}: ${summary}`, page.width)),
    ...(detail === undefined ? [] : [paragraph(detail, page.width, '  ')]),
    ...(address === undefined || summary.includes(address) ? [] : [paragraph(`at ${address}`, page.width, '  ')]),
    ...(hint === undefined ? [] : [paragraph(hint, page.width, '  way out: ')]),
    '',
  ].join('\n');
}

function logText({ name, log }: StackReport): string {
  return `log of ${name}: ${log}`;
}

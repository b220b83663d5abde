import type { Diagnosis, Rehearsal, StackReport } from '../rehearsal';
import type { Page } from './outcome';
import { type Column, table } from './table';
import { counted, paragraph } from './text';

const STEPS = ['validate', 'plan', 'apply', 'plan again', 'destroy'];

const STACK_COLUMNS: Column[] = [
  { head: 'stack', whole: true },
  { head: 'objects', right: true },
  ...STEPS.map((head) => ({ head, right: true })),
];

/** A rehearsal for people: what failed first, then what each step took, what was created, and how far to trust it. */
export function rehearsalText(rehearsal: Rehearsal, page: Page): string {
  const { stacks, faults, ledger, engine, seconds } = rehearsal;
  const created = totals(stacks);
  const objects = sum(Object.values(created));
  return [
    ...faults.map((fault) => `${faultText(fault, page)}\n`),
    table(page, STACK_COLUMNS, stacks.map(stackRow)),
    '',
    page.bold(
      `${rehearsal.ok ? 'rehearsed' : 'failed'}: ${counted(stacks.length, 'stack')} with ${engine.name} ${engine.version}, ${counted(objects, 'object')} in ${seconds.toFixed(1)} s`,
    ),
    ...(objects === 0 ? [] : [createdText(created, page)]),
    '',
    page.bold('How far to trust it'),
    table(
      page,
      [{ head: 'check' }, { head: 'fidelity', whole: true }, { head: 'note' }],
      ledger.map(({ check, fidelity, note }) => [check, fidelity, note]),
    ),
  ].join('\n');
}

function createdText(created: { readonly [type: string]: number }, page: Page): string {
  const counts = Object.entries(created).map(([type, count]) => `${count}×${type}`);
  return paragraph(counts.join(', '), page.width, 'created: ');
}

function stackRow({ name, created, steps }: StackReport): string[] {
  const times = STEPS.map((each) => {
    const result = steps.find(({ step }) => step === each);
    if (result === undefined) return '-';
    return result.ok ? `${result.seconds.toFixed(1)} s` : 'failed';
  });
  return [name, steps.length === 0 ? '-' : String(sum(Object.values(created))), ...times];
}

function faultText(fault: Diagnosis, page: Page): string {
  const where: [string, string | undefined][] = [
    ['at', fault.address],
    ['construct', fault.constructPath],
    ['cluster', fault.cluster],
    ['site', fault.site],
  ];
  const places = where.flatMap(([what, name]) => (name === undefined ? [] : [`${what} ${name}`]));
  return [
    page.bold(paragraph(`${fault.stack}, ${fault.step}: ${fault.summary}`, page.width)),
    ...(fault.detail === undefined ? [] : [paragraph(fault.detail, page.width, '  ')]),
    ...(places.length === 0 ? [] : [paragraph(places.join(', '), page.width, '  ')]),
  ].join('\n');
}

function totals(stacks: StackReport[]): { readonly [type: string]: number } {
  const all: { [type: string]: number } = {};
  for (const { created } of stacks) {
    for (const [type, count] of Object.entries(created)) all[type] = (all[type] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

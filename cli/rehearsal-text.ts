import type { CriticalPath, Diagnosis, Rehearsal, StackReport } from '../rehearsal';
import type { Page } from './outcome';
import { recoveryText } from './recovery-text';
import { type Column, table } from './table';
import { counted, paragraph } from './text';

const STEPS = ['validate', 'plan', 'apply', 'plan again', 'destroy'];

const STACK_COLUMNS: Column[] = [
  { head: 'stack', whole: true },
  { head: 'objects', right: true },
  ...STEPS.map((head) => ({ head, right: true })),
];

/**
 * A rehearsal for people: what failed first, then what each step took, what was created, what a deploy waits for, and how far to
 * trust it.
 * @param placeOf shows the line of the blueprint that asked for what is at fault
 */
export function rehearsalText(
  rehearsal: Rehearsal,
  page: Page,
  placeOf: (fault: Diagnosis) => string | undefined = () => undefined,
): string {
  const { stacks, faults, ledger, engine, seconds, notes, criticalPath } = rehearsal;
  const created = totals(stacks);
  const objects = sum(Object.values(created));
  const told = (fault: Diagnosis): string => faultText(fault, page, placeOf(fault));
  return [
    ...(rehearsal.recovery === undefined
      ? faults.map((fault) => `${told(fault)}\n`)
      : recoveryText(rehearsal.recovery, page, told)),
    table(page, STACK_COLUMNS, stacks.map(stackRow)),
    '',
    page.bold(
      `${rehearsal.ok ? 'rehearsed' : rehearsal.recovery === undefined ? 'failed' : 'not recovered'}: ${counted(stacks.length, 'stack')} with ${engine.name} ${engine.version}, ${counted(objects, 'object')} in ${seconds.toFixed(1)} s`,
    ),
    ...(objects === 0 ? [] : [createdText(created, page)]),
    ...notes.map((note) => paragraph(note, page.width, 'note: ')),
    ...(criticalPath === undefined ? [] : ['', ...criticalPathText(criticalPath, page)]),
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

/** Resources of a stack that are named before and after those that are only counted. */
const SHOWN = 4;

function criticalPathText({ length, chains, basis }: CriticalPath, page: Page): string[] {
  return [
    page.bold(`Critical path: ${counted(length, 'resource')} in sequence`),
    ...chains.map(({ stack, resources }) => {
      const left = resources.length - 2 * SHOWN;
      const shown = left > 1 ? [...resources.slice(0, SHOWN), `${left} more`, ...resources.slice(-SHOWN)] : resources;
      return paragraph(`${stack} (${resources.length}): ${shown.join(' > ')}`, page.width, '  ');
    }),
    paragraph(`measured by ${basis}`, page.width, '  '),
  ];
}

function stackRow({ name, created, steps }: StackReport): string[] {
  const times = STEPS.map((each) => {
    const result = steps.find(({ step }) => step === each);
    if (result === undefined) return '-';
    return result.ok ? `${result.seconds.toFixed(1)} s` : 'failed';
  });
  return [name, steps.length === 0 ? '-' : String(sum(Object.values(created))), ...times];
}

function faultText(fault: Diagnosis, page: Page, place: string | undefined): string {
  const where: [string, string | undefined][] = [
    ['at', fault.address],
    ['construct', fault.constructPath],
    ['cluster', fault.cluster],
    ['site', fault.site],
    ['file', fault.file && [fault.file, fault.line].filter((each) => each !== undefined).join(':')],
  ];
  const places = where.flatMap(([what, name]) => (name === undefined ? [] : [`${what} ${name}`]));
  return [
    page.bold(paragraph(`${fault.stack}, ${fault.step}: ${fault.summary}`, page.width)),
    ...(fault.detail === undefined ? [] : [paragraph(fault.detail, page.width, '  ')]),
    ...(places.length === 0 ? [] : [paragraph(places.join(', '), page.width, '  ')]),
    ...(place === undefined ? [] : [place.replaceAll(/^/gm, '  ')]),
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

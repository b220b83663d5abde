import type { Diagnosis, Recovery, StackLeft, StackRetried } from '../rehearsal';
import type { Page } from './outcome';
import { counted, paragraph } from './text';

type Say = (lead: string, text: string) => string;

/** Addresses that are named before the others are only counted. */
const NAMED = 8;

/**
 * What faults did to a deploy, in the order in which a person would live through it: what failed, what stands, what was not
 * reached, what another deploy does, and how it ends.
 * @param told shows one failure
 */
export function recoveryText(recovery: Recovery, page: Page, told: (fault: Diagnosis) => string): string[] {
  const { asked, failures, left, unknown, retried, troubles, remains } = recovery;
  const say = (lead: string, text: string): string => paragraph(text, page.width, lead);
  return [
    page.bold('Your deploy, under these faults'),
    ...asked.map(({ asked: words, struck }) => say('  ', `${words}: ${happened(struck)}`)),
    '',
    ...onceEach(failures.filter((fault) => differenceOf(fault) === undefined).map(told)),
    ...differencesText(failures, page, say),
    ...(failures.length === 0 ? ['Nothing failed.', ''] : []),
    ...(left.length === 0
      ? []
      : [page.bold('What stands, and what does not'), ...left.flatMap((each) => leftText(each, say)), '']),
    ...(unknown.length === 0 ? [] : [...unknownText(recovery, page, say), '']),
    ...(retried.length === 0
      ? []
      : [
          page.bold('Your deploy, started again without the faults'),
          ...retried.map((each) => say('  ', retriedText(each))),
          '',
        ]),
    ...onceEach(troubles.map((fault) => told(fault) + importText(fault, recovery))),
    ...(remains.length === 0
      ? []
      : [say('', `after the destroy still stands: ${listed(remains.map(({ type, id }) => `${type} ${id}`))}`), '']),
    page.bold(say('', verdict(recovery))),
    '',
  ];
}

/** What a plan would change, of a stack that should have stayed as it was. */
function differenceOf({ detail = '' }: Diagnosis): { action: string; address: string } | undefined {
  const [, action, address] = /^it wants to (\w+) (\S.*)$/.exec(detail) ?? [];
  return action && address ? { action, address } : undefined;
}

/** A plan may notice hundreds: they are told in a line for each kind of change. */
function differencesText(failures: Diagnosis[], page: Page, say: Say): string[] {
  const byStack = new Map<string, Map<string, string[]>>();
  for (const fault of failures) {
    const { action, address } = differenceOf(fault) ?? {};
    if (action === undefined || address === undefined) continue;
    const actions = byStack.get(fault.stack) ?? new Map<string, string[]>();
    byStack.set(fault.stack, actions.set(action, [...(actions.get(action) ?? []), address]));
  }
  return [...byStack].flatMap(([stack, actions]) => [
    page.bold(say('', `${stack}: the next plan notices`)),
    ...[...actions].map(([action, addresses]) => say('  ', `${action} ${listed(addresses.sort())}`)),
    '',
  ]);
}

/** What gets a deploy past an object that no state knows. */
function importText({ address, summary }: Diagnosis, { unknown }: Recovery): string {
  const met = unknown.find(({ id }) => summary.includes(id));
  return met === undefined || address === undefined ? '' : `\n  import it: terraform import '${address}' '${met.id}'`;
}

/** An engine says the same of each object that a dead provider had in its hands. */
function onceEach(texts: string[]): string[] {
  return [...new Set(texts)].map((text) => {
    const times = texts.filter((each) => each === text).length;
    return times === 1 ? `${text}\n` : `${text}\n  (said ${times} times)\n`;
  });
}

function happened(struck: number): string {
  return struck === 0
    ? 'never happened; nothing was shown by it'
    : `happened ${struck === 1 ? 'once' : `${struck} times`}`;
}

function leftText({ name, standing, tainted, missing }: StackLeft, say: Say): string[] {
  const stands = Object.entries(standing).map(([type, count]) => `${count}×${type}`);
  if (missing === undefined) return [say('  ', `${name}: not reached`)];
  return [
    say('  ', `${name}: ${stands.length === 0 ? 'nothing stands' : `stands: ${stands.sort().join(', ')}`}`),
    ...(tainted.length === 0 ? [] : [say('    ', `will be replaced, because its creation failed: ${listed(tainted)}`)]),
    ...(missing.length === 0 ? [] : [say('    ', `not built: ${listed(missing)}`)]),
  ];
}

function unknownText({ unknown }: Recovery, page: Page, say: Say): string[] {
  return [
    page.bold(say('', 'In the cloud, and in no state: these cost money and no apply knows of them')),
    ...unknown.map(({ type, id }) => say('  ', `${type} ${id}`)),
  ];
}

function retriedText({ name, steps, created }: StackRetried): string {
  const objects = Object.values(created).reduce((total, each) => total + each, 0);
  const failed = steps.find(({ ok }) => !ok);
  if (failed !== undefined) return `${name}: ${failed.step} fails`;
  const done = objects === 0 ? 'what differed is put right' : `${counted(objects, 'object')} created`;
  return `${name}: ${done}, and the plan after it is empty`;
}

function verdict({ recovered, asked, failures, troubles, remains, retried }: Recovery): string {
  const never = asked.filter(({ struck }) => struck === 0).map(({ asked: words }) => words);
  if (recovered) {
    return failures.length === 0
      ? 'recovered: nothing failed, and all came down again'
      : `recovered: deploying again is enough${retried.length === 0 ? '' : '; it picks up where it stopped'}`;
  }
  if (troubles.length > 0) return 'not recovered: deploying again is not enough; see above what has to be done first';
  if (remains.length > 0)
    return 'not recovered: deploying again works, and what no state knows of remains: import or delete it';
  return `not shown: ${never.join(', ')} never happened`;
}

function listed(names: string[]): string {
  if (names.length <= NAMED + 1) return names.join(', ');
  return `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}

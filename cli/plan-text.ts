import { readFileSync } from 'node:fs';
import { inert } from '../blueprints/language/show';
import { countsOf, type StackPlan } from '../deploy';
import type { Page } from './outcome';
import { number, paragraph } from './text';

/** A plan of the engine that fits a screen is shown whole. */
const SHORT_LINES = 60;
/** Of one kind, before the rest is left to the file. */
const MOST_ADDRESSES = 50;
/** More that are created are counted by type: which they are is seldom the question. */
const FEW_CREATED = 10;

/** A plan for people: how much of what, then what is destroyed, replaced and changed, and where the engine's own text is. */
export function planText(plan: StackPlan, page: Page): string {
  const { stack, changes, outputs, textFile, note } = plan;
  const text = readFileSync(textFile, 'utf8');
  const short = text.split('\n').length <= SHORT_LINES;
  return [
    page.bold(paragraph(`${stack}: ${sumOf(plan)}`, page.width)),
    ...(note === undefined ? [] : [paragraph(note, page.width, '  ')]),
    ...['delete', 'replace', 'update'].flatMap((action) => listed(action, addressesOf(changes, action), page)),
    ...created(changes, page),
    ...listed('import', addressesOf(changes, 'import'), page),
    ...(outputs.length === 0 ? [] : [paragraph(outputs.join(', '), page.width, '  outputs  ')]),
    ...(short ? ['', inertLines(text.trim()), ''] : [`  in full: ${textFile}`]),
  ].join('\n');
}

function sumOf({ changes, outputs }: StackPlan): string {
  const parts = Object.entries(countsOf(changes)).filter(([, count]) => count > 0);
  if (parts.length > 0) return parts.map(([what, count]) => `${number(count)} to ${what}`).join(', ');
  return outputs.length > 0 ? 'only outputs change' : 'only what the state says changes';
}

function addressesOf(changes: StackPlan['changes'], action: string): string[] {
  return changes.filter((change) => change.action === action).map(({ resource }) => resource.addr);
}

function listed(action: string, addresses: string[], page: Page): string[] {
  const lead = `  ${(WORDS[action] ?? action).padEnd(7)}  `;
  const lines = addresses.slice(0, MOST_ADDRESSES).map((address) => paragraph(address, page.width, lead));
  const more = addresses.length - lines.length;
  return more > 0 ? [...lines, `${lead}and ${number(more)} more`] : lines;
}

const WORDS: { readonly [action: string]: string } = { delete: 'destroy' };

function created(changes: StackPlan['changes'], page: Page): string[] {
  const all = changes.filter(({ action }) => action === 'create').map(({ resource }) => resource);
  if (all.length <= FEW_CREATED)
    return listed(
      'create',
      all.map(({ addr }) => addr),
      page,
    );
  const counts = new Map<string, number>();
  for (const { resource_type: type } of all) counts.set(type, (counts.get(type) ?? 0) + 1);
  const words = [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([type, count]) => `${count}×${type}`);
  return [paragraph(words.join(', '), page.width, '  create   ')];
}

/** Lines stay lines; whatever else a terminal would obey is written out. */
function inertLines(text: string): string {
  return text.split('\n').map(inert).join('\n');
}

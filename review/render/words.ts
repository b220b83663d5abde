import {
  Action,
  type Cascade,
  type ChangeGroup,
  type Dependents,
  type FigureChange,
  type Place,
  ReplaceOrder,
  type Review,
  type ReviewedChange,
  type StateMove,
  type ValueChange,
  Verdict,
} from '../model';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** 1234.5 becomes "1,234.5", the same on every machine. */
export function number(value: number): string {
  return numbers.format(value);
}

export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : many}`;
}

/** A figure, or that nobody knows it. */
export function amount(value: number | null): string {
  return value === null ? 'unknown' : number(value);
}

/** `+4,096`, `-12`, `0`. */
export function delta(value: number | null): string {
  if (value === null) return 'unknown';
  return value > 0 ? `+${number(value)}` : number(value);
}

const NOUNS: { readonly [action in Action]: [one: string, many: string] } = {
  [Action.DESTROY]: ['destroyed', 'destroyed'],
  [Action.REPLACE]: ['replaced', 'replaced'],
  [Action.FORGET]: ['forgotten', 'forgotten'],
  [Action.UPDATE]: ['updated in place', 'updated in place'],
  [Action.CREATE]: ['created', 'created'],
  [Action.MOVE]: ['moved', 'moved'],
  [Action.IMPORT]: ['imported', 'imported'],
};

/** `2 destroyed, 6 replaced, 1 created`; what does not happen is left out. */
export function countsText(counts: { readonly [action in Action]: number }): string {
  const told = Object.values(Action).filter((action) => counts[action] > 0);
  return told.map((action) => `${number(counts[action])} ${NOUNS[action][counts[action] === 1 ? 0 : 1]}`).join(', ');
}

/** The one sentence above everything. */
export function verdictText({ verdict, counts, stacks, guard, troubles, formOnly }: Review): string {
  const changes = countsText(counts) || 'no resource changes';
  const where = stacks.length === 0 ? '' : ` in ${counted(stacks.length, 'stack')}`;
  const blocked = guard.losses.filter(({ allowedBy }) => allowedBy === undefined).length;
  switch (verdict) {
    case Verdict.NO_CHANGE:
      return formOnly.length === 0
        ? 'no change'
        : `no change; ${counted(formOnly.length, 'object')} differ only in form`;
    case Verdict.CHANGES:
      return changes + where;
    case Verdict.GUARDED:
      return `stop: ${counted(blocked, 'loss', 'losses')} that nobody has allowed; ${changes}${where}`;
    case Verdict.INCOMPLETE:
      return `incomplete: ${counted(troubles.length, 'fault')}, so that a part could not be compared or a deploy would fail; ${changes}${where}`;
  }
}

/** How much of a value is shown. */
const LONGEST_VALUE = 120;

/** A value on one line. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'none';
  const text = (typeof value === 'string' && value.includes('\n') ? value : JSON.stringify(value)) ?? 'none';
  const characters = [...text];
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join('')}… (${number(characters.length)} characters)`
    : text;
}

/** `"10.0.0.0/16" → "10.1.0.0/16"`. */
export function fromTo({ before, after, decidedLater, secret }: ValueChange): string {
  if (secret) return 'a secret changes';
  return `${valueText(before)} → ${decidedLater ? 'decided later' : valueText(after)}`;
}

/** `blueprint.yaml:12`. */
export function placeText({ file, line, side }: Place): string {
  return `${file}:${line}${side === 'base' ? ' (before)' : ''}`;
}

/** `ohio: from local to s3`. */
export function stateMoveText({ stack, from, to }: StateMove): string {
  const where = from === to ? `elsewhere in ${to}` : `from ${from} to ${to}`;
  return `the state of stack ${stack} moves ${where}: migrate it first (init -migrate-state), or all is built a second time`;
}

/** `1 cause, 6 replacements: region "us-east-2" → "us-west-2"`. */
export function cascadeText({ cause, value, followers }: Cascade): string {
  const count = `1 cause, ${counted(followers.length, 'replacement')}`;
  if (value !== undefined) return `${count}: ${value.path} ${fromTo(value)}`;
  if (cause === undefined) return count;
  const forced = cause.forcedBy.length === 0 ? `, ${cause.action}` : `, forced by ${cause.forcedBy.join(', ')}`;
  return `${count}: ${cause.stack}/${cause.address}${forced}`;
}

/** Why an object is replaced, or why it is touched at all. Empty: it says so itself. */
export function whyText({ action, forcedBy, reason, cause, replaceOrder, prevented }: ReviewedChange): string {
  const forced = forcedBy.length === 0 ? '' : `forced by ${forcedBy.join(', ')}`;
  const followed =
    cause === undefined
      ? ''
      : `follows ${cause.address}${cause.through === undefined ? '' : ` through ${cause.through}`}`;
  const told = forced === '' && followed === '' && reason !== undefined ? reasonText(reason) : '';
  const order =
    action === Action.REPLACE && replaceOrder === ReplaceOrder.CREATE_FIRST ? 'the new one is created first' : '';
  const refused = prevented && LOSING.has(action) ? 'prevent_destroy is set: the engine will refuse' : '';
  return [forced, followed, told, order, refused].filter(Boolean).join('; ');
}

/** The engine's reasons in words; what is taken out of a configuration says so itself. */
const REASONS: { readonly [reason: string]: string } = {
  delete_because_no_resource_config: '',
  delete_because_no_module: '',
  delete_because_each_key: 'its key is no longer in for_each',
  delete_because_count_index: 'past the new count',
  delete_because_no_move_target: 'its new address is in no configuration',
  delete_because_wrong_repetition: 'count or for_each came or went',
  replace_because_cannot_update: 'cannot be changed in place',
  replace_because_tainted: 'its creation failed before',
  replace_by_request: 'asked for with -replace',
  replace_by_triggers: 'replace_triggered_by',
};

function reasonText(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}

const LOSING = new Set<Action>([Action.DESTROY, Action.REPLACE]);

export function dependentsText({ count, stacks }: Dependents): string {
  if (count === 0) return '';
  const where = stacks.length > 1 ? ` in ${counted(stacks.length, 'stack')}` : '';
  return `${counted(count, 'resource depends', 'resources depend')} on it${where}`;
}

/** `3 × aws_eks_node_group`, or the address of the only one. */
export function groupTitle(group: ChangeGroup, { changes }: Review): string {
  const first = changes[group.members[0]!]!;
  if (group.members.length > 1) {
    const what = group.types.length === 1 ? group.types[0] : `objects of ${number(group.types.length)} types`;
    return `${number(group.members.length)} × ${what}`;
  }
  return first.previousAddress === undefined ? first.address : `${first.previousAddress} → ${first.address}`;
}

/**
 * The figures that a reader must see: those that change, limits that are passed, and what nobody knows of a site that changes. The
 * sum of a single site says nothing new.
 */
export function tellingFigures({ figures = [] }: Review): FigureChange[] {
  const sites = new Set(figures.flatMap(({ site }) => site ?? []));
  const changing = new Set(figures.filter(({ before, after }) => before !== after).map(({ site }) => site));
  return figures.filter(({ site, before, after, exceeds }) => {
    if (sites.size === 1 && site === undefined) return false;
    return before !== after || exceeds === true || (after === null && changing.has(site));
  });
}

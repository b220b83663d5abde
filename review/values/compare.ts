import type { ValueChange as EngineChange } from '../../engine';
import type { ValueChange } from '../model';
import { isMap, pairs, withoutEqual } from './align';
import { isSecretName, looksSecret, MASK, markOf, masked } from './secrets';
import { stable } from './stable';
import { decoded, differingLines, documentIn } from './texts';

/** A change of a value, with the first step of its path. */
export interface FoundChange extends ValueChange {
  readonly attribute: string;
  readonly steps: (string | number)[];
}

interface Both {
  readonly steps: (string | number)[];
  readonly before: unknown;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly sensitiveBefore: unknown;
  readonly sensitiveAfter: unknown;
  /** Inside a document that an attribute holds as text. */
  readonly document: boolean;
  /** The numbers of the elements that the path names otherwise. */
  readonly real: (string | number)[];
}

/** Lists of such names are sets to every API that takes them. */
const SET_LIKE = /(_ids|_arns|_cidrs|cidr_blocks|security_groups|subnets|zones|policies|principals|groups)$/;

/** Where two values of an object differ in what they say. Form is no difference: order of sets, spacing of JSON, empty or absent. */
export function compareValues(change: EngineChange): FoundChange[] {
  return walk({
    steps: [],
    before: change.before ?? {},
    after: change.after ?? {},
    unknown: change.after_unknown,
    sensitiveBefore: change.before_sensitive,
    sensitiveAfter: change.after_sensitive,
    document: false,
    real: [],
  });
}

function walk(both: Both): FoundChange[] {
  const { before, after, unknown, steps } = both;
  if (unknown === true) return [found(both, true)];
  if (isEmpty(before) && isEmpty(after) && !isMap(unknown) && !Array.isArray(unknown)) return [];
  if (isMap(before) && isMap(after)) return inMaps(both, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return inLists(both, before, after);
  if (stable(before) === stable(after)) return [];
  if (both.document && sameWhenListed(before, after)) return [];
  if (typeof before === 'string' && typeof after === 'string') return inTexts(both, before, after);
  if (steps.length > 0) return [found(both, false)];
  return [];
}

function inMaps(both: Both, before: object, after: object): FoundChange[] {
  const unknown = isMap(both.unknown) ? both.unknown : {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(unknown)])].sort();
  return keys.flatMap((key) => walk(part(both, key, key)));
}

function inLists(both: Both, before: unknown[], after: unknown[]): FoundChange[] {
  const name = lastName(both.steps);
  if (JSON.stringify(both.unknown ?? null).includes('true')) {
    const length = Math.max(before.length, after.length, Array.isArray(both.unknown) ? both.unknown.length : 0);
    return Array.from({ length }, (_, index) => walk(part(both, index, index))).flat();
  }
  const { went, came } = withoutEqual(before, after);
  if (went.length === 0 && came.length === 0) {
    const ordered = !both.document && !SET_LIKE.test(String(name)) && stable(before) !== stable(after);
    return ordered ? [found(both, false)] : [];
  }
  const scalars = [...went, ...came].some(({ value }) => !isMap(value) && !Array.isArray(value));
  const documents = went.length === came.length && [...went, ...came].every(({ value }) => isDocument(value, name));
  if (scalars && !documents) {
    const values = (elements: { readonly value: unknown }[]): unknown[] | undefined =>
      elements.length === 0 ? undefined : elements.map(({ value }) => value);
    return [found({ ...both, steps: [...both.steps, ''], before: values(went), after: values(came) }, false)];
  }
  return pairs(before, after).flatMap((pair) =>
    walk({
      ...both,
      steps: [...both.steps, pair.step],
      real: [...both.real, pair.after?.index ?? pair.before?.index ?? 0],
      before: pair.before?.value,
      after: pair.after?.value,
      unknown: undefined,
      sensitiveBefore: markOf(both.sensitiveBefore, pair.before?.index ?? 0),
      sensitiveAfter: markOf(both.sensitiveAfter, pair.after?.index ?? 0),
    }),
  );
}

/** A text that is looked into, such as each of the values of a release. */
function isDocument(value: unknown, name: string): boolean {
  return typeof value === 'string' && documentIn(value, name) !== undefined;
}

function inTexts(both: Both, before: string, after: string): FoundChange[] {
  const name = lastName(both.steps);
  const [old, now] = [documentIn(before, name), documentIn(after, name)];
  const isSecret = both.sensitiveBefore === true || both.sensitiveAfter === true;
  if (old !== undefined && now !== undefined && !isSecret) {
    return walk({ ...both, before: old, after: now, unknown: undefined, document: true });
  }
  const [plain, newly] = [decoded(before, name), decoded(after, name)];
  if (plain !== undefined && newly !== undefined)
    return inTexts({ ...both, steps: [...both.steps, 'decoded'] }, plain, newly);
  if (before.includes('\n') && after.includes('\n') && !isSecret && !looksSecret(before) && !looksSecret(after)) {
    return [found({ ...both, ...differingLines(before, after) }, false)];
  }
  return [found(both, false)];
}

function part(both: Both, step: string | number, real: string | number): Both {
  const at = (value: unknown): unknown =>
    isMap(value) || Array.isArray(value) ? (value as { readonly [step: string | number]: unknown })[step] : undefined;
  return {
    steps: [...both.steps, step],
    real: [...both.real, real],
    before: at(both.before),
    after: at(both.after),
    unknown: both.unknown === true ? true : at(both.unknown),
    sensitiveBefore: markOf(both.sensitiveBefore, step),
    sensitiveAfter: markOf(both.sensitiveAfter, step),
    document: both.document,
  };
}

/** Policies take one value where a list of one would do. */
function sameWhenListed(before: unknown, after: unknown): boolean {
  return stable([before].flat()) === stable([after].flat());
}

function found(both: Both, decidedLater: boolean): FoundChange {
  const { steps, before, after } = both;
  const name = lastName(steps);
  const isSecret =
    both.sensitiveBefore === true ||
    both.sensitiveAfter === true ||
    (steps.some(isSecretName) && [before, after].some((each) => typeof each === 'string')) ||
    looksSecret(before) ||
    looksSecret(after);
  const shown = (value: unknown, sensitive: unknown): unknown =>
    isSecret ? maskWhole(value) : masked(value, sensitive, name);
  return {
    attribute: String(steps[0] ?? ''),
    steps: both.real,
    path: pathText(steps),
    ...(isEmpty(before) ? {} : { before: filled(shown(before, both.sensitiveBefore)) }),
    ...(decidedLater || isEmpty(after) ? {} : { after: filled(shown(after, both.sensitiveAfter)) }),
    ...(decidedLater && { decidedLater }),
    ...(isSecret && { secret: true }),
  };
}

/** The name that a value has, not the number of an element. */
function lastName(steps: (string | number)[]): string {
  const names = steps.filter((step): step is string => typeof step === 'string' && step !== '' && step !== 'decoded');
  return names.at(-1) ?? '';
}

function maskWhole(value: unknown): unknown {
  return isEmpty(value) ? value : MASK;
}

/** Without what is not set: providers write out every argument of a block. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isEmpty(each))
      .map(([key, each]) => [key, filled(each)]),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

/** `scaling_config[0].max_size`, `ingress[name=api].port`, `subnet_ids[]` for elements that came and went. */
export function pathText(steps: (string | number)[]): string {
  return steps
    .map((step, index) => {
      if (step === '') return '[]';
      if (typeof step === 'number' || step.includes('=')) return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

import type { AttributeSchema, BlockSchema, NestedBlockSchema, ValueType } from '../host/schema';
import { typeOf } from './bindings/types';

/** What bindings should tell rightly: a type is identical when nothing of it is wrong. */
const MEASURED = [
  'missing',
  'invented',
  'wrong type',
  'wrong required',
  'wrong read-only',
  'wrong optional+computed',
  'missing blocks',
  'invented blocks',
  'wrong nesting',
  'wrong at least or at most one',
] as const;

/** What bindings do not tell, and what all of it is counted against. */
const COUNTED = [
  'types',
  'identical',
  'attributes',
  'optional',
  'blocks',
  'objects of which members may be left out though they may not',
  'lost counts above one',
  'sensitive',
  'missed sensitive',
  'needlessly sensitive',
] as const;

export type Measure = (typeof MEASURED)[number];
/** Figures through every depth of blocks and nested attributes. */
export type Agreement = { [figure in Measure | (typeof COUNTED)[number]]: number };

export function noAgreement(): Agreement {
  return Object.fromEntries([...COUNTED, ...MEASURED].map((figure) => [figure, 0])) as Agreement;
}

/**
 * Compares a type as it was rebuilt with the truth. Tools and tests measure with it.
 * @param into the figures to which this type is added
 * @returns what is wrong, for people
 */
export function compareType(truth: BlockSchema, rebuilt: BlockSchema, into: Agreement): string[] {
  const comparison = new Comparison(into);
  comparison.block(truth, rebuilt, '');
  into.types += 1;
  if (comparison.wrongs.length === 0) into.identical += 1;
  return comparison.wrongs;
}

class Comparison {
  readonly wrongs: string[] = [];

  constructor(private readonly into: Agreement) {}

  block(truth: BlockSchema, rebuilt: BlockSchema, path: string): void {
    const names = (member: 'attributes' | 'blocks') => Object.keys({ ...truth[member], ...rebuilt[member] });
    for (const name of names('attributes')) {
      this.attribute(truth.attributes?.[name], rebuilt.attributes?.[name], path + name);
    }
    for (const name of names('blocks')) this.nested(truth.blocks?.[name], rebuilt.blocks?.[name], path + name);
  }

  private wrong(measure: Measure, isWrong: boolean, path: string): void {
    if (!isWrong) return;
    this.into[measure] += 1;
    this.wrongs.push(`${path}: ${measure}`);
  }

  private attribute(truth: AttributeSchema | undefined, rebuilt: AttributeSchema | undefined, path: string): void {
    if (truth === undefined) {
      this.wrong('invented', true, path);
      return;
    }
    this.into.attributes += 1;
    if (truth.optional) this.into.optional += 1;
    if (truth.sensitive) this.into.sensitive += 1;
    if (rebuilt === undefined) {
      this.wrong('missing', true, path);
      return;
    }
    const readOnly = ({ required, optional, computed }: AttributeSchema) => computed === true && !optional && !required;
    this.wrong('wrong required', (truth.required ?? false) !== (rebuilt.required ?? false), path);
    this.wrong('wrong read-only', readOnly(truth) !== readOnly(rebuilt), path);
    const decided = (truth.computed ?? false) !== (rebuilt.computed ?? false);
    this.wrong('wrong optional+computed', truth.optional === true && decided, path);
    if (truth.sensitive && !rebuilt.sensitive) this.into['missed sensitive'] += 1;
    if (!truth.sensitive && rebuilt.sensitive) this.into['needlessly sensitive'] += 1;
    if (truth.nested && rebuilt.nested?.nesting === truth.nested.nesting) {
      this.block(truth.nested, rebuilt.nested, `${path}.`);
    } else {
      const differ = comparable(typeOf(truth)) !== comparable(typeOf(rebuilt));
      // Where nothing can be given, nested attributes and the type of an object are the same.
      const isStricter = truth.nested !== undefined && rebuilt.nested === undefined && !readOnly(truth);
      this.wrong('wrong type', differ || isStricter, path);
      if (rebuilt.nested) this.into['objects of which members may be left out though they may not'] += 1;
    }
  }

  private nested(truth: NestedBlockSchema | undefined, rebuilt: NestedBlockSchema | undefined, path: string): void {
    if (truth === undefined) {
      this.wrong('invented blocks', true, path);
      return;
    }
    this.into.blocks += 1;
    if ((truth.min ?? 0) > 1 || (truth.max ?? 0) > 1) this.into['lost counts above one'] += 1;
    if (rebuilt === undefined) {
      this.wrong('missing blocks', true, path);
      return;
    }
    this.wrong('wrong nesting', truth.nesting !== rebuilt.nesting, path);
    // One that is single is at most one anyway, and bindings tell by its members whether it must be there.
    const bounds = ({ min = 0, max = 0 }: NestedBlockSchema) => `${min > 0} ${max === 1}`;
    const differ = truth.nesting !== 'single' && bounds(truth) !== bounds(rebuilt);
    this.wrong('wrong at least or at most one', differ, path);
    this.block(truth, rebuilt, `${path}.`);
  }
}

/** The same text for the same type: members stand in any order. */
function comparable(type: ValueType): string {
  return JSON.stringify(type, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

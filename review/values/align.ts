import { stable } from './stable';

/** Elements of two lists that belong together; one side is undefined where an element came or went. */
export interface Pair {
  /** How the element is named in a path. */
  readonly step: string | number;
  readonly before?: { readonly value: unknown; readonly index: number };
  readonly after?: { readonly value: unknown; readonly index: number };
}

/** Attributes by which people tell the elements of a list apart. */
const NATURAL_KEYS = ['name', 'key', 'id', 'device_name', 'family', 'sid', 'Sid', 'host', 'protocol'];

interface Element {
  readonly value: unknown;
  readonly index: number;
}

/** Elements that are not in both lists alike: paired by a name that they bear, or else in their order. */
export function pairs(before: unknown[], after: unknown[]): Pair[] {
  const { went, came } = withoutEqual(before, after);
  const key = [...went, ...came].every(({ value }) => isMap(value)) ? naturalKey(went, came) : undefined;
  if (key === undefined) {
    return Array.from({ length: Math.max(went.length, came.length) }, (_, place) => ({
      step: (came[place] ?? went[place])!.index,
      before: went[place],
      after: came[place],
    }));
  }
  const nameOf = ({ value }: Element): string => String((value as { readonly [key: string]: unknown })[key]);
  const names = [...new Set([...went, ...came].map(nameOf))];
  return names.map((name) => ({
    step: `${key}=${name}`,
    before: went.find((each) => nameOf(each) === name),
    after: came.find((each) => nameOf(each) === name),
  }));
}

/** Both lists without what stands in both, wherever it stands. */
export function withoutEqual(
  before: unknown[],
  after: unknown[],
): { readonly went: Element[]; readonly came: Element[] } {
  const counts = new Map<string, number>();
  for (const value of before) counts.set(stable(value), (counts.get(stable(value)) ?? 0) + 1);
  const came = after
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => {
      const left = counts.get(stable(value)) ?? 0;
      if (left > 0) counts.set(stable(value), left - 1);
      return left === 0;
    });
  const went = before
    .map((value, index) => ({ value, index }))
    .reverse()
    .filter(({ value }) => {
      const left = counts.get(stable(value)) ?? 0;
      if (left > 0) counts.set(stable(value), left - 1);
      return left > 0;
    })
    .reverse();
  return { went, came };
}

function naturalKey(went: Element[], came: Element[]): string | undefined {
  return NATURAL_KEYS.find((key) =>
    [went, came].every((elements) => {
      const values = elements.map(({ value }) => (value as { readonly [key: string]: unknown })[key]);
      return (
        values.every((value) => typeof value === 'string' && value !== '') && new Set(values).size === values.length
      );
    }),
  );
}

export function isMap(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

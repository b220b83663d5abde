/** A number with where it comes from. Null is unknown, never zero. */
export interface Amount {
  readonly value: number | null;
  readonly sources: string[];
  readonly notes: string[];
}

export function known(value: number): Amount {
  return { value, sources: [], notes: [] };
}

export function unknown(note: string): Amount {
  return { value: null, sources: [], notes: [note] };
}

/** What a basis of design says; a figure that is not there is unknown. */
export function amountOf(
  figure:
    | { readonly value?: number | null; readonly sources?: string[] | null; readonly note?: string | null }
    | undefined,
): Amount {
  return {
    value: typeof figure?.value === 'number' ? figure.value : null,
    sources: figure?.sources ?? [],
    notes: typeof figure?.note === 'string' ? [figure.note] : [],
  };
}

/** Unknown as soon as one part is. */
export function sum(parts: Amount[]): Amount {
  return {
    value: parts.some(({ value }) => value === null)
      ? null
      : tidy(parts.reduce((total, { value }) => total + value!, 0)),
    ...told(parts),
  };
}

/** A product, with a word on why. */
export function product(one: Amount, other: Amount, ...notes: string[]): Amount {
  const value = one.value === null || other.value === null ? null : tidy(one.value * other.value);
  const { sources, notes: before } = told([one, other]);
  return { value, sources, notes: [...before, ...notes] };
}

function told(parts: Amount[]): { readonly sources: string[]; readonly notes: string[] } {
  return {
    sources: [...new Set(parts.flatMap(({ sources }) => sources))].sort(),
    notes: [...new Set(parts.flatMap(({ notes }) => notes))],
  };
}

/** Without the noise of binary fractions. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Counts things that are alike. @returns each kind once, in the order in which it was first seen */
export function countAlike<T>(
  things: Iterable<T>,
  key: (thing: T) => string,
): { readonly first: T; readonly count: number }[] {
  const kinds = new Map<string, { first: T; count: number }>();
  for (const thing of things) {
    const name = key(thing);
    const kind = kinds.get(name);
    if (kind === undefined) kinds.set(name, { first: thing, count: 1 });
    else kind.count += 1;
  }
  return [...kinds.values()];
}

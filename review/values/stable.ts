/** A value as text, the same whatever the order of its keys. */
export function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) => {
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
      const map = each as { readonly [key: string]: unknown };
      return Object.fromEntries(
        Object.keys(map)
          .sort()
          .map((key) => [key, map[key]]),
      );
    }) ?? 'undefined'
  );
}

const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 23162.4 becomes "23,162", 40.84 becomes "40.8": the same on every machine. */
export function amount(value: number): string {
  return (Math.abs(value) < 1000 ? tenths : whole).format(value);
}

/** "1 rack", "2 racks", "2 switches". */
export function counted(count: number, noun: string): string {
  const plural = noun.endsWith('ch') ? `${noun}es` : `${noun}s`;
  return `${amount(count)} ${count === 1 ? noun : plural}`;
}

/** "80 A", "63–80 A"; undefined when none is known. */
export function spread(values: (number | undefined)[], unit: string): string | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  const [least, most] = known.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [known[0]!, known[0]!],
  );
  const text = amount(least) === amount(most) ? amount(least) : `${amount(least)}–${amount(most)}`;
  return `${text} ${unit}`;
}

/** The one value that all have; undefined when they differ. */
export function common<T>(values: T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** 0.876 becomes "87.6 %". */
export function percent(share: number): string {
  return `${tenths.format(share * 100)} %`;
}

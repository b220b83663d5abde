/** A block or value of Terraform JSON. */
export type Values = { readonly [argument: string]: unknown };

/** Everything that stands at a path; a block and a list of blocks read alike, and each element counts. */
export function valuesAt(body: Values, path: string): unknown[] {
  return path
    .split('.')
    .reduce<unknown[]>(
      (found, step) => found.flatMap((each) => (isMap(each) && Object.hasOwn(each, step) ? elements(each[step]) : [])),
      [body],
    );
}

/** Blocks at a path: those of them that are maps. */
export function blocksAt(body: Values, path: string): Values[] {
  return valuesAt(body, path).filter(isMap);
}

/** Whether blocks at a path are made by an expression, so that nobody can say here what they hold. */
export function isDynamic(body: Values, path: string): boolean {
  const [block = ''] = path.split('.');
  return valuesAt(body, 'dynamic').some((each) => isMap(each) && Object.hasOwn(each, block));
}

/** Whether a text is decided by the engine: `${…}` or `%{…}` that is not escaped. */
export function isExpression(value: unknown): boolean {
  return typeof value === 'string' && /(^|[^$])\$\{|(^|[^%])%\{/.test(value);
}

/** Whether a value refers to a resource of its stack. */
export function refersTo(value: unknown, address: string): boolean {
  if (typeof value !== 'string') return false;
  const at = value.indexOf(address);
  return at >= 0 && isExpression(value) && !/[\w-]/.test(value.charAt(at + address.length));
}

export function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function elements(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.flatMap(elements) : [value];
}

/**
 * Marks this target's own objects, so that a factory knows those of another. A global symbol and not `instanceof`: a program may hold
 * two copies of this package.
 */
export function brand(object: object, mark: symbol): void {
  Object.defineProperty(object, mark, { value: true });
}

/** @throws when `object` does not bear the mark */
export function requireBrand(object: object, mark: symbol, expected: string): void {
  if (mark in object) return;
  throw new Error(
    `expected ${expected} of the netbox target, got ${object.constructor.name} of another; use one target for all of a site`,
  );
}

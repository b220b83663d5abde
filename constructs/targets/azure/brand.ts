/**
 * Marks a target's own objects, so that one target's factory knows another's when it is handed one. A global symbol and not
 * `instanceof`: a program may hold two copies of this package.
 */
export function brand(object: object, mark: symbol): void {
  Object.defineProperty(object, mark, { value: true });
}

/** @throws when `object` does not bear the mark */
export function requireBrand(object: object, mark: symbol, expected: string): void {
  if (!(mark in object)) {
    throw new Error(
      `expected ${expected} of the azure target, got ${object.constructor.name} of another; use one target for all of a site`,
    );
  }
}

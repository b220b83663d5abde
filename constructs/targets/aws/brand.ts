/**
 * What one factory of this target returns, another receives behind a neutral interface. The brand tells our own objects from
 * another target's, also when two copies of this package are loaded.
 */
export function brandOf(what: string): symbol {
  return Symbol.for(`wattform/aws/${what}`);
}

/** @throws when the object was not made by this target */
export function demandBrand(value: object, brand: symbol, what: string): void {
  if (!(brand in value)) {
    throw new Error(
      `this ${what} was not made by the target "aws"; got an object of another target, expected what the target "aws" returned: give all parts of a site the same target`,
    );
  }
}

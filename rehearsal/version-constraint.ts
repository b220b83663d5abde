import { nested } from './configuration/block';
import type { Module } from './configuration/module-tree';
import { placeOf } from './configuration/place';
import { providerAddress } from './schemas/address';

/** A version of which a configuration will have nothing. */
export interface VersionProblem {
  readonly summary: string;
  readonly detail: string;
  /** `main.tf:3`. */
  readonly place: string;
}

/** The providers that a stack is played by, as far as versions go. */
interface PlayedVersion {
  readonly source: string;
  readonly version: string;
}

/** Where the modules of a stack ask for other versions of its providers than those that are played. */
export function versionProblems(
  modules: Module[],
  played: readonly PlayedVersion[],
  show: (file: string) => string,
): VersionProblem[] {
  const versions = new Map(played.map(({ source, version }) => [providerAddress(source), version]));
  return modules.flatMap(({ blocks }) =>
    blocks
      .filter(({ kind }) => kind === 'terraform')
      .flatMap((block) =>
        requirementsIn(block.body['required_providers']).flatMap(({ source, constraint }) => {
          const version = versions.get(providerAddress(source));
          const detail = version === undefined ? undefined : versionProblem(constraint, version);
          if (detail === undefined) return [];
          const place = placeOf(block, show(block.file));
          return [{ summary: `Unsuitable version of provider ${source}`, detail, place }];
        }),
      ),
  );
}

function requirementsIn(required: unknown): { source: string; constraint: string }[] {
  return nested(required).flatMap((all) =>
    Object.entries(all).flatMap(([name, wanted]) => {
      if (typeof wanted === 'string') return [{ source: `hashicorp/${name}`, constraint: wanted }];
      return nested(wanted).flatMap(({ source, version }) => {
        if (typeof version !== 'string') return [];
        return [{ source: typeof source === 'string' ? source : `hashicorp/${name}`, constraint: version }];
      });
    }),
  );
}

interface Version {
  /** Major, minor, patch, as many as are written. */
  readonly numbers: readonly number[];
  readonly prerelease: readonly string[];
}

/**
 * Whether a version meets a constraint of Terraform: comparisons joined by commas, each `=`, `!=`, `>`, `>=`, `<`, `<=` or `~>`, and
 * none for `=`. A prerelease is met by its own version alone.
 * @returns what is wrong; undefined when it meets it, and when either is not written as the language wants, which an engine tells
 */
export function versionProblem(constraint: string, version: string): string | undefined {
  const actual = parsed(version);
  if (actual === undefined) return undefined;
  const terms = constraint.split(',').map(termOf);
  if (terms.some((term) => term === undefined)) return undefined;
  const failed = terms.filter((term) => term !== undefined && !meets(actual, term.operator, term.wanted));
  if (failed.length === 0) return undefined;
  return `got "${constraint}", which ${version} does not meet; allowed: a constraint that ${version} meets, whose types and arguments are played`;
}

function termOf(text: string): { operator: string; wanted: Version } | undefined {
  const [, operator = '', rest = ''] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*(\S+)\s*$/.exec(text) ?? [];
  const wanted = parsed(rest);
  return wanted && { operator: operator || '=', wanted };
}

function parsed(text: string): Version | undefined {
  const match = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (match === null) return undefined;
  return { numbers: match[1]!.split('.').map(Number), prerelease: match[2]?.split('.') ?? [] };
}

function meets(actual: Version, operator: string, wanted: Version): boolean {
  const order = compare(actual, wanted);
  if (actual.prerelease.length > 0 && operator !== '!=') return ['=', '>=', '<='].includes(operator) && order === 0;
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0 && sameBeginning(actual, wanted);
  }
}

/** `~>` lets the last number that is written grow; a major version alone stands for its first minor one. */
function sameBeginning(actual: Version, { numbers }: Version): boolean {
  const fixed = Math.max(1, numbers.length - 1);
  return numbers.slice(0, fixed).every((number, index) => (actual.numbers[index] ?? 0) === number);
}

function compare(one: Version, other: Version): number {
  for (const index of [0, 1, 2]) {
    const difference = (one.numbers[index] ?? 0) - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}

/** As Semantic Versioning orders them: what has none comes last, numbers come before words. */
function comparePrereleases(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [left, right] = [one[index], other[index]];
    if (left === right) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (leftIsNumber && rightIsNumber) return Number(left) - Number(right);
    if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

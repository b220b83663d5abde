import { LanguageCode } from './codes';
import { forbiddenKey, inexact, setKey, tooManyValues } from './data-findings';
import type { Finding, Path } from './finding';
import { LIMITS } from './limits';
import { subject } from './show';

/** A copy of an object that a program made, holding nothing but data. */
export interface PlainData {
  readonly value: unknown;
  readonly findings: Finding[];
}

/**
 * Copies maps, lists, texts, numbers, truth values and null; refuses what YAML could not have said: functions, class instances,
 * accessors, symbols, cycles. A property that is undefined counts as absent, as TypeScript has it.
 */
export function plainData(object: unknown): PlainData {
  const copier = new Copier();
  try {
    return { value: copier.copy(object, []), findings: copier.findings };
  } catch {
    // Only a proxy can throw here: accessors are never called.
    return { value: undefined, findings: [notData([], 'an object that cannot be read')] };
  }
}

class Copier {
  readonly findings: Finding[] = [];
  private readonly open = new Set<object>();
  private values = 0;

  copy(value: unknown, path: Path): unknown {
    this.values += 1;
    if (this.values > LIMITS.values) return this.refuseSize(tooManyValues(path));
    if (path.length > LIMITS.depth)
      return this.refuseSize({
        code: LanguageCode.TOO_LARGE,
        path,
        message: `values are nested more than ${LIMITS.depth} deep`,
      });
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value;
      case 'number': {
        const finding = inexact(value, path);
        if (finding !== undefined) this.findings.push(finding);
        return value;
      }
      case 'object':
        return value === null ? null : this.object(value, path);
      default:
        return this.refuse(path, `a ${typeof value}`);
    }
  }

  private object(value: object, path: Path): unknown {
    if (this.open.has(value)) return this.refuse(path, 'an object that holds itself');
    const isList = Array.isArray(value);
    if (!isList && !isPlain(value)) return this.refuse(path, 'an instance of a class');
    if (isList && value.length > LIMITS.values) return this.refuseSize(tooManyValues(path));
    this.open.add(value);
    const copy = isList ? this.list(value, path) : this.map(value, path);
    this.open.delete(value);
    return copy;
  }

  private list(value: unknown[], path: Path): unknown {
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const below = [...path, String(index)];
      const property = Object.getOwnPropertyDescriptor(value, index);
      items.push(
        property === undefined || !('value' in property)
          ? this.refuse(below, 'a gap or an accessor')
          : this.copy(property.value, below),
      );
    }
    return items;
  }

  private map(value: object, path: Path): unknown {
    const copy: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(value)) {
      const below = [...path, String(key)];
      const property = Object.getOwnPropertyDescriptor(value, key);
      const forbidden = forbiddenKey(below);
      if (forbidden !== undefined) this.findings.push(forbidden);
      if (String(key).length > LIMITS.key) continue;
      if (typeof key === 'symbol') this.refuse(below, 'behind a symbol');
      else if (property === undefined || !('value' in property)) setKey(copy, key, this.refuse(below, 'an accessor'));
      else if (property.value !== undefined) setKey(copy, key, this.copy(property.value, below));
      if (this.values > LIMITS.values) break;
    }
    return copy;
  }

  private refuse(path: Path, what: string): null {
    this.findings.push(notData(path, what));
    return null;
  }

  private refuseSize(finding: Finding): null {
    const said = this.findings.some(({ code }) => code === LanguageCode.TOO_LARGE);
    if (!said) this.findings.push(finding);
    return null;
  }
}

/** Also plain when it comes from another realm (a vm, a worker), whose Object is not ours. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'));
}

function notData(path: Path, what: string): Finding {
  return {
    code: LanguageCode.NOT_DATA,
    path,
    message: `${subject(path)} is ${what}`,
    expected: 'plain data: maps, lists, texts, numbers, true or false',
  };
}

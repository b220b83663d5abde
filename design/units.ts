import type { Finding, Path } from '../blueprints/language/finding';
import {
  type ParsedMemory,
  type ParsedQuantity,
  parseApparentPower,
  parseCompute,
  parseDataRate,
  parseDataSize,
  parseDuration,
  parseMemory,
  parsePower,
  parsePowerRamp,
  parseWeight,
  type QuantityProblem,
} from '../blueprints/language/quantities';
import { DesignCode } from './codes';

/**
 * Settles the quantities of a document that was made in a program and never went through the loader: what cannot be read
 * is a finding, and undefined.
 */
export class Units {
  readonly findings: Finding[] = [];

  /** @returns kW */
  power(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parsePower)?.value;
  }

  /** @returns GiB */
  size(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseDataSize)?.value;
  }

  /** @returns GB/s */
  rate(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseDataRate)?.value;
  }

  /** @returns TFLOPS */
  compute(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseCompute)?.value;
  }

  /** @returns kVA */
  apparentPower(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseApparentPower)?.value;
  }

  /** @returns MW/min */
  powerRamp(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parsePowerRamp)?.value;
  }

  /** @returns kg */
  weight(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseWeight)?.value;
  }

  /** @returns minutes */
  duration(text: string | undefined, path: Path): number | undefined {
    return this.settle(text, path, parseDuration)?.value;
  }

  memory(text: string | undefined, path: Path): ParsedMemory {
    return this.settle(text, path, parseMemory) ?? {};
  }

  /** One of the words that an enum allows; the fallback for an absent word, undefined for a word that is not allowed. */
  word<Word extends string>(
    text: string | undefined,
    allowed: Record<string, Word>,
    fallback: Word | undefined,
    path: Path,
  ): Word | undefined {
    if (text === undefined && fallback !== undefined) {
      return fallback;
    }
    const words = Object.values(allowed);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) {
      this.report(path, {
        message: `got ${text === undefined ? 'nothing' : `"${text}"`}`,
        expected: `one of ${words.join(', ')}`,
      });
    }
    return word;
  }

  private settle<Parsed extends ParsedQuantity | ParsedMemory>(
    text: string | undefined,
    path: Path,
    parse: (text: string) => Parsed,
  ): Parsed | undefined {
    const parsed = text === undefined ? undefined : parse(text);
    if (parsed?.problem !== undefined) {
      this.report(path, parsed.problem);
    }
    return parsed;
  }

  private report(path: Path, problem: Partial<QuantityProblem> & { message: string }): void {
    this.findings.push({ code: DesignCode.VALUE_UNREADABLE, path, ...problem });
  }
}

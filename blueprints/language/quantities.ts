import Qty from 'js-quantities';
import { quoted } from './show';
import { suggest } from './suggest';

/** A quantity that was read, or why it could not be. */
export interface ParsedQuantity {
  /** In the unit that the parser names. */
  readonly value?: number;
  readonly problem?: QuantityProblem;
}

/** A memory requirement that was read: labelled GB or measured GiB, as it was written. */
export interface ParsedMemory {
  readonly gb?: number;
  readonly gib?: number;
  readonly problem?: QuantityProblem;
}

/** Why a quantity could not be read, in the parts of a finding. */
export interface QuantityProblem {
  readonly message: string;
  readonly expected: string;
  readonly hint?: string;
}

interface Kind {
  readonly noun: string;
  /** Units that may be written. */
  readonly units: readonly string[];
  /** Unit of the result. */
  readonly base: string;
  /** The most, in the base unit: beyond it is a slip of the unit. */
  readonly most: number;
  readonly example: string;
  /** Whether ">=" may stand before the number. */
  readonly atLeast: boolean;
}

const POWER: Kind = {
  noun: 'power',
  units: ['W', 'kW', 'MW', 'GW'],
  base: 'kW',
  most: 1e9,
  example: '3 MW',
  atLeast: false,
};
const DATA_SIZE: Kind = {
  noun: 'data size',
  units: ['GB', 'TB', 'PB', 'EB', 'GiB', 'TiB', 'PiB'],
  base: 'GiB',
  most: 1e12,
  example: '600 TiB',
  atLeast: false,
};
const DATA_RATE: Kind = {
  noun: 'data rate',
  units: ['MB/s', 'GB/s', 'TB/s', 'MiB/s', 'GiB/s', 'TiB/s'],
  base: 'GB/s',
  most: 1e9,
  example: '150 GB/s',
  atLeast: false,
};
const COMPUTE: Kind = {
  noun: 'compute',
  units: ['TFLOPS', 'PFLOPS'],
  base: 'TFLOPS',
  most: 1e9,
  example: '>= 900 TFLOPS',
  atLeast: true,
};
const MEMORY: Kind = {
  noun: 'memory',
  units: ['GB', 'GiB'],
  base: 'GB',
  most: 1e6,
  example: '>= 141 GB',
  atLeast: true,
};
const APPARENT_POWER: Kind = {
  noun: 'apparent power',
  units: ['kVA', 'MVA'],
  base: 'kVA',
  most: 1e9,
  example: '2500 kVA',
  atLeast: false,
};
const POWER_RAMP: Kind = {
  noun: 'power ramp',
  units: ['kW/min', 'MW/min'],
  base: 'MW/min',
  most: 1e6,
  example: '10 MW/min',
  atLeast: false,
};
const WEIGHT: Kind = {
  noun: 'weight',
  units: ['kg', 't'],
  base: 'kg',
  most: 1e6,
  example: '1400 kg',
  atLeast: false,
};
const DURATION: Kind = {
  noun: 'duration',
  units: ['s', 'min', 'h'],
  base: 'min',
  most: 1e6,
  example: '5 min',
  atLeast: false,
};
const KINDS = [POWER, DATA_SIZE, DATA_RATE, COMPUTE, APPARENT_POWER, POWER_RAMP, WEIGHT, DURATION];

/** Units that js-quantities does not know, or means another thing by, in the base of their kind. */
const OWN_UNITS: { readonly [unit: string]: number } = { TFLOPS: 1, PFLOPS: 1000, kVA: 1, MVA: 1000, t: 1000 };

/** "3 MW" in kW. Units: W, kW, MW, GW. */
export function parsePower(text: string): ParsedQuantity {
  return converted(text, POWER);
}

/** "600 TiB" in GiB. Units: GB, TB, PB, EB (powers of 1000) and GiB, TiB, PiB (powers of 1024). */
export function parseDataSize(text: string): ParsedQuantity {
  return converted(text, DATA_SIZE);
}

/** "150 GB/s" in GB/s (10^9 bytes a second). Units: MB/s, GB/s, TB/s, MiB/s, GiB/s, TiB/s. */
export function parseDataRate(text: string): ParsedQuantity {
  return converted(text, DATA_RATE);
}

/** "900 TFLOPS" or ">= 900 TFLOPS" in TFLOPS; the sign says the same as its absence. Units: TFLOPS, PFLOPS. */
export function parseCompute(text: string): ParsedQuantity {
  return converted(text, COMPUTE);
}

/** ">= 141 GB" as labelled GB, ">= 90 GiB" as measured GiB; the sign may be left out. The two are never converted: a label is no measure. */
export function parseMemory(text: string): ParsedMemory {
  const read = readQuantity(text, MEMORY);
  if (read.problem !== undefined) return { problem: read.problem };
  return read.unit === 'GiB' ? { gib: read.amount } : { gb: read.amount };
}

/** "2500 kVA" in kVA. Units: kVA, MVA. */
export function parseApparentPower(text: string): ParsedQuantity {
  return converted(text, APPARENT_POWER);
}

/** "10 MW/min" in MW/min. Units: kW/min, MW/min. */
export function parsePowerRamp(text: string): ParsedQuantity {
  return converted(text, POWER_RAMP);
}

/** "1400 kg" in kg. Units: kg, t. */
export function parseWeight(text: string): ParsedQuantity {
  return converted(text, WEIGHT);
}

/** "5 min" in minutes. Units: s, min, h. */
export function parseDuration(text: string): ParsedQuantity {
  return converted(text, DURATION);
}

interface Read {
  readonly amount: number;
  readonly unit: string;
  readonly problem?: QuantityProblem;
}

/** Only digits, a point, a blank and a known unit: js-quantities alone would also take "3 MW*s", "tempC" and "2 furlongs". */
const FORM = /^(>=)? ?([0-9]{1,18}(?:\.[0-9]{1,12})?) ?([A-Za-z][A-Za-z/]{0,11})?$/;

function converted(text: string, kind: Kind): ParsedQuantity {
  const read = readQuantity(text, kind);
  if (read.problem !== undefined) return { problem: read.problem };
  return { value: inBase(read.amount, read.unit, kind) };
}

function inBase(amount: number, unit: string, kind: Kind): number {
  const own = OWN_UNITS[unit];
  if (own !== undefined) return amount * own;
  return new Qty(amount, unit).to(kind.base).scalar;
}

function readQuantity(text: string, kind: Kind): Read {
  const failed = (message: string, hint?: string): Read => ({
    amount: 0,
    unit: '',
    problem: refused(kind, message, hint),
  });
  const match = FORM.exec(text);
  if (match === null) return failed(...unreadable(text, kind));
  const [, sign, digits, unit] = match;
  if (sign !== undefined && !kind.atLeast)
    return failed(`${kind.noun} takes no ">=": ${quoted(text)}`, `write "${digits} ${unit ?? kind.base}"`);
  if (unit === undefined) return failed(`${kind.noun} ${quoted(text)} has no unit`);
  if (!kind.units.includes(unit))
    return failed(`${kind.noun} ${quoted(text)} is in ${unit}${otherKind(unit)}`, unitHint(digits, unit, kind));
  const amount = Number(digits);
  if (!(amount > 0)) return failed(`${kind.noun} ${quoted(text)} is not more than zero`);
  if (inBase(amount, unit, kind) > kind.most)
    return failed(`${kind.noun} ${quoted(text)} is more than ${kind.most} ${kind.base}`);
  return { amount, unit };
}

function unreadable(text: string, kind: Kind): [string, string | undefined] {
  const what = `${kind.noun} ${quoted(text)}`;
  if (text.trim() === '') return [`${kind.noun} is empty`, undefined];
  if (/^ ?-/.test(text)) return [`${what} is not more than zero`, undefined];
  if (/^ ?(<=?|>(?!=)|=|~)/.test(text))
    return [`${what} has a sign that is not known`, kind.atLeast ? 'only ">=" can be asked' : 'write the amount alone'];
  if (/\d[,_' ]\d/.test(text))
    return [`${what} has a separator in its number`, 'write the digits together; a point marks decimals'];
  if (/\d\s?[eE][+-]?\d/.test(text))
    return [`${what} is written with an exponent`, 'write it out, or take a larger unit'];
  return [`${what} is not a number with a unit`, undefined];
}

function refused(kind: Kind, message: string, hint?: string): QuantityProblem {
  const expected = `a ${kind.noun} in ${listed(kind.units)}, such as "${kind.example}"`;
  return hint === undefined ? { message, expected } : { message, expected, hint };
}

function otherKind(unit: string): string {
  const other = KINDS.find((kind) => kind.units.includes(unit));
  return other === undefined ? ', which is no unit here' : `, a unit of ${other.noun}`;
}

const BITS = /^([KMGTPkmgtp])(?:bps|bit\/s|b\/s)$/;

function unitHint(digits: string, unit: string, kind: Kind): string | undefined {
  const bits = kind === DATA_RATE ? BITS.exec(unit) : null;
  if (bits !== null) {
    const prefix = bits[1].toUpperCase();
    const gigabits = Number(digits) * ({ K: 1e-6, M: 1e-3, G: 1, T: 1e3, P: 1e6 }[prefix] ?? 1);
    return `${unit} counts bits; in bytes that is "${gigabits / 8} GB/s"`;
  }
  if (KINDS.some((other) => other.units.includes(unit))) return undefined;
  const near = suggest(unit, kind.units);
  return near === undefined ? undefined : `did you mean "${digits} ${near}"?`;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

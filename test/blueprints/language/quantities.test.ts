import fc from 'fast-check';
import {
  blueprintSchema,
  type JsonSchema,
  parseCompute,
  parseDataRate,
  parseDataSize,
  parseMemory,
  parsePower,
} from '../../../blueprints/language';
import { TARGETS } from './samples';

it.each([
  [parsePower, '3 MW', 3000],
  [parsePower, '10.2 kW', 10.2],
  [parsePower, '2.5GW', 2_500_000],
  [parsePower, '800 W', 0.8],
  [parseDataSize, '600 TiB', 614_400],
  [parseDataSize, '1 PiB', 1_048_576],
  [parseDataSize, '1 GB', 1e9 / 2 ** 30],
  [parseDataSize, '2 EB', 2e18 / 2 ** 30],
  [parseDataRate, '150 GB/s', 150],
  [parseDataRate, '1500 MB/s', 1.5],
  [parseDataRate, '1 TiB/s', 1099.511627776],
  [parseCompute, '>= 900 TFLOPS', 900],
  [parseCompute, '>=1.5 PFLOPS', 1500],
  [parseCompute, '900 TFLOPS', 900],
])('%p reads %s', (parse, text, value) => {
  const parsed = parse(text);
  expect(parsed.problem).toBeUndefined();
  expect(parsed.value).toBeCloseTo(value, 9);
});

it('keeps the label and the measure of memory apart', () => {
  expect(parseMemory('>= 141 GB')).toEqual({ gb: 141 });
  expect(parseMemory('90 GiB')).toEqual({ gib: 90 });
});

it.each([
  ['3', /no unit/],
  ['', /is empty/],
  ['3 GB', /a unit of data size/],
  ['3 mw', /did you mean "3 MW"/],
  ['0 MW', /not more than zero/],
  ['0.000000000000 MW', /not more than zero/],
  ['-3 MW', /not more than zero/],
  ['1,024 kW', /separator.*together/s],
  ['1_024 kW', /separator/],
  ['1e3 kW', /exponent/],
  ['>= 3 MW', /takes no ">=".*write "3 MW"/s],
  ['99999999 GW', /more than 1000000000 kW/],
  ['9'.repeat(400), /is not a number with a unit/],
  ['MW', /is not a number/],
  ['3 MW 4', /is not a number/],
  ['3 MW*s', /is not a number/],
  ['3 tempC', /no unit here/],
  ['3 furlongs', /no unit here/],
  ['3 hp', /no unit here/],
  ['３ MW', /is not a number/],
  ['3\u00a0MW', /is not a number/],
  ['.5 MW', /is not a number/],
  ['Infinity MW', /is not a number/],
  ['0x10 MW', /is not a number|no unit/],
])('power %j is refused with a right example', (text, says) => {
  const { value, problem } = parsePower(text);
  expect(value).toBeUndefined();
  expect(`${problem?.message}\n${problem?.hint ?? ''}`).toMatch(says);
  expect(problem?.expected).toContain('"3 MW"');
});

it('tells bits from bytes', () => {
  expect(parseDataRate('150 Gbps').problem?.hint).toContain('"18.75 GB/s"');
  expect(parseDataRate('150 GBps').problem?.hint).toContain('"150 GB/s"');
});

it('knows only "at least"', () => {
  expect(parseMemory('> 141 GB').problem?.hint).toContain('">="');
  expect(parseMemory('<= 141 GB').problem?.hint).toContain('">="');
  expect(parseMemory('9999999 GB').problem?.message).toContain('more than');
});

it('refuses or reads any text, always finite and above zero', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[>= ]{0,3}[0-9.]{1,8} ?[A-Za-z/]{0,6}$/));
  fc.assert(
    fc.property(text, (given) => {
      for (const parse of [parsePower, parseDataSize, parseDataRate, parseCompute]) {
        const { value, problem } = parse(given);
        expect((value === undefined) !== (problem === undefined)).toBe(true);
        expect(value === undefined || (Number.isFinite(value) && value > 0)).toBe(true);
      }
    }),
  );
});

it('reads what the schema accepts: an editor and the loader agree', () => {
  const pairs: [string, (text: string) => { problem?: { message: string } }][] = [
    [patternOf('sites/*/power/allotment'), parsePower],
    [patternOf('clusters/*/storage/*/capacity'), parseDataSize],
    [patternOf('clusters/*/storage/*/throughput'), parseDataRate],
    [patternOf('clusters/*/accelerators/bf16'), parseCompute],
    [patternOf('clusters/*/accelerators/memory'), parseMemory],
  ];
  const numbers = ['1', '12', '0.5', '141'];
  const units = [
    'W',
    'kW',
    'MW',
    'GW',
    'GB',
    'TB',
    'PB',
    'EB',
    'GiB',
    'TiB',
    'PiB',
    'EiB',
    'MB',
    'MB/s',
    'GB/s',
    'TB/s',
    'MiB/s',
    'GiB/s',
    'TiB/s',
    'TFLOPS',
    'PFLOPS',
    '',
  ];
  const texts = ['', '>= ', '>='].flatMap((sign) =>
    numbers.flatMap((number) => units.flatMap((unit) => [`${sign}${number} ${unit}`, `${sign}${number}${unit}`])),
  );
  for (const [pattern, parse] of pairs) {
    const taken = texts.filter((text) => new RegExp(pattern, 'u').test(text));
    expect(taken).toEqual(texts.filter((text) => parse(text).problem === undefined));
    expect(taken.length).toBeGreaterThan(0);
  }
});

/** The pattern of a property; `*` stands for a name. */
function patternOf(way: string): string {
  let here = blueprintSchema(TARGETS);
  for (const step of way.split('/')) {
    here = (step === '*' ? here.additionalProperties : (here.properties as JsonSchema)[step]) as JsonSchema;
  }
  return here.pattern as string;
}

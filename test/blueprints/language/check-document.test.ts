import fc from 'fast-check';
import { checkDocument, findingsToJson, renderFindings } from '../../../blueprints/language';
import { changed, load, SMALL, TARGETS } from './samples';

const check = (object: unknown) => checkDocument(object, { targets: TARGETS });
/** A fresh copy to change. */
const small = () => structuredClone(load(SMALL).document) as unknown as { [key: string]: unknown };
const codes = (object: unknown) => check(object).findings.map(({ code }) => code);

it('gives the findings of the file, without places', () => {
  const text = changed('site: virginia', 'site: virgina').replace('16', '0').replace('owner', 'ownr');
  const fromFile = load(text).findings;
  const object = small() as unknown as {
    owner?: string;
    ownr?: string;
    clusters: { frontier: { site: string; accelerators: { count: number } } };
  };
  object.ownr = object.owner;
  delete object.owner;
  object.clusters.frontier.site = 'virgina';
  object.clusters.frontier.accelerators.count = 0;
  const { document, findings, source } = check(object);
  expect(document).toBeUndefined();
  const words = (list: typeof findings) =>
    list.map(({ code, path, message, expected, hint }) => [code, path, message, expected, hint].join(' ')).sort();
  expect(words(findings)).toEqual(words(fromFile));
  expect(renderFindings(findings, source)).toContain('--> clusters.frontier.accelerators.count\n');
  expect(findingsToJson(findings, source)[0]).not.toHaveProperty('line');
});

it('takes undefined for absent and objects without prototype for maps, and copies', () => {
  const object = Object.assign(Object.create(null), small(), { description: undefined });
  const { document, findings } = check(object);
  expect(findings).toEqual([]);
  expect(document).toEqual(load(SMALL).document);
  expect(document).not.toBe(object);
  expect(Object.keys(document ?? {})).not.toContain('description');
});

it.each([
  ['nothing', undefined, 'WF106'],
  ['null', null, 'WF106'],
  ['a list', [], 'WF106'],
  ['a word', 'wattform', 'WF106'],
  ['a function', () => small(), 'WF111'],
  ['an instance of a class', new Map(), 'WF111'],
  ['a date', new Date(0), 'WF111'],
])('refuses %s for a blueprint', (_, object, code) => {
  expect(codes(object)).toContain(code);
});

it.each<[string, (object: { [key: string]: unknown }) => void, string]>([
  ['a function', (object) => Object.assign(object, { owner: () => 'me' }), 'WF111'],
  ['a symbol', (object) => Object.assign(object, { owner: Symbol('me') }), 'WF111'],
  ['a large integer', (object) => Object.assign(object, { owner: 10n }), 'WF111'],
  ['a key that is a symbol', (object) => Object.assign(object, { [Symbol('me')]: 1 }), 'WF111'],
  ['an accessor', (object) => Object.defineProperty(object, 'owner', { get: () => 'me', enumerable: true }), 'WF111'],
  ['itself', (object) => Object.assign(object, { tags: object }), 'WF111'],
  [
    'an object with a prototype of its own',
    (object) => Object.assign(object, { tags: Object.create({ a: 'b' }) }),
    'WF111',
  ],
  [
    'a list with gaps',
    (object) =>
      Object.assign(object.sites as object, { virginia: { target: 'aws', region: 'r', zones: new Array(3) } }),
    'WF111',
  ],
  ['NaN', (object) => Object.assign(object, { wattform: Number.NaN }), 'WF109'],
  [
    'an own __proto__',
    (object) => Object.defineProperty(object, '__proto__', { value: { wattform: 1 }, enumerable: true }),
    'WF108',
  ],
  [
    'a constructor',
    (object) => Object.assign(object.sites as object, { constructor: { target: 'aws', region: 'r' } }),
    'WF108',
  ],
  ['a long key', (object) => Object.assign(object, { ['k'.repeat(300)]: 1 }), 'WF108'],
  ['a control character', (object) => Object.assign(object, { owner: 'a\u0000b' }), 'WF110'],
  ['a long list', (object) => Object.assign(object, { tags: new Array(4_000_000_000) }), 'WF102'],
  ['depth', (object) => Object.assign(object, { tags: nested(50_000) }), 'WF102'],
])('refuses %s inside', (_, spoil, code) => {
  const object = small();
  spoil(object);
  const { document, findings } = check(object);
  expect(document).toBeUndefined();
  expect(findings.map((finding) => finding.code)).toContain(code);
});

it('does not run what a program hides in an object', () => {
  let ran = false;
  const object = Object.defineProperty(small(), 'owner', {
    enumerable: true,
    get() {
      ran = true;
      return 'me';
    },
  });
  expect(codes(object)).toEqual(['WF111']);
  expect(ran).toBe(false);
  const proxy = new Proxy(small(), {
    ownKeys() {
      throw new Error('no');
    },
  });
  expect(codes(proxy)).toEqual(expect.arrayContaining(['WF111']));
});

it('leaves the prototype of all objects alone', () => {
  check(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'));
  load(
    '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\nsites: { __proto__: { polluted: 1 } }\n',
  );
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it('answers for any object', () => {
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.object(),
  );
  fc.assert(
    fc.property(anything, fc.constantFrom('sites', 'clusters', 'tags', 'state', 'owner', 'wattform'), (value, key) => {
      for (const object of [value, { ...small(), [key]: value }]) {
        const { document, findings, source } = check(object);
        expect(document !== undefined || findings.length > 0).toBe(true);
        expect(renderFindings(findings, source)).not.toContain('undefined');
      }
    }),
    { numRuns: 300, seed: 20260301 },
  );
});

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

import type { HallDesign } from '../../design/hall';
import { fabricDiagram, singleLineDiagram } from '../../diagrams';
import { hallOf } from './halls';
import { elements, parsed, texts } from './parsed';

const hall = hallOf({ training: 64, inference: 64 });

/** Every text of a design, and every key, that is a pool's name becomes another. */
function renamed(design: HallDesign, name: string): HallDesign {
  return JSON.parse(JSON.stringify(design).replaceAll('"frontier/workers"', JSON.stringify(name)));
}

describe.each([
  ['the single-line diagram', singleLineDiagram],
  ['the fabric diagram', fabricDiagram],
])('%s', (_, draw) => {
  test('is well-formed, has a name for those who cannot see it, and scales', () => {
    const root = parsed(draw(hall));
    expect(root.getAttribute('role')).toBe('img');
    expect(root.getAttribute('viewBox')).toMatch(/^0 0 \d+ \d+$/);
    const ids = root.getAttribute('aria-labelledby')!.split(' ');
    const named = elements(root).filter((each) => ids.includes(each.getAttribute('id') ?? ''));
    expect(named.map(({ tagName }) => tagName)).toEqual(['title', 'desc']);
    expect(named.every(({ textContent }) => (textContent ?? '').length > 20)).toBe(true);
  });

  test('holds shapes and text alone: no script, no style, nothing from outside', () => {
    const tags = new Set(elements(parsed(draw(hall))).map(({ tagName }) => tagName));
    for (const tag of tags) expect(['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text']).toContain(tag);
    const attributes = elements(parsed(draw(hall))).flatMap((each) => Array.from(each.attributes));
    expect(attributes.filter(({ name }) => /^on|href|style|src/i.test(name))).toEqual([]);
    expect(attributes.filter(({ value }) => /url\(/.test(value))).toEqual([]);
  });

  test('is the same, whatever was drawn before', () => {
    const first = draw(hall);
    singleLineDiagram(hallOf({ training: 128 }));
    fabricDiagram(hallOf({ training: 128 }));
    expect(draw(hall)).toBe(first);
    expect(draw(structuredClone(hall))).toBe(first);
  });

  test('can stand on a page with another', () => {
    const ids = (svg: string) => elements(parsed(svg)).flatMap((each) => each.getAttribute('id') ?? []);
    const [one, other] = [ids(draw(hall)), ids(draw(hall, { idPrefix: 'second "hall"' }))];
    expect(one.length).toBeGreaterThan(0);
    expect(other).toHaveLength(one.length);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    expect(other.every((id) => /^second--hall--/.test(id))).toBe(true);
  });

  test.each([
    ['markup', '</text><script>alert(1)</script>', '</text><script>alert(1)</script>'],
    ['an entity', '&lt;b&gt;&#x41;&bomb;', '&lt;b&gt;&#x41;&bomb;'],
    ['the end of a section', ']]><!--', ']]><!--'],
    ['quotes', `" onload='x'`, `" onload='x'`],
    ['controls', 'a\u0000\u001b[2J\u202eb', 'a<U+0000><U+001B>[2J<U+202E>b'],
  ])('shows a name that is %s as text', (_what, name, shown) => {
    const root = parsed(draw(renamed(hall, name)));
    expect(texts(root).join('\n')).toContain(shown);
    expect(elements(root).map(({ tagName }) => tagName)).not.toContain('script');
  });

  test('is drawn from a design of which every name is long', () => {
    const root = parsed(draw(renamed(hall, 'a-very-long-name'.repeat(40))));
    expect(Number(root.getAttribute('width'))).toBeLessThan(8000);
    expect(texts(root).some((text) => text.endsWith('…'))).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { reviewHtml } from '../../../review/html/diff-page';
import { embeddedJson, escaped } from '../../../review/html/escape';
import { html } from '../../../review/html/markup';
import { fullReview, largeReview, PLANTED, poisoned } from './fixtures';

const page = reviewHtml(fullReview());
const dataOf = (text: string): unknown =>
  JSON.parse(text.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)![1]!);

describe('a page of a diff', () => {
  test('says each part of the review', () => {
    for (const text of [
      'before.yaml',
      'Not compared',
      'second line',
      'nobody has allowed',
      'Causes of replacements',
      'Seems to be only renamed',
      'N+1 lost in hall gavle',
      'past its limit',
      'nobody knows it',
      'P instances',
      'migrate it first',
      'forced by cidr_block',
      'blueprint.yaml:12',
      'differ only in form',
      'terraform 1.11.4',
    ])
      expect(page).toContain(text);
  });

  test('holds the review as JSON', () => {
    expect(dataOf(page)).toEqual(JSON.parse(JSON.stringify(fullReview())));
  });

  test('masks secrets', () => {
    expect(page).toContain('a secret changes');
    expect(page).not.toContain(PLANTED);
  });

  test('has a policy that allows nothing but its own style and script', () => {
    const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)![1]!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = page.match(/<style>(.*?)<\/style>/s)![1]!;
    const script = page.match(/<script>(.*?)<\/script>/s)![1]!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(/ style=| on[a-z]+=|<link|<img|@import|url\(/.exec(page)).toBeNull();
  });

  test('is the same bytes for the same review', () => {
    expect(reviewHtml(fullReview())).toBe(page);
  });

  test('has links that follow from stack and address alone', () => {
    const ids = (text: string) => [...text.matchAll(/ id="(change-[^"]*)"/g)].map((match) => match[1]);
    const { changes, groups, ...rest } = fullReview();
    const less = { ...rest, changes: changes.slice(0, 1), groups: groups.slice(0, 1), cascades: [] };
    expect(ids(page)).toHaveLength(changes.length);
    expect(new Set(ids(page)).size).toBe(changes.length);
    expect(ids(reviewHtml(less))).toEqual([ids(page)[0]]);
  });

  test('an object of which an old copy is left is there twice, with a link each', () => {
    const { changes, groups, ...rest } = fullReview();
    const twice = {
      ...rest,
      changes: [changes[0]!, changes[0]!],
      groups: [{ ...groups[0]!, members: [0, 1] }],
      cascades: [],
    };
    const ids = [...reviewHtml(twice).matchAll(/<li id="(change-[^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(2);
  });

  test('of nothing that changes has no filters', () => {
    const { changes, ...rest } = fullReview();
    const none = reviewHtml({ ...rest, changes: [], groups: [], cascades: [], stacks: [], figures: undefined });
    expect(changes.length).toBeGreaterThan(0);
    expect(none).toContain('No resource changes.');
    expect(none).not.toContain('id="filters"');
  });

  test('of many changes has them all', () => {
    const review = largeReview(2000);
    expect([...reviewHtml(review).matchAll(/data-change="/g)]).toHaveLength(2000);
  });
});

describe('texts', () => {
  test('are escaped where they meet HTML, and HTML that was made here is not', () => {
    expect(html`<p title="${'"\'`'}">${['<b>', html`<i>${'&'}</i>`, 1, false, undefined]}</p>`.text).toBe(
      '<p title="&#34;&#39;&#96;">&#60;b&#62;<i>&#38;</i>1</p>',
    );
  });

  test('never hold markup, or a character that hides or turns the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"'`]|&(?!#\d+;)|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  test('in data are read back as they were, and end nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, name) => {
        const text = embeddedJson({ value, name });
        expect(text).not.toMatch(/[<>&\u2028\u2029\p{Cf}]/u);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, name })));
      }),
    );
  });

  test('are nowhere in a page as they were written by somebody who means harm', () => {
    const hostile = reviewHtml(poisoned(fullReview()));
    expect(/<img|<svg onload|<h1>taken|<b>next/.exec(hostile)).toBeNull();
    expect([...hostile.matchAll(/<\/script/g)]).toHaveLength(2);
  });
});

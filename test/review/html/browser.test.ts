import { reviewHtml } from '../../../review/html/diff-page';
import { accessibilityFaults, overhang, withBrowser } from '../../support/browser';
import { fullReview, HOSTILE, largeReview, poisoned } from './fixtures';
import { foreign } from './inert';

const review = fullReview();
const whole = reviewHtml(review);
const WIDTHS = [360, 1600];
const SCHEMES = ['light', 'dark'] as const;
const all = 'document.querySelectorAll("details").forEach((each) => { each.open = true; })';

withBrowser('a page of a diff in Chromium', (open) => {
  test('opens with no complaint and asks for nothing but itself', async () => {
    const { page, complaints, requests, address } = await open(whole);
    await page.evaluate(all);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([address]);
    await page.close();
  });

  test.each([360, 760, 1000, 1600])(
    'needs no scrolling to the side at %i pixels, also with hostile names',
    async (width) => {
      const { page } = await open(whole, { viewport: { width, height: 900 } });
      expect(await overhang(page)).toBe(0);
      for (const text of [whole, reviewHtml(poisoned(review)), reviewHtml(poisoned(review, 'x'.repeat(400)))]) {
        await page.setContent(text);
        await page.evaluate(all);
        expect(await overhang(page)).toBe(0);
      }
      await page.close();
    },
  );

  describe.each(WIDTHS)('at %i pixels', (width) => {
    const viewport = { width, height: 900 };

    test.each(SCHEMES)('passes axe-core in %s', async (colorScheme) => {
      const { page } = await open(whole, { viewport, colorScheme });
      await page.evaluate(all);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.close();
    });
  });

  test('filters by text, action, stack and what holds state', async () => {
    const { page } = await open(whole);
    const shown = () => page.locator('[data-change]:not([hidden])').count();
    const told = () => page.locator('#shown').textContent();
    const total = review.changes.length;
    expect(await shown()).toBe(total);

    await page.fill('[name=text]', 'NODE "B"');
    expect(await shown()).toBe(1);
    expect(await told()).toBe(`1 of ${total} changes`);
    expect(await page.locator('[data-fits]:visible').first().textContent()).toBe('1 of 3 shown');
    await page.fill('[name=text]', 'no such thing');
    expect(await shown()).toBe(0);
    expect(await page.isVisible('#none')).toBe(true);
    await page.click('#none button');
    expect(await shown()).toBe(total);

    await page.selectOption('[name=action]', 'update');
    expect(await shown()).toBe(review.counts.update);
    await page.selectOption('[name=stack]', 'kinds');
    expect(await shown()).toBe(1);
    await page.click('form [data-reset]');
    await page.check('[name=stateful]');
    expect(await shown()).toBe(review.changes.filter(({ stateful }) => stateful !== undefined).length);
    expect(await told()).not.toBe(`${total} changes`);

    await page.click('[data-stack=kinds]');
    expect(await shown()).toBe(1);
    await page.close();
  });

  test('groups unfold, one by one and together', async () => {
    const { page } = await open(whole);
    const group = page.locator('[data-group]').first();
    const member = group.locator('[data-change]').first();
    expect(await member.isVisible()).toBe(false);
    await group.locator('summary').press('Enter');
    expect(await member.isVisible()).toBe(true);
    await page.click('#unfold');
    expect(await page.locator('#groups details:not([open])').count()).toBe(0);
    await page.click('#unfold');
    expect(await page.locator('#groups details[open]').count()).toBe(0);
    await page.close();
  });

  test('a link to a change opens its group, also after a reload and against a filter', async () => {
    const id = /<li id="(change-[^"]*)"/.exec(whole)![1]!;
    const { page } = await open(whole, { hash: `#${id}`, viewport: { width: 800, height: 400 } });
    const isSeen = () => page.locator(`#${id}`).evaluate((element) => element.getClientRects().length > 0);
    expect(await isSeen()).toBe(true);
    expect(await page.evaluate('scrollY')).toBeGreaterThan(0);
    await page.reload();
    expect(await isSeen()).toBe(true);

    const loss = page.locator('#losses a').first();
    const target = (await loss.getAttribute('href'))!;
    await page.selectOption('[name=action]', 'create');
    expect(await page.isVisible(target)).toBe(false);
    await loss.click();
    expect(await page.isVisible(target)).toBe(true);
    expect(await page.locator(target).getAttribute('open')).toBe('');
    await page.close();
  });

  test('every link in the page leads somewhere', async () => {
    const { page } = await open(whole);
    const links = await page.locator('a').evaluateAll((every) => every.map((each) => each.getAttribute('href')));
    for (const link of new Set(links)) expect([link, await page.locator(link!).count()]).toEqual([link, 1]);
    await page.close();
  });

  test('is read to the end without its script', async () => {
    const { page } = await open(whole, { javaScriptEnabled: false });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.locator('[data-group] summary').first().click();
    expect(await page.locator('[data-group] [data-change]').first().isVisible()).toBe(true);
    await page.close();
  });

  test('2,000 changes are all there, and are found', async () => {
    const { page, complaints } = await open(reviewHtml(largeReview(2000)));
    await page.fill('[name=text]', 'name[\\"1999\\"]'.replaceAll('\\', ''));
    expect(await page.locator('[data-change]:not([hidden])').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('hostile names are shown and do nothing', async () => {
    const hostile = reviewHtml(poisoned(review));
    const { page, complaints, requests } = await open(hostile);
    await page.evaluate(all);
    await page.fill('[name=text]', '</script>');
    await page.keyboard.press('Tab');
    expect(await foreign(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.locator('h1').textContent()).toContain(HOSTILE[0]);
    await page.close();
  });

  describe('the checks see it when', () => {
    afterEach(() => jest.resetModules());

    async function seenWith(
      broken: Partial<typeof import('../../../review/html/escape')>,
      names = HOSTILE,
    ): Promise<string[]> {
      jest.resetModules();
      const path = '../../../review/html/escape';
      jest.doMock(path, () => ({ ...jest.requireActual(path), ...broken }));
      const made = require('../../../review/html/diff-page') as typeof import('../../../review/html/diff-page');
      jest.dontMock(path);
      const { page, complaints } = await open(made.reviewHtml(poisoned(review, names.join(' '))));
      const found = [...(await foreign(page)), ...complaints];
      await page.close();
      return found;
    }

    test('texts are not escaped', async () => {
      const found = await seenWith({ escaped: (text) => text }, HOSTILE.slice(0, 2));
      expect(found).toEqual(
        expect.arrayContaining(['<img>', 'img onerror', expect.stringMatching(/Content Security Policy/)]),
      );
    });

    test('quotes of attributes are not escaped', async () => {
      const found = await seenWith({ escaped: (text) => text.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`) });
      expect(found).toEqual(expect.arrayContaining(['a control']));
      expect(found.length).toBeGreaterThan(1);
    });

    test('data are not escaped', async () => {
      const found = await seenWith({ embeddedJson: (data) => JSON.stringify(data) });
      expect(found).toEqual(expect.arrayContaining(['<img>', expect.stringMatching(/Content Security Policy/)]));
    });

    test('controls and direction marks are not written out', async () => {
      const found = await seenWith({
        escaped: (text) => text.replace(/[&<>"'`]/g, (each) => `&#${each.charCodeAt(0)};`),
      });
      expect(found).toEqual(['a control']);
    });
  });
});

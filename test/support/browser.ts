import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { temporaryFolder } from './synthesized';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser that `CHROMIUM_PATH` names, or the first on the PATH. Empty: none is wanted. */
export const CHROMIUM =
  process.env['CHROMIUM_PATH'] ??
  NAMES.map((name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim()).find(
    (path) => path !== '',
  );

/** What a page did while it was looked at. */
export interface Opened {
  readonly page: Page;
  /** Warnings and errors of the console, and exceptions. */
  readonly complaints: string[];
  /** Everything that the page asked for, itself first. */
  readonly requests: string[];
  readonly address: string;
}

export interface Look extends BrowserContextOptions {
  /** The part of the address from `#`. @default - none */
  readonly hash?: string;
}

/** Runs a suite in a real headless browser. Without one it is skipped, and its name says why. */
export function withBrowser(
  title: string,
  suite: (open: (html: string, look?: Look) => Promise<Opened>) => void,
): void {
  if (CHROMIUM === undefined || CHROMIUM === '') {
    test.skip(`${title}: skipped, there is no ${NAMES.join(', ')} on the PATH, and CHROMIUM_PATH names none`, () =>
      undefined);
    return;
  }
  describe(title, () => {
    let browser: Browser;
    beforeAll(async () => {
      const isRoot = process.getuid?.() === 0;
      browser = await chromium.launch({ executablePath: CHROMIUM, args: isRoot ? ['--no-sandbox'] : [] });
    });
    afterAll(() => browser?.close());
    suite((html, look) => opened(browser, html, look));
  });
}

async function opened(browser: Browser, html: string, { hash = '', ...options }: Look = {}): Promise<Opened> {
  const file = join(temporaryFolder(), 'page.html');
  writeFileSync(file, html);
  const page = await browser.newPage(options);
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(file).href + hash;
  await page.goto(address);
  return { page, complaints, requests, address };
}

/** What axe-core finds against WCAG 2.2 A and AA and its own best practices: rule, and where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

/** Pixels that the page is wider than the window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

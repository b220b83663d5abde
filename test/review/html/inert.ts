import type { Page } from 'playwright-core';

/** Elements that pages are made of; another one came out of a name. */
const OURS = (
  'html head meta title style body a header div nav ul li main section h1 h2 h3 h4 p span b code br table caption thead tbody tr th td ' +
  'details summary form label input select option button output ins del svg g rect path circle text desc figure figcaption script footer'
).split(' ');

/** What of a page is not ours: elements and attributes that a text has made, controls that were not written out, harm that was done. */
export async function foreign(page: Page): Promise<string[]> {
  return page.evaluate((ours) => {
    const found: string[] = [];
    const { document } = globalThis as unknown as { document: BrowserDocument };
    for (const element of document.querySelectorAll('*')) {
      const name = element.tagName.toLowerCase();
      if (!ours.includes(name)) found.push(`<${name}>`);
      for (const attribute of element.getAttributeNames()) {
        const value = element.getAttribute(attribute) ?? '';
        if (/^on|^style$|^src$|^action$|^autofocus$/.test(attribute)) found.push(`${name} ${attribute}`);
        if (attribute === 'href' && !/^#[\w-]*$/.test(value)) found.push(`${name} href=${value}`);
      }
    }
    if (document.querySelectorAll('script').length > 2) found.push('more scripts');
    if (document.querySelectorAll('h1').length !== 1) found.push('more titles');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
    if (hidden.test(document.documentElement.outerHTML)) found.push('a control');
    if ('harm' in globalThis) found.push('harm');
    return [...new Set(found)];
  }, OURS);
}

/** Of the DOM, what is used here: tests are typed for Node. */
interface BrowserDocument {
  readonly documentElement: { readonly outerHTML: string };
  querySelectorAll(selector: string): BrowserElement[];
}

interface BrowserElement {
  readonly tagName: string;
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
}

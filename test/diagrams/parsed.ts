import { DOMParser, type Element } from '@xmldom/xmldom';

/** Reads an SVG with a parser that somebody else wrote. Throws at the first thing that is not well-formed. */
export function parsed(svg: string): Element {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(svg, 'image/svg+xml').documentElement!;
}

/** The element and all below it. */
export function elements(root: Element): Element[] {
  return [root, ...Array.from(root.getElementsByTagName('*'))];
}

export function texts(root: Element): string[] {
  return elements(root)
    .filter(({ tagName }) => tagName === 'text')
    .map(({ textContent }) => textContent ?? '');
}

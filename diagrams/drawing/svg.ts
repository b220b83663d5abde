import { inert } from '../../blueprints/language/show';

/** Attributes of an element; numbers are rounded, what is undefined is left out. */
export interface Attributes {
  readonly [name: string]: string | number | undefined;
}

/** Text that stands in XML as it is: markup, and what a reader would not see, is written out. */
export function escaped(text: string): string {
  return inert(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The one way in which an element is written. Content is markup that was made here; text goes through {@link escaped} first. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? coordinate(value) : escaped(value)}"`],
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Tenths of a pixel: finer digits would only tell processors apart. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

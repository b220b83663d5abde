import { inert } from '../../blueprints/language/show';

/** Text that HTML takes as text: markup, and what a reader would not see or what turns a line around, is written out. */
export function escaped(text: string): string {
  return inert(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON for a script of the page: nothing in it ends the element that it stands in, hides, or turns the text around it. */
export function embeddedJson(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

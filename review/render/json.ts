import type { Review } from '../model';

/** A review as one JSON document, of the form that `review.schema.json` publishes. */
export function reviewJson(review: Review): string {
  return `${printed(review)}\n`;
}

/** JSON in which nothing hides or turns the text around it: such characters are escaped. */
export function printed(document: object): string {
  return JSON.stringify(document, null, 2).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

import type { Review } from '../model';

/** A review as one JSON document, of the form that `review.schema.json` publishes. */
export function reviewJson(review: Review): string {
  return `${JSON.stringify(review, null, 2)}\n`;
}

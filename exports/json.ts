/** JSON with a value a line, so that a review of two designs shows what changed. Keys stand in the order in which they were given. */
export function jsonText(data: unknown): string {
  return `${JSON.stringify(data, undefined, 1)}\n`;
}

/**
 * Strings of a blueprint are data: Terraform must never read a template in them. The CDK escapes nothing, and its `rawString` leaves
 * `%{` alive. Doubling the sign is the escape of the template language itself, and it composes: `$${` becomes `$$${`, which reads back
 * as `$${`.
 */
export function escapeTemplates(text: string): string {
  // A function, because `$$` in a replacement string means a single `$`.
  return text.replace(/[$%]\{/g, (opening) => opening[0] + opening);
}

import { inert } from '../../blueprints/language/show';

/** Characters that Markdown, a table or a mention would make something of, also between backticks. */
const PLAIN = /^[\w .,:;/=+"'[\](){}→×%…<>?!-]*$/;

/**
 * A text of a user as code: Markdown, HTML, mentions and references to issues in it stay text. What a plain span would not hold is
 * written in entities.
 */
export function code(text: string): string {
  const line = inert(text.replaceAll('\n', ' ⏎ '));
  if (PLAIN.test(line) && line.trim() === line && line !== '') return `\`${line}\``;
  return `<code>${entities(line)}</code>`;
}

/** A sentence of ours with pieces of users in it. */
export function prose(text: string): string {
  const plain = entities(inert(text.replaceAll('\n', ' ')));
  // A forge links mentions, issues and addresses after entities are read, but not what stands in code.
  return plain.replace(/&#(64|35);/g, '<code>$&</code>').replace(/:(?=\/\/)/g, '<code>:</code>');
}

function entities(text: string): string {
  // Within a word an underscore is no emphasis.
  const risky = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[^\p{L}\p{N}_ .,:;/=+→×%…⏎'"?()-]/gu;
  return text.replace(risky, (character) => `&#${character.codePointAt(0)};`);
}

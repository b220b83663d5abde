import { escaped } from './escape';

/** HTML that was made by {@link html}. Whatever is not of this class is text, and is escaped where it meets HTML. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in HTML: text, numbers and HTML that was made here; `false` and `undefined` are nothing. */
export type Content = Markup | string | number | false | undefined | readonly Content[];

/**
 * The one way in which HTML is written: html`<p>${text}</p>`. Texts are escaped, in attributes too, which stand in double quotes.
 * Never inside `script` or `style`.
 */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(parts.map((part, index) => part + written(values[index])).join(''));
}

/** A text of several lines. */
export function lines(text: string): Markup {
  return new Markup(
    text
      .split(/\r\n|\n/)
      .map(escaped)
      .join('<br>'),
  );
}

/** SVG that the room of diagrams has drawn; it escapes texts by itself. */
export function drawn(svg: string): Markup {
  return new Markup(svg);
}

function written(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(written).join('');
  return escaped(String(content));
}

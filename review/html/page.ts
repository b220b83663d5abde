import { createHash } from 'node:crypto';
import { embeddedJson } from './escape';
import { type Content, html, Markup } from './markup';
import { STYLE } from './style';

/** A page and its parts, in reading order. */
export interface PageParts {
  readonly title: string;
  /** Above all sections. */
  readonly head: Content;
  readonly sections: PageSection[];
  /** At the end: how it was made. */
  readonly foot: Content;
  /** What the script reads. @default - there is no script, and no data */
  readonly behaviour?: { readonly script: string; readonly data: object };
}

/** A part that the table of contents names. */
export interface PageSection {
  /** Where `#id` leads. */
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}

/**
 * One HTML document that needs nothing beside itself. Its policy lets nothing be loaded, and nothing run or be styled but what was
 * written here, by hash: what a name might smuggle in would not run.
 */
export function pageOf({ title, head, sections, foot, behaviour }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    ...(behaviour === undefined ? [] : [`script-src ${hashOf(behaviour.script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">to the content</a>
<header>${head}</header>
<div class="columns">
<nav aria-label="Contents"><ul>
${sections.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ul></nav>
<main id="main" tabindex="-1">
${sections.map(sectionOf)}</main>
</div>
<footer>${foot}</footer>
${
  behaviour !== undefined &&
  html`<script type="application/json" id="data">${new Markup(embeddedJson(behaviour.data))}</script>
<script>${new Markup(behaviour.script)}</script>
`
}</body>
</html>
`;
  return document.text;
}

function sectionOf({ id, title, body }: PageSection): Markup {
  return html`<section id="${id}" aria-labelledby="title-of-${id}">
<h2 id="title-of-${id}">${title}</h2>
${body}
</section>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

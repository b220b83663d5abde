import type { Review } from '../model';
import { counted } from '../render/words';
import { Anchors } from './anchors';
import { changeList } from './changes';
import { figureTables, powerBySite, preflight } from './figures';
import { causes, guard, renames, troubles } from './losses';
import { type Content, html } from './markup';
import { type PageSection, pageOf } from './page';
import { code, list } from './parts';
import { SCRIPT } from './script';
import { headline, summaryCards } from './summary';
import { topology } from './topology';

/** A review as one HTML document that needs nothing beside itself; the same review gives the same bytes. */
export function reviewHtml(review: Review): string {
  const anchors = new Anchors(review);
  const sections: [id: string, title: string, body: Content][] = [
    ['summary', 'Summary', summaryCards(review)],
    ['not-compared', 'Not compared', troubles(review)],
    ['losses', 'Losses', guard(review, anchors)],
    ['causes', 'Causes of replacements', causes(review, anchors)],
    ['renames', 'Seems to be only renamed', renames(review, anchors)],
    ['sites', 'Sites before and after', topology(review)],
    ['power', 'Power by site', powerBySite(review)],
    ['figures', 'Figures', figureTables(review)],
    ['preflight', 'Before the deploy', preflight(review)],
    ['changes', 'Changes', changeList(review, anchors)],
    ['notes', 'Notes', notes(review)],
  ];
  return pageOf({
    title: `wattform diff: ${review.base.name} → ${review.head.name}`,
    head: headline(review),
    sections: sections.flatMap(([id, title, body]): PageSection[] => (isThere(body) ? [{ id, title, body }] : [])),
    foot: foot(review),
    behaviour: { script: SCRIPT, data: review },
  });
}

function isThere(content: Content): boolean {
  return Array.isArray(content) ? content.some(isThere) : content !== undefined && content !== false;
}

function notes({ notes: all, formOnly }: Review): Content {
  return [
    all.length > 0 && list(all),
    formOnly.length > 0 &&
      html`<details class="fold"><summary>${counted(formOnly.length, 'object')} differ only in form and are no changes</summary>
${list(formOnly.map(({ stack, address }) => code(`${stack}/${address}`)))}</details>
`,
  ];
}

function foot({ engine, formatVersion }: Review): Content {
  const how =
    engine === undefined
      ? ''
      : `Planned by ${engine.name} ${engine.version} against simulated providers, with no account and no network. `;
  return html`<p>${how}The review stands in this page as JSON too (form ${formatVersion}). Unknown is unknown, never zero.</p>
`;
}

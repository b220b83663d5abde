import { number } from '../render/words';
import { html, type Markup } from './markup';
import { code, tag } from './parts';

/** A load against its limit. Null is unknown. */
export interface Bar {
  readonly name: string;
  /** Such as kW. */
  readonly unit: string;
  readonly now: number | null;
  /** @default - there is no other side */
  readonly before?: number | null;
  /** @default - none is set */
  readonly limit?: number;
  /** What is said besides. */
  readonly note?: string;
}

/** Each bar has its own scale, which the text beside it gives: sites differ a thousandfold. */
export function barList(bars: Bar[]): Markup {
  return html`<ul class="bars">
${bars.map(barOf)}</ul>
`;
}

function barOf(bar: Bar): Markup {
  const { name, unit, now, before, limit, note } = bar;
  const isPast = limit !== undefined && now !== null && now > limit;
  const from = before !== undefined && before !== now ? `${figure(before)} → ` : '';
  const of = limit === undefined ? 'no limit is set' : `of ${number(limit)} ${unit}${shareOf(bar)}`;
  return html`<li>${code(name)} ${from}<b>${figure(now)} ${unit}</b> ${of}${isPast && html` ${tag('past its limit', 'bad')}`}${note !== undefined && html` <span class="faint small">${note}</span>`}${drawing(bar)}</li>
`;
}

function figure(value: number | null): string {
  return value === null ? 'unknown' : number(value);
}

function shareOf({ now, limit }: Bar): string {
  return now === null || !limit ? '' : ` (${number(Math.round((now / limit) * 1000) / 10)} %)`;
}

function drawing({ now, before = null, limit }: Bar): Markup | undefined {
  const most = Math.max(now ?? 0, before ?? 0, limit ?? 0);
  if (most === 0) return undefined;
  const at = (value: number): string => String(Math.round((value / most) * 10_000) / 100);
  const isPast = limit !== undefined && (now ?? 0) > limit;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="10"/>${
    now !== null && html`<rect class="${isPast ? 'past' : 'now'}" width="${at(now)}" height="10"/>`
  }${before !== null && before !== now && html`<rect class="before" y="6.5" width="${at(before)}" height="3.5"/>`}${
    limit !== undefined &&
    html`<rect class="limit" x="${String(Math.min(99.6, Number(at(limit))))}" width="0.4" height="10"/>`
  }</svg>`;
}

import { Action, type Cascade, type GuardedLoss, type Review } from '../model';
import { counted, fromTo } from '../render/words';
import type { Anchors } from './anchors';
import { type Content, html, lines, type Markup } from './markup';
import { actionTag, code, fold, list, named, placed, tag } from './parts';

/** What could not be compared, and why. */
export function troubles({ troubles: all }: Review): Content {
  return (
    all.length > 0 &&
    list(
      all.map(
        ({ stack, step, summary, detail, address, place }) =>
          html`${tag('fault', 'bad')} ${code(stack)}, ${step}: ${lines(summary)}${address !== undefined && html` at ${code(address)}`}${place !== undefined && html`, ${placed(place)}`}${detail !== undefined && html`<div class="small faint">${lines(detail)}</div>`}`,
      ),
    )
  );
}

/** What holds state or capacity and would be lost. */
export function guard({ guard: { losses, unknownTypes, unusedAllowances } }: Review, anchors: Anchors): Content {
  const blocked = losses.filter(({ allowedBy }) => allowedBy === undefined);
  const allowed = losses.filter(({ allowedBy }) => allowedBy !== undefined);
  const parts = [
    blocked.length > 0 && [
      html`<p>${tag('stop', 'bad')} ${counted(blocked.length, 'loss', 'losses')} that nobody has allowed. A reviewer allows one by its name: <code>--allow '&lt;stack/address&gt;'</code>, where <code>*</code> stands for anything.</p>
`,
      list(blocked.map((loss) => lossLine(loss, anchors))),
    ],
    allowed.length > 0 &&
      fold(
        `${counted(allowed.length, 'loss', 'losses')} that the reviewer has allowed`,
        list(allowed.map((loss) => lossLine(loss, anchors))),
      ),
    unknownTypes.length > 0 &&
      html`<p>Of these types that are lost nobody has said whether they hold anything: ${separated(unknownTypes)}.</p>\n`,
    unusedAllowances.length > 0 && html`<p>Allowed, and not lost: ${separated(unusedAllowances)}.</p>\n`,
  ];
  return parts.some(Boolean) ? parts : html`<p>Nothing that holds state or capacity is lost.</p>\n`;
}

function lossLine(loss: GuardedLoss, anchors: Anchors): Markup {
  const { action, kind, loses, allowedBy } = loss;
  return html`${actionTag(action)} ${named(loss, anchors)}: ${kind}, loses ${loses}${allowedBy !== undefined && html` <span class="faint">allowed by ${code(allowedBy)}</span>`}`;
}

/** Replacements by what began them. */
export function causes(review: Review, anchors: Anchors): Content {
  return review.cascades.length > 0 && review.cascades.map((cascade) => causeOf(cascade, review, anchors));
}

function causeOf({ cause, value, followers }: Cascade, { changes }: Review, anchors: Anchors): Markup {
  const what = code(
    value !== undefined
      ? `${value.path} ${fromTo(value)}`
      : cause !== undefined
        ? `${cause.stack}/${cause.address}`
        : 'unknown',
  );
  const forced =
    cause === undefined
      ? false
      : cause.forcedBy.length > 0
        ? [', forced by ', separated(cause.forcedBy)]
        : `, ${cause.action}`;
  return fold(html`1 cause, ${counted(followers.length, 'replacement')}: ${what}${forced}`, [
    cause !== undefined && html`<p class="small">It began with ${named(cause, anchors)}.</p>\n`,
    list(
      followers.map((place) => {
        const { cause: from, stack, address } = changes[place]!;
        const through = from?.through;
        return html`${named({ stack, address }, anchors)}${through !== undefined && html` <span class="faint">through</span> ${code(through)}`}`;
      }),
    ),
  ]);
}

/** Objects that seem to have only another address. */
export function renames({ renames: all }: Review, anchors: Anchors): Content {
  return (
    all.length > 0 &&
    list(
      all.map(({ from, to, sameStack, differing, writtenTo }) => {
        const how = !sameStack
          ? 'in another state: move it there (state mv), or import it'
          : writtenTo === undefined
            ? 'a moved block would keep it; --write writes it'
            : html`written to ${code(writtenTo)}`;
        return html`${tag(Action.MOVE, 'grey')} ${named(from, anchors)} → ${named(to, anchors)}: ${how}${differing.length > 0 && html`; then updated: ${separated(differing)}`}`;
      }),
    )
  );
}

function separated(texts: string[]): Content {
  return texts.map((text, index) => [index > 0 && ', ', code(text)]);
}

import picocolors from 'picocolors';
import { Caret, type Finding, type Path, Severity } from './finding';
import { dotted, inert } from './show';
import { sortFindings } from './sort-findings';
import type { BlueprintSource, Place } from './source';

export interface RenderOptions {
  /** Whether to colour for a terminal. @default false */
  readonly colour?: boolean;
}

/** Columns of a source line that are shown. */
const WIDTH = 100;
/** Columns kept before the caret when a line is cut. */
const BEFORE = 30;
/** Enough for any message of ours; what a user wrote was shortened before. */
const LONGEST_MESSAGE = 600;

/**
 * Findings for people: message, place, source line with a caret, what was expected, the way out. No line end at the end.
 * Nothing that a blueprint holds reaches the terminal as anything but visible text.
 * @param source undefined for findings about an object: they show their path
 */
export function renderFindings(findings: Finding[], source?: BlueprintSource, options: RenderOptions = {}): string {
  const paint = picocolors.createColors(options.colour ?? false);
  return sortFindings(findings, source)
    .map((finding) => {
      const warning = finding.severity === Severity.WARNING;
      const tone = warning ? paint.yellow : paint.red;
      const place = source?.place(finding);
      const gutter = gutterOf(place);
      const lines = [
        `${paint.bold(tone(`${warning ? 'warning' : 'error'} ${inert(finding.code)}`))}: ${paint.bold(said(finding.message))}`,
      ];
      lines.push(...framed(where(finding, source, place), place, paint, tone));
      if (finding.expected !== undefined)
        lines.push(`${gutter} ${paint.blue('=')} expected: ${said(finding.expected)}`);
      if (finding.hint !== undefined) lines.push(`${gutter} ${paint.blue('=')} hint: ${said(finding.hint)}`);
      return lines.map((line) => line.trimEnd()).join('\n');
    })
    .join('\n\n');
}

/**
 * Where a path of a blueprint leads, for people: file, line and column, the line, a caret below the nearest key that exists.
 * Undefined when the blueprint has no text.
 */
export function renderPlace(source: BlueprintSource, path: Path, options: RenderOptions = {}): string | undefined {
  const paint = picocolors.createColors(options.colour ?? false);
  const place = source.locate(path, Caret.KEY);
  if (place === undefined) return undefined;
  return framed(where({ code: '', message: '', path }, source, place), place, paint, paint.red)
    .map((line) => line.trimEnd())
    .join('\n');
}

type Paint = ReturnType<typeof picocolors.createColors>;

function gutterOf(place: Place | undefined): string {
  return ' '.repeat(String(place?.line ?? 0).length);
}

/** The arrow to a place, and the source line with its caret. */
function framed(shown: string, place: Place | undefined, paint: Paint, tone: Paint['red']): string[] {
  const gutter = gutterOf(place);
  const arrow = `${gutter}${paint.blue('-->')} ${shown}`;
  if (place === undefined) return [arrow];
  const { text, caret } = excerpt(place);
  return [
    arrow,
    `${gutter} ${paint.blue('|')}`,
    `${paint.blue(`${place.line} |`)} ${text}`,
    `${gutter} ${paint.blue('|')} ${tone(caret)}`,
  ];
}

function said(text: string): string {
  return inert(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);
}

function where(finding: Finding, source: BlueprintSource | undefined, place: Place | undefined): string {
  if (source === undefined || source.file === '') return dotted(finding.path);
  const file = inert(source.file);
  return place === undefined ? file : `${file}:${place.line}:${place.column}`;
}

/** The part of the line around the place, and the carets below it; each character is as wide as what is shown for it. */
function excerpt(place: Place): { readonly text: string; readonly caret: string } {
  const start = place.column - 1;
  const before = visible(place.lineText.slice(Math.max(0, start - WIDTH), start));
  const marked = visible(place.lineText.slice(start, start + Math.min(place.length, WIDTH)));
  const after = visible(place.lineText.slice(start + place.length, start + place.length + WIDTH));
  const whole = place.lineText.length <= WIDTH && [...before, ...marked, ...after].length <= WIDTH;
  const left = whole || [...before].length <= BEFORE ? before : `…${[...before].slice(-BEFORE).join('')}`;
  const rest = [...marked, ...after];
  const room = Math.max(0, WIDTH - [...left].length);
  const cut = rest.length > room || start + place.length + WIDTH < place.lineText.length || place.length > WIDTH;
  const right = cut ? `${rest.slice(0, room).join('')}…` : rest.join('');
  const carets = Math.max(1, Math.min([...marked].length, room));
  return { text: left + right, caret: `${' '.repeat([...left].length)}${'^'.repeat(carets)}` };
}

/** A tab becomes a blank, so that the caret stands right whatever a terminal makes of tabs; the rest is made inert. */
function visible(text: string): string {
  return inert(text.replace(/\t/g, ' '));
}

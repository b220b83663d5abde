import { Caret, type Finding, type Path } from './finding';

/** A place in a blueprint's text, as editors count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Characters from `column` on that the caret underlines, within the line; 0 at the end of a line. */
  readonly length: number;
  /** The line without its end. */
  readonly lineText: string;
}

/** Where a value stands in the text. The loader makes it while it reads. */
export interface Located {
  /** First character, and the one after the last. */
  readonly value: [number, number];
  readonly key?: [number, number];
  /** Of a map by key, of a list by index. */
  readonly children?: Map<string, Located>;
}

/** The text of a blueprint, and the way from a finding to its line. */
export class BlueprintSource {
  private lineStarts: number[] | undefined;

  /**
   * @param file the name to show; empty for an object that a program made
   * @param text undefined when it could not be read as text
   * @param root where the values stand; undefined when the text is no YAML
   */
  constructor(
    readonly file: string,
    private readonly text?: string,
    private readonly root?: Located,
  ) {}

  /**
   * Where a value or its key stands: the nearest one that exists, when the path leads to nothing.
   * Undefined when there is no text. Never outside the text.
   */
  locate(path: Path, at: Caret = Caret.VALUE): Place | undefined {
    const range = this.rangeOf(path, at);
    return range && this.placeOf(range[0], range[1] - range[0]);
  }

  /** Where a finding stands. */
  place(finding: Finding): Place | undefined {
    if (finding.span !== undefined) return this.placeOf(finding.span.offset, finding.span.length);
    return this.locate(finding.path, finding.at);
  }

  /** A scalar as it was written, quotes included; undefined when the path leads to none. */
  rawText(path: Path): string | undefined {
    let here = this.root;
    for (const step of path) here = here?.children?.get(step);
    if (here === undefined || here.children !== undefined) return undefined;
    return this.text?.slice(here.value[0], here.value[1]);
  }

  private rangeOf(path: Path, at: Caret): [number, number] | undefined {
    if (this.text === undefined) return undefined;
    let here = this.root;
    if (here === undefined) return [0, 0];
    let found = true;
    for (const step of path) {
      const next: Located | undefined = here.children?.get(step);
      if (next === undefined) {
        found = false;
        break;
      }
      here = next;
    }
    // An absent value is said at the key that lacks it, an empty one at its own key.
    const empty = here.value[0] === here.value[1];
    const wantsKey = at === Caret.KEY || !found || empty;
    return wantsKey && here.key !== undefined ? here.key : here.value;
  }

  private placeOf(offset: number, length: number): Place | undefined {
    if (this.text === undefined) return undefined;
    this.lineStarts ??= startsOfLines(this.text);
    const start = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtMost(this.lineStarts, start);
    const lineStart = this.lineStarts[line];
    const nextLine = this.lineStarts[line + 1] ?? this.text.length + 1;
    const lineText = this.text.slice(lineStart, nextLine - 1).replace(/\r$/, '');
    const column = Math.min(start - lineStart, lineText.length);
    return {
      line: line + 1,
      column: column + 1,
      length: Math.max(0, Math.min(length, lineText.length - column)),
      lineText,
    };
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** Index of the last number that is at most `wanted`; the first is 0. */
function lastAtMost(sorted: number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sorted[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

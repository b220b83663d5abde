/** Something that may become part of a box. */
export interface Item {
  readonly id: string;
  readonly row: number;
}

/** From the id of an item to that of another. */
export interface ItemLink {
  readonly from: string;
  readonly to: string;
  readonly standby?: boolean;
}

/** Equal items as one. */
export interface Fold<T> {
  readonly id: string;
  readonly members: T[];
}

export interface FoldLink {
  readonly from: string;
  readonly to: string;
  /** Links in it. */
  readonly count: number;
  /** Whether all of them are. */
  readonly standby: boolean;
}

export interface Folded<T> {
  readonly folds: Fold<T>[];
  readonly links: FoldLink[];
  /** Of the level that was taken. */
  readonly says?: string;
}

/** What still reads at one look. */
export interface Room {
  readonly boxes: number;
  readonly boxesOfARow: number;
}

/** One way to fold: items with the same key are one box. */
export interface FoldLevel<T> {
  keyOf(item: T): string;
  /** What a reader must know of it, as a sentence. @default - nothing is folded */
  readonly says?: string;
}

/** By the finest of several levels that has room; by the last one when none has. */
export function folded<T extends Item>(items: T[], links: ItemLink[], levels: FoldLevel<T>[], room: Room): Folded<T> {
  const level = levels.find((each) => fits(items, each, room)) ?? levels.at(-1)!;
  const folds = new Map<string, T[]>();
  const keys = new Map<string, string>();
  for (const item of items) {
    const key = level.keyOf(item);
    keys.set(item.id, key);
    const members = folds.get(key);
    if (members === undefined) folds.set(key, [item]);
    else members.push(item);
  }
  return {
    folds: [...folds].map(([id, members]) => ({ id, members })),
    links: joined(links, keys),
    ...(level.says === undefined ? {} : { says: level.says }),
  };
}

/** Links between the same two boxes as one. */
function joined(links: ItemLink[], keys: Map<string, string>): FoldLink[] {
  const all = new Map<string, Map<string, { count: number; standby: boolean }>>();
  for (const { from, to, standby = false } of links) {
    const [above, below] = [keys.get(from)!, keys.get(to)!];
    const ofBox = all.get(above) ?? new Map<string, { count: number; standby: boolean }>();
    all.set(above, ofBox);
    const before = ofBox.get(below);
    if (before === undefined) {
      ofBox.set(below, { count: 1, standby });
    } else {
      before.count += 1;
      before.standby &&= standby;
    }
  }
  return [...all].flatMap(([from, ofBox]) => [...ofBox].map(([to, link]) => ({ from, to, ...link })));
}

function fits<T extends Item>(items: T[], level: FoldLevel<T>, { boxes, boxesOfARow }: Room): boolean {
  const rowOf = new Map(items.map((item) => [level.keyOf(item), item.row]));
  const counts = new Map<number, number>();
  for (const row of rowOf.values()) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rowOf.size <= boxes && Math.max(0, ...counts.values()) <= boxesOfARow;
}

import type { FoldLevel } from '../drawing/folding';
import type { CoolingItem, PieceItem, PowerItem, RackItem } from './items';

type KeyOfPiece = (item: PieceItem) => (string | number | boolean | undefined)[];

/** Ways to fold a power chain, the finest first. */
export function powerLevels(items: PowerItem[]): FoldLevel<PowerItem>[] {
  const pieces = new Map(items.flatMap((item) => (item.what === 'piece' ? [[item.id, item]] : [])));
  const level = (
    says: string | undefined,
    keyOfPiece: KeyOfPiece,
    keyOfRack: (rack: RackItem) => unknown[] = () => [],
    keyOfCooling: (cooling: CoolingItem) => unknown[] = ({ id }) => [id],
    keyOfPool: (rack: RackItem) => unknown = ({ pool }) => pool,
  ): FoldLevel<PowerItem> => ({
    ...(says === undefined ? {} : { says }),
    keyOf: (item) => {
      if (item.what === 'piece') return JSON.stringify(keyOfPiece(item));
      if (item.what === 'cooling') return JSON.stringify(['cooling', ...keyOfCooling(item)]);
      const panels = item.feeds.map(({ panel }) => JSON.stringify(keyOfPiece(pieces.get(panel)!)));
      return JSON.stringify(['rack', keyOfPool(item), ...new Set(panels.sort()), ...keyOfRack(item)]);
    },
  });
  return [
    level(undefined, ofOne, ({ id }) => [id]),
    level('equal racks on the same panels are one box.', ofOne, ({ load }) => [load.peakKw]),
    level('modules of one redundancy group, and racks on the same panels, are one box.', ofGroup),
    level('modules, panels and racks of one block and side are one box.', ofBlock),
    level('blocks of one hall, load class and system are one box.', ofHall),
    level('blocks of one substation, load class and system are one box.', ofSubstation),
    level('all pieces of one kind, load class and system are one box.', ofSite, undefined, () => []),
    level(
      'all pieces of one kind, load class and system, and racks of all pools, are one box.',
      ofSite,
      undefined,
      () => [],
      ({ pool }) => pool !== undefined,
    ),
  ];
}

const ofOne: KeyOfPiece = ({ id }) => [id];

const ofGroup: KeyOfPiece = ({ id, piece }) => [piece.redundancyGroup ?? id];

const ofBlock: KeyOfPiece = (item) => {
  const { piece, letter } = item;
  return piece.block === undefined ? ofGroup(item) : [piece.kind, piece.block, letter, piece.side];
};

const ofHall: KeyOfPiece = (item) => {
  const { piece, letter, reserve } = item;
  if (piece.hall === undefined) return ofGroup(item);
  return [piece.kind, piece.hall, piece.loadClass, letter, piece.side, reserve];
};

const ofSubstation: KeyOfPiece = ({ piece, letter, substation, reserve }) => [
  piece.kind,
  substation,
  piece.loadClass,
  letter,
  piece.side,
  reserve,
];

const ofSite: KeyOfPiece = ({ piece, letter, reserve }) => [piece.kind, piece.loadClass, letter, piece.side, reserve];

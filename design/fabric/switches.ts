import type { SwitchModel } from '../../catalog/switches';
import { NetworkRole } from '../hall/seams';
import type { AddressBook } from './address-book';
import { FabricTechnology } from './ask';
import type { NetworkShape, PoolShape } from './shape';
import type { Row, Stands } from './stands';
import { type FabricSwitch, FabricTier } from './types';

/** Letter that a network's names begin with. */
const LETTERS = {
  [NetworkRole.COMPUTE]: 'c',
  [NetworkRole.FRONTEND]: 'f',
  [NetworkRole.STORAGE]: 's',
  [NetworkRole.OUT_OF_BAND]: 'o',
};

/** A switch while its management address is still to come. */
export type OpenSwitch = { -readonly [name in keyof FabricSwitch]: FabricSwitch[name] };

/** The switches of a network by tier; a slot of the array is a switch's index, and some leaf slots are empty. */
export interface Switches {
  readonly leafs: (OpenSwitch | undefined)[];
  readonly spines: OpenSwitch[];
  readonly cores: OpenSwitch[];
}

/** Those that are there, leafs first. */
export function allOf({ leafs, spines, cores }: Switches): OpenSwitch[] {
  return [...leafs.filter((leaf) => leaf !== undefined), ...spines, ...cores];
}

/** What switches are placed, named and numbered with. */
export interface Means {
  readonly stands: Stands;
  readonly book: AddressBook;
  /** Number of the network, from 0. */
  readonly order: number;
  /** Row that a server of a pool stands in, there or not. */
  readonly rowOf: (pool: string, server: number) => Row;
}

/** Makes every switch that something hangs on. */
export function makeSwitches(shape: NetworkShape, means: Means): Switches {
  const { planes, upper, rails, models } = shape;
  const poolOf = poolOfUnits(shape.pools);
  const rowOfUnit = (unit: number): Row => {
    const pool = poolOf(unit);
    return means.rowOf(pool.name, serverOfUnit(pool, unit - pool.unitsBefore));
  };
  const unitsPerPod = upper?.unitsPerPod ?? 1;
  const middle = middleUnit(shape, poolOf);
  const podRow = (pod: number): Row =>
    rowOfUnit(upper?.cores === undefined ? middle : shape.seats.unitAt(pod * unitsPerPod));
  const pods = upper?.pods ?? 0;
  const spinesPerPod = upper?.spinesPerPod ?? 0;
  const groups = upper?.cores?.groups ?? 0;
  const reserve = (
    tier: FabricTier,
    model: SwitchModel,
    slots: number,
    rowOf: (slot: number) => Row,
    apart?: (slot: number) => boolean,
  ) => means.stands.reserve({ network: shape.ask.role, order: means.order, tier, model, slots, rowOf, apart });

  const leafStands = reserve(
    FabricTier.LEAF,
    models.leaf,
    shape.numbers * rails * planes,
    (slot) => rowOfUnit(Math.floor(slot / planes / rails)),
    firstOfKept(shape),
  );
  const spineStands = reserve(FabricTier.SPINE, models.spine, pods * spinesPerPod * planes, (slot) =>
    podRow(Math.floor(slot / planes / Math.max(1, spinesPerPod))),
  );
  const coreSlots = groups * (upper?.cores?.coresPerGroup ?? 0) * planes;
  const coreStands = reserve(FabricTier.CORE, models.core, coreSlots, () => rowOfUnit(middle));
  const letter = LETTERS[shape.ask.role];
  const manyPods = upper?.cores !== undefined;

  const there = unitsThere(shape);
  const leafs = leafStands.map((stand, index) => {
    const [slot, plane] = [Math.floor(index / planes), index % planes];
    const [unit, rail] = [Math.floor(slot / rails), slot % rails];
    if (there[unit] !== 1 || rail >= poolOf(unit).leafs) return undefined;
    const place = { ...stand, index, plane: plane + 1, unit: unit + 1, rail: rail + 1 };
    const pod = manyPods ? { pod: Math.floor(shape.seats.of(unit) / unitsPerPod) + 1 } : {};
    const name = `${letter}-leaf-u${two(unit + 1)}-r${rail + 1}${planeName(plane, planes)}`;
    return numbered({ name, tier: FabricTier.LEAF, model: models.leaf.id, ...place, ...pod }, shape, means, slot);
  });
  const spines = spineStands.map((stand, index) => {
    const [slot, plane] = [Math.floor(index / planes), index % planes];
    const [pod, number] = [Math.floor(slot / spinesPerPod), slot % spinesPerPod];
    const where = manyPods ? `p${two(pod + 1)}-${two(number + 1)}` : two(number + 1);
    const name = `${letter}-spine-${where}${planeName(plane, planes)}`;
    const place = { ...stand, index, plane: plane + 1, ...(manyPods ? { pod: pod + 1 } : {}) };
    return numbered({ name, tier: FabricTier.SPINE, model: models.spine.id, ...place }, shape, means, pod);
  });
  // The group runs fastest, so that more cores a group are appended.
  const cores = coreStands.map((stand, index) => {
    const [slot, plane] = [Math.floor(index / planes), index % planes];
    const [group, number] = [slot % groups, Math.floor(slot / groups)];
    const name = `${letter}-core-g${two(group + 1)}-${two(number + 1)}${planeName(plane, planes)}`;
    return numbered(
      { name, tier: FabricTier.CORE, model: models.core.id, ...stand, index, plane: plane + 1 },
      shape,
      means,
      0,
    );
  });
  return { leafs, spines, cores };
}

/** The pool that a unit belongs to; a unit between pools belongs to the one before. */
export function poolOfUnits(pools: PoolShape[]): (unit: number) => PoolShape {
  const descending = [...pools].sort((one, other) => other.unitsBefore - one.unitsBefore);
  return (unit) => descending.find((pool) => pool.unitsBefore <= unit) ?? descending.at(-1)!;
}

function numbered(bare: OpenSwitch, shape: NetworkShape, { book, order }: Means, number: number): OpenSwitch {
  if (shape.ask.technology === FabricTechnology.INFINIBAND) return bare;
  const { role } = shape.ask;
  const asn = book.asn(role, order, bare.plane - 1, bare.tier, number);
  return { ...bare, asn, loopback: book.loopback(role, order, bare.tier, bare.index) };
}

/** A server in whose row the leafs of a unit stand: found from what is planned, never from what is there, so that a neighbour that grows moves no rack. */
function serverOfUnit({ planned, serversPerUnit, keeps }: PoolShape, unit: number): number {
  const [from, to] = [unit * serversPerUnit, (unit + 1) * serversPerUnit];
  // Numbers before it are only kept, and may be far.
  const begins = planned.filter((range) => range.from > from && range.from < to).at(-1);
  if (begins !== undefined) return begins.from;
  // The middle one may be kept only, in a row that is empty.
  return keeps ? from : Math.floor((unit + 0.5) * serversPerUnit);
}

/** Where numbers are kept, the leafs of a pool begin a rack of their own: the rack before may stand in rows that are empty. */
function firstOfKept({ pools, rails, planes }: NetworkShape): ((slot: number) => boolean) | undefined {
  const behind = pools.filter((_, at) => pools[at - 1]?.keeps === true);
  if (behind.length === 0) return undefined;
  const firsts = new Set(behind.map(({ unitsBefore }) => unitsBefore * rails * planes));
  return (slot) => firsts.has(slot);
}

/** Unit whose row the top of the network stands in: the middle one, or the first of its pool where numbers are kept, so that growth moves no spine. */
function middleUnit({ units, numbers }: NetworkShape, poolOf: (unit: number) => PoolShape): number {
  const middle = Math.floor(numbers / 2);
  return numbers === units ? middle : poolOf(middle).unitsBefore;
}

function unitsThere({ pools, numbers }: NetworkShape): Uint8Array {
  const there = new Uint8Array(numbers);
  for (const { endpoints, unitsBefore, serversPerUnit } of pools) {
    for (const { index } of endpoints) there[unitsBefore + Math.floor(index / serversPerUnit)] = 1;
  }
  return there;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function planeName(plane: number, planes: number): string {
  return planes === 1 ? '' : `-${String.fromCharCode(97 + plane)}`;
}

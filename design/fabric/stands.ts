import type { SwitchModel } from '../../catalog/switches';
import type { NetworkRole, RackPlace } from '../hall/seams';
import type { FabricFloor, NetworkRackAsk } from './ask';
import { rackName } from './floor';
import { peakWatts } from './power';
import { type FabricProblem, FabricProblemKind } from './problems';
import { FabricTier } from './types';

/** Indices that one tier of one network owns: its racks never take another's. */
const RACKS_PER_TIER = 1000;
const TIERS = [FabricTier.LEAF, FabricTier.SPINE, FabricTier.CORE];

/** Where a switch stands. */
export interface Stand {
  readonly rack: RackPlace;
  /** Lowest unit, from 1. */
  readonly rackUnit: number;
}

/** A place while its position in the row is still to come. */
type OpenPlace = { -readonly [name in keyof RackPlace]: RackPlace[name] };

/** A row of a hall. */
export interface Row {
  readonly hall: number;
  readonly row: number;
}

/** What one tier of one network puts into racks. */
export interface Stock {
  readonly network: NetworkRole;
  /** Number of the network, from 0. */
  readonly order: number;
  readonly tier: FabricTier;
  readonly model: SwitchModel;
  /** Switches that are planned for: a place each, whether it is there or not. */
  readonly slots: number;
  /** The row that a slot should stand in; a rack stands where its first does. */
  readonly rowOf: (slot: number) => Row;
  /** Whether a slot begins a rack of its own. @default - where the one before is full or too far */
  readonly apart?: (slot: number) => boolean;
}

/** Hands out network racks. Their number follows from what is planned, not from what is there, so that nothing moves. */
export class Stands {
  /** Stands by `compute/leaf`. */
  readonly reserved = new Map<string, Stand[]>();
  private readonly racks: { readonly tier: FabricTier; readonly place: OpenPlace }[] = [];

  constructor(
    private readonly ask: NetworkRackAsk,
    private readonly floor: FabricFloor,
    private readonly problems: FabricProblem[],
  ) {}

  /** @returns the stand of every slot; none when not one switch fits */
  reserve(stock: Stock): Stand[] {
    const { model, slots, order, tier, network } = stock;
    const perRack = this.perRack(stock);
    if (perRack === 0) return [];
    const first = this.ask.firstIndex + (order * TIERS.length + TIERS.indexOf(tier)) * RACKS_PER_TIER;
    const stands: Stand[] = [];
    let racks = 0;
    let inRack = perRack;
    for (let slot = 0; slot < slots; slot += 1) {
      const row = stock.rowOf(slot);
      const before = stands.at(-1)?.rack;
      if (inRack === perRack || before === undefined || this.far(row, before) || stock.apart?.(slot) === true) {
        stands.push({ rack: this.place(tier, first + racks, row), rackUnit: 1 });
        [racks, inRack] = [racks + 1, 1];
      } else {
        stands.push({ rack: before, rackUnit: 1 + inRack * model.heightU });
        inRack += 1;
      }
    }
    if (racks > RACKS_PER_TIER) {
      const message = `the ${tier}s of the ${network} network fill ${racks} racks, and a tier has ${RACKS_PER_TIER} indices`;
      this.problems.push({ kind: FabricProblemKind.TOO_LARGE, network, message, got: racks, limit: RACKS_PER_TIER });
    }
    this.reserved.set(`${network}/${tier}`, stands);
    return stands;
  }

  /** Whether a rack in one row is too far from what hangs on it in the other. */
  private far(row: Row, rack: Row): boolean {
    return row.hall !== rack.hall || Math.abs(row.row - rack.row) >= this.ask.rowsServed;
  }

  private perRack({ model, network }: Stock): number {
    const { heightU, reservedU, envelopeKw } = this.ask;
    const room = heightU - reservedU;
    const watts = peakWatts(model).value!;
    const perRack = Math.floor(Math.min(room / model.heightU, (envelopeKw * 1000) / watts));
    if (perRack > 0) return perRack;
    const tooHigh = model.heightU > room;
    const [got, limit, unit] = tooHigh ? [model.heightU, room, 'U'] : [watts / 1000, envelopeKw, 'kW'];
    const message = `${model.model} takes ${got} ${unit}, and a network rack offers ${limit}`;
    this.problems.push({ kind: FabricProblemKind.RACK_FULL, network, message, got, limit });
    return 0;
  }

  /** In the row; `settle` says where in it. */
  private place(tier: FabricTier, index: number, { hall, row }: Row): RackPlace {
    const place: OpenPlace = { index, name: rackName(index), hall, row, position: 0 };
    this.racks.push({ tier, place });
    return place;
  }

  /**
   * Sets the racks of every row side by side, once all networks have theirs: those of leafs first, for the number of the others follows
   * the size of the networks, and no leaf may move with it.
   */
  settle(): void {
    const racksOfRow = new Map<string, number>();
    for (const tier of TIERS) {
      for (const { place } of this.racks.filter((each) => each.tier === tier)) {
        const key = `${place.hall} ${place.row}`;
        const before = racksOfRow.get(key) ?? 0;
        racksOfRow.set(key, before + 1);
        place.position = this.floor.racksPerRow + before + 1;
      }
    }
  }
}

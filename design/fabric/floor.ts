import type { RackPlace } from '../hall/seams';
import { type CableRules, type FabricFloor, type NetworkRackAsk, RackStand } from './ask';

/** Where the slot of an index lies: rows of racks, halls of rows, as the racks have it. */
export function placeOf(index: number, floor: FabricFloor): RackPlace {
  const row = Math.floor((index - 1) / floor.racksPerRow);
  return {
    index,
    name: rackName(index),
    hall: Math.floor(row / floor.rowsPerHall) + 1,
    row: (row % floor.rowsPerHall) + 1,
    position: ((index - 1) % floor.racksPerRow) + 1,
  };
}

export function rackName(index: number): string {
  return `r${String(index).padStart(4, '0')}`;
}

/** Measures cables between racks, once a pair. */
export class Tape {
  private readonly known = new Map<number, number>();

  constructor(
    private readonly rules: CableRules,
    private readonly floor: FabricFloor,
    private readonly networkRack: NetworkRackAsk,
  ) {}

  /** Orderable length of a cable, in m. What is longer than everything that can be ordered is rounded up to a metre. */
  between(one: RackPlace, other: RackPlace): number {
    const key = one.index * 1_000_003 + other.index;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const metres = this.measure(one, other) * (1 + this.rules.slack);
    const length = this.rules.lengthsM.find((each) => each >= metres - 1e-9) ?? Math.ceil(metres);
    this.known.set(key, length);
    return length;
  }

  private measure(one: RackPlace, other: RackPlace): number {
    const { rackPitchM, rowPitchM, hallPitchM, riseM, withinRackM } = this.rules;
    if (one.index === other.index) return withinRackM;
    const along = Math.abs(this.stand(one) - this.stand(other)) * rackPitchM;
    const across = Math.abs(one.row - other.row) * rowPitchM;
    return along + across + Math.abs(one.hall - other.hall) * hallPitchM + 2 * riseM;
  }

  /** Racks before it in its row. */
  private stand(rack: RackPlace): number {
    const { stand } = this.networkRack;
    const beyond = rack.position - this.floor.racksPerRow;
    return beyond > 0 && stand === RackStand.ROW_MIDDLE ? this.floor.racksPerRow / 2 + beyond : rack.position;
  }
}

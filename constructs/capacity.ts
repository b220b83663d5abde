import { type CapacityAsk, CapacityMode } from '../design/asks';

/** When a block of capacity starts and ends. */
export interface CapacityWindow {
  /** RFC 3339, UTC. @default - scaled by hand */
  readonly starts?: string;
  /** RFC 3339, UTC. @default - scaled by hand */
  readonly ends?: string;
}

/** How capacity is obtained. Each way brings its own arguments, so that illegal mixes cannot be written. */
export class Capacity {
  /** Asked for when needed. Large accelerators are rarely there to be had. */
  public static onDemand(): Capacity {
    return new Capacity({ mode: CapacityMode.ON_DEMAND });
  }

  /** Spare capacity that may be taken back. */
  public static spot(): Capacity {
    return new Capacity({ mode: CapacityMode.SPOT });
  }

  /** @param reservation the id of what was bought, or of the group it is in */
  public static reserved(reservation: string): Capacity {
    return new Capacity({ mode: CapacityMode.RESERVED, reservation });
  }

  /**
   * A fixed window, bought ahead.
   * @param reservation the id of the block
   */
  public static block(reservation: string, window: CapacityWindow = {}): Capacity {
    return new Capacity({ mode: CapacityMode.BLOCK, reservation, ...window });
  }

  /** Capacity as a design has decided it. */
  public static of(ask: CapacityAsk): Capacity {
    return new Capacity({ ...ask });
  }

  /** What the design is asked. */
  public readonly ask: CapacityAsk;

  private constructor(ask: CapacityAsk) {
    this.ask = ask;
  }
}

import type { Equipment } from '../../design/electrical';
import type { HallDesign } from '../../design/hall/types';

/** The power chain by name: what feeds what, and what stands in the racks behind it. */
export class PowerGraph {
  private readonly byId: Map<string, Equipment>;
  private readonly fed = new Map<string, Equipment[]>();
  private readonly racks: Map<string, string>;
  private readonly consumers = new Map<string, string[]>();

  constructor(
    readonly site: string,
    readonly hall: HallDesign,
  ) {
    const { power, racks, fabric } = hall;
    this.byId = new Map(power.equipment.map((piece) => [piece.id, piece]));
    this.racks = new Map(power.feeds.map(({ id, rack }) => [id, rack]));
    for (const piece of power.equipment) {
      for (const above of piece.upstream) {
        const fed = this.fed.get(above);
        if (fed === undefined) this.fed.set(above, [piece]);
        else fed.push(piece);
      }
    }
    for (const { place, servers } of racks.racks) {
      this.consumers.set(
        place.name,
        servers.map(({ name }) => name),
      );
    }
    for (const { rack, switches } of fabric.networkRacks) this.consumers.set(rack.name, switches);
  }

  piece(id: string): Equipment {
    return this.byId.get(id)!;
  }

  /** What takes power from a piece directly. */
  fedBy(id: string): Equipment[] {
    return this.fed.get(id) ?? [];
  }

  /** The rack that a feed ends in. */
  rackOf(feed: string): string | undefined {
    return this.racks.get(feed);
  }

  /** Servers or switches of a rack. */
  consumersOf(rack: string): string[] {
    return this.consumers.get(rack) ?? [];
  }
}

import type { ElectricalDesign, Equipment } from '../../../design/electrical';

/** The graph of a design, read from its JSON alone, and analysed without any shortcut. */
export class NaiveGraph {
  private readonly byId: Map<string, Equipment>;
  private readonly racks = new Map<string, string[]>();

  constructor(private readonly design: ElectricalDesign) {
    this.byId = new Map(design.equipment.map((each) => [each.id, each]));
    for (const feed of design.feeds) this.racks.set(feed.rack, [...(this.racks.get(feed.rack) ?? []), feed.id]);
  }

  /** Racks that no source reaches. */
  dark(lost: Set<string>): string[] {
    const live = (id: string): boolean => {
      const { upstream } = this.byId.get(id)!;
      return !lost.has(id) && (upstream.length === 0 || upstream.some(live));
    };
    return [...this.racks].filter(([, feeds]) => !feeds.some(live)).map(([rack]) => rack);
  }

  /** kW that can flow to the racks at most, limits of equipment kept and losses left out: Edmonds-Karp. */
  maxFlow(lost: Set<string>, kw: Map<string, number>): number {
    const capacity = new Map<string, Map<string, number>>();
    const edge = (from: string, to: string, most: number) => {
      const row = capacity.get(from) ?? new Map<string, number>();
      capacity.set(from, row.set(to, (row.get(to) ?? 0) + most));
      const back = capacity.get(to) ?? new Map<string, number>();
      capacity.set(to, back.set(from, back.get(from) ?? 0));
    };
    for (const each of this.design.equipment) {
      if (lost.has(each.id)) continue;
      edge(`${each.id}<`, `${each.id}>`, each.limitKw ?? 1e12);
      if (each.upstream.length === 0) edge('source', `${each.id}<`, 1e12);
      for (const above of each.upstream) if (!lost.has(above)) edge(`${above}>`, `${each.id}<`, 1e12);
    }
    for (const [rack, feeds] of this.racks) {
      for (const feed of feeds) if (!lost.has(feed)) edge(`${feed}>`, rack, 1e12);
      edge(rack, 'sink', kw.get(rack)!);
    }
    let flow = 0;
    for (;;) {
      const cameFrom = new Map<string, string>([['source', '']]);
      const queue = ['source'];
      for (const node of queue) {
        if (node === 'sink') break;
        for (const [next, left] of capacity.get(node) ?? []) {
          if (left > 1e-9 && !cameFrom.has(next)) {
            cameFrom.set(next, node);
            queue.push(next);
          }
        }
      }
      if (!cameFrom.has('sink')) return flow;
      let most = Number.POSITIVE_INFINITY;
      for (let at = 'sink'; at !== 'source'; at = cameFrom.get(at)!) {
        most = Math.min(most, capacity.get(cameFrom.get(at)!)!.get(at)!);
      }
      for (let at = 'sink'; at !== 'source'; at = cameFrom.get(at)!) {
        const before = cameFrom.get(at)!;
        capacity.get(before)!.set(at, capacity.get(before)!.get(at)! - most);
        capacity.get(at)!.set(before, capacity.get(at)!.get(before)! + most);
      }
      flow += most;
    }
  }
}

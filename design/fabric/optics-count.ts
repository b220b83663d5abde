import type { Optic } from '../../catalog/optics';
import { type Figure, FigureBasis } from '../basis';
import { tidy, unknownFigure } from '../figures';
import type { Medium } from './media';
import { moduleWatts } from './power';
import type { FabricLink, LinkEnd, OpticCount } from './types';

/** Counts cables and modules while links are laid; a module that carries several links is counted once. */
export class OpticsCount {
  private readonly counts = new Map<Optic, number>();
  private readonly lit = new Map<string, Set<number>>();
  /** W of the modules in each device, at the most that their rows say. */
  readonly wattsOf = new Map<string, number>();

  add(link: FabricLink, medium: Medium | undefined): void {
    if (medium?.cable !== undefined) {
      this.count(medium.cable);
      this.heat(link.a.device, medium.cable);
      this.heat(link.b.device, medium.cable);
    }
    if (medium?.modules !== undefined) {
      this.module(link.a, medium.modules.a);
      this.module(link.b, medium.modules.b);
    }
  }

  totals(): OpticCount[] {
    return [...this.counts]
      .map(([optic, count]) => ({ optic: optic.id, kind: optic.kind, count, watts: watts(optic, count) }))
      .sort((one, other) => (one.optic < other.optic ? -1 : 1));
  }

  private module(end: LinkEnd, optic: Optic): void {
    if (optic.links > 1) {
      let cages = this.lit.get(end.device);
      if (cages === undefined) {
        cages = new Set();
        this.lit.set(end.device, cages);
      }
      // A split port of a server and a cage of a switch never share a device, so the cage alone tells modules apart.
      if (cages.has(end.cage)) return;
      cages.add(end.cage);
    }
    this.count(optic);
    this.heat(end.device, optic);
  }

  private count(optic: Optic): void {
    this.counts.set(optic, (this.counts.get(optic) ?? 0) + 1);
  }

  private heat(device: string, optic: Optic): void {
    this.wattsOf.set(device, (this.wattsOf.get(device) ?? 0) + moduleWatts(optic));
  }
}

function watts(optic: Optic, count: number): Figure {
  const plugs = optic.kind === 'transceiver' ? 1 : 2;
  if (optic.maximumW === undefined)
    return unknownFigure('W', `the catalog has no power for ${optic.id}`, [optic.source]);
  const value = tidy(optic.maximumW * plugs * count);
  return { value, unit: 'W', basis: FigureBasis.DERIVED, sources: [optic.source] };
}

import { type Optic, OpticKind } from '../../catalog/optics';
import { LinkTechnology } from '../../catalog/switches';

/** What a link is made of. */
export interface Medium {
  /** Family of the optic, or `dac`. */
  readonly name: string;
  readonly cableType: string;
  /** A cable with fixed plugs; undefined when each end has a module. */
  readonly cable?: Optic;
  /** Module of the end whose cage carries as many links. */
  readonly modules?: { readonly a: Optic; readonly b: Optic };
}

/** Chooses what joins two ports: passive copper up to its reach, then the optic of the shortest reach that is long enough. */
export class Media {
  private readonly known = new Map<number, Medium | undefined>();
  private readonly byReach: Optic[];

  constructor(optics: Optic[]) {
    this.byReach = [...optics].sort((one, other) => one.reachM - other.reachM || one.id.localeCompare(other.id));
  }

  /**
   * Cages that carry several links are lit by modules with a fibre a link: a copper plug would tie the lengths of its links together.
   * @param a links that share the cage of the lower end
   * @param b links that share the cage of the upper end
   * @returns undefined when no row reaches as far
   */
  choose(technology: LinkTechnology, gbps: number, lengthM: number, a: number, b: number): Medium | undefined {
    const infiniband = Number(technology === LinkTechnology.INFINIBAND);
    const key = (((lengthM * 2 * 4096 + gbps) * 256 + a) * 256 + b) * 2 + infiniband;
    if (this.known.has(key)) return this.known.get(key);
    const fitting = this.byReach.filter(
      (optic) => optic.linkGbps === gbps && optic.technologies.includes(technology) && optic.reachM >= lengthM,
    );
    const medium = this.cable(fitting, a, b) ?? this.modules(fitting, a, b);
    this.known.set(key, medium);
    return medium;
  }

  /** Longest link at the speed, in m; 0 when there is no row. */
  longest(technology: LinkTechnology, gbps: number): number {
    return this.byReach
      .filter((optic) => optic.linkGbps === gbps && optic.technologies.includes(technology))
      .reduce((most, optic) => Math.max(most, optic.reachM), 0);
  }

  private cable(fitting: Optic[], a: number, b: number): Medium | undefined {
    if (a > 1 || b > 1) return undefined;
    const cable = fitting.find((optic) => optic.kind !== OpticKind.TRANSCEIVER && optic.links === 1);
    return cable === undefined ? undefined : { name: cable.family, cableType: cable.cableType, cable };
  }

  private modules(fitting: Optic[], a: number, b: number): Medium | undefined {
    const modules = fitting.filter((optic) => optic.kind === OpticKind.TRANSCEIVER);
    for (const one of modules.filter((optic) => optic.links === a)) {
      const other = modules.find((optic) => optic.family === one.family && optic.links === b);
      if (other !== undefined) {
        return { name: one.family, cableType: one.cableType, modules: { a: one, b: other } };
      }
    }
    return undefined;
  }
}

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

/** A link that needs an optic. */
export interface LinkNeed {
  readonly technology: LinkTechnology;
  readonly gbps: number;
  readonly lengthM: number;
  /** Links that share the cage of the lower end. */
  readonly a: number;
  /** Links that share the cage of the upper end. */
  readonly b: number;
}

/** What the catalog lacks for a link. */
export interface Lack {
  readonly message: string;
  readonly got?: number;
  readonly limit?: number;
}

/** Chooses what joins two ports: passive copper up to its reach, then the optic of the shortest reach that is long enough. */
export class Media {
  private readonly known = new Map<number, Medium | undefined>();
  private readonly byReach: Optic[];

  constructor(optics: Optic[]) {
    this.byReach = [...optics].sort((one, other) => one.reachM - other.reachM || (one.id < other.id ? -1 : 1));
  }

  /**
   * Cages that carry several links are lit by modules with a fibre a link: a copper plug would tie the lengths of its links together.
   * @returns undefined when no row, or no pair of rows, reaches as far
   */
  choose({ technology, gbps, lengthM, a, b }: LinkNeed): Medium | undefined {
    const infiniband = Number(technology === LinkTechnology.INFINIBAND);
    const key = (((lengthM * 2 * 4096 + gbps) * 256 + a) * 256 + b) * 2 + infiniband;
    if (this.known.has(key)) return this.known.get(key);
    const fitting = this.ofSpeed(technology, gbps).filter((optic) => optic.reachM >= lengthM);
    const medium = this.cable(fitting, a, b) ?? this.modules(fitting, a, b);
    this.known.set(key, medium);
    return medium;
  }

  /** Why nothing was chosen: no row of the speed, none that reaches as far, or no two of one family that fit both cages. */
  lack({ technology, gbps, lengthM, a, b }: LinkNeed): Lack {
    const rows = this.ofSpeed(technology, gbps);
    if (rows.length === 0) return { message: `the catalog has no optic of ${gbps} Gbit/s for ${technology}` };
    const limit = Math.max(...rows.map((optic) => optic.reachM));
    if (limit < lengthM) {
      return { message: `the longest of that speed in the catalog reaches ${limit} m`, got: lengthM, limit };
    }
    const cages =
      a === b ? `of ${counted(a)} at both ends` : `of ${counted(a)} at one end and ${counted(b)} at the other`;
    return { message: `the catalog has no modules of one family for cages ${cages} that reach as far` };
  }

  private ofSpeed(technology: LinkTechnology, gbps: number): Optic[] {
    return this.byReach.filter((optic) => optic.linkGbps === gbps && optic.technologies.includes(technology));
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

function counted(links: number): string {
  return links === 1 ? '1 link' : `${links} links`;
}

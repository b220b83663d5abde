/** How equipment is doubled so that a failure does not stop the load. */
export enum Redundancy {
  N = 'N',
  N_PLUS_1 = 'N+1',
  /** Block redundant: every block has its own system, one reserve system stands for several ("catcher"). */
  BLOCK = 'block',
  TWO_N = '2N',
  /** 2(N+1): two sides, each with a spare module. */
  TWO_N_PLUS_1 = '2(N+1)',
  /** Distributed redundant: three systems make two. */
  THREE_MAKE_TWO = '3N/2',
  FOUR_MAKE_THREE = '4N/3',
  FIVE_MAKE_FOUR = '5N/4',
}

/** A redundancy scheme as data. */
export interface Scheme {
  readonly redundancy: Redundancy;
  /** Systems that share a group of rows. */
  readonly systems: number;
  /** Sides that feed one rack. */
  readonly sides: number;
  /** Spare modules in each parallel group. */
  readonly spareModules: number;
  /** A reserve system that stands by behind static transfer switches. */
  readonly reserve: boolean;
  /** The scheme promises that the load survives the loss of a whole system. */
  readonly survivesSystem: boolean;
}

const scheme = (redundancy: Redundancy, systems: number, sides: number, spareModules = 0, reserve = false): Scheme => ({
  redundancy,
  systems,
  sides,
  spareModules,
  reserve,
  survivesSystem: sides > 1,
});

const SCHEMES: { readonly [name in Redundancy]: Scheme } = {
  [Redundancy.N]: scheme(Redundancy.N, 1, 1),
  [Redundancy.N_PLUS_1]: scheme(Redundancy.N_PLUS_1, 1, 1, 1),
  [Redundancy.BLOCK]: scheme(Redundancy.BLOCK, 1, 1, 0, true),
  [Redundancy.TWO_N]: scheme(Redundancy.TWO_N, 2, 2),
  [Redundancy.TWO_N_PLUS_1]: scheme(Redundancy.TWO_N_PLUS_1, 2, 2, 1),
  [Redundancy.THREE_MAKE_TWO]: scheme(Redundancy.THREE_MAKE_TWO, 3, 2),
  [Redundancy.FOUR_MAKE_THREE]: scheme(Redundancy.FOUR_MAKE_THREE, 4, 2),
  [Redundancy.FIVE_MAKE_FOUR]: scheme(Redundancy.FIVE_MAKE_FOUR, 5, 2),
};

export function schemeOf(redundancy: Redundancy): Scheme {
  return SCHEMES[redundancy];
}

/** Share of what is installed that the load may take, when every system is lost in turn: (k−1)/k of k systems. */
export function usableShare({ systems, survivesSystem }: Scheme): number {
  return survivesSystem ? (systems - 1) / systems : 1;
}

/**
 * Capacity that a scheme installs for a load, with modules of one size. Block redundancy counts one reserve module.
 *
 * @param load and `module` in the same unit
 */
export function installedCapacity(redundancy: Redundancy, load: number, module: number): number {
  const each = schemeOf(redundancy);
  const needed = Math.ceil(load / module - 1e-9);
  if (each.systems > 2) return load / usableShare(each);
  return each.sides * (needed + each.spareModules + (each.reserve ? 1 : 0)) * module;
}

/** Letters of systems: a, b, c … */
export function letterOf(system: number): string {
  return String.fromCharCode(97 + system);
}

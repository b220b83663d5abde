/** The floor of an owned hall, and the air outside. */
export interface FacilityDocument {
  /** @default - as many as it takes */
  readonly halls?: number;
  /** @default 20 */
  readonly rowsPerHall?: number;
  /** @default 20 */
  readonly racksPerRow?: number;
  /** An id of climates.csv. @default - unknown */
  readonly climate?: string;
}

/** Racks of an owned hall. */
export interface RacksDocument {
  /** An id of racks.csv. @default eia-48u */
  readonly type?: string;
  /** The most that one rack may draw. @default - what its servers need */
  readonly power?: string;
  /** Heat that air carries out of one rack. @default 50 kW */
  readonly airCooling?: string;
  /** What may stand in one rack. @default - that of the rack type */
  readonly maximumLoad?: string;
  /** Units of each rack that are kept free. @default 4 */
  readonly reservedUnits?: number;
  /** Slots that stay empty, by index. @default - none */
  readonly retired?: number[];
  /** Row that the racks of a pool begin in, by `cluster/pool`. @default - the row after the pool before it */
  readonly firstRows?: { readonly [pool: string]: number };
  /** Servers that the catalog does not have, by a name of yours. @default - none */
  readonly servers?: { readonly [name: string]: ServerDocument };
}

/** A server of your own. */
export interface ServerDocument {
  /** @default custom */
  readonly vendor?: string;
  /** An id of accelerators.csv. */
  readonly accelerator: string;
  readonly accelerators: number;
  /** Rack units. */
  readonly height: number;
  /** The most that one draws. */
  readonly power: string;
  /** @default - the most */
  readonly typicalPower?: string;
  /** Share of its heat that goes into liquid. @default 0 */
  readonly liquidShare?: number;
  /** @default - unknown */
  readonly weight?: string;
  /** Rails. @default - one an accelerator */
  readonly computePorts?: number;
  /** Gbit/s. @default 400 */
  readonly computeGbps?: number;
  /** @default 2 */
  readonly frontendPorts?: number;
  /** Gbit/s. @default 100 */
  readonly frontendGbps?: number;
  /** @default 2 */
  readonly storagePorts?: number;
  /** Gbit/s. @default 200 */
  readonly storageGbps?: number;
}

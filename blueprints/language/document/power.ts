/** Power of a site. All but the allotment concern owned halls. */
export interface SitePowerDocument {
  /** The most that the site's accelerator nodes may draw (IT load), "3 MW". @default - no limit */
  readonly allotment?: string;
  /** NEC or IEC. @default NEC */
  readonly code?: string;
  /** N, N+1, block, 2N, 2(N+1), 3N/2, 4N/3 or 5N/4. @default - critical 2N, checkpointable N+1, deferrable N */
  readonly redundancy?: ByLoadClassDocument;
  /** How long batteries carry a load class, "5 min". @default - critical 5 min */
  readonly autonomy?: ByLoadClassDocument;
  /** Load classes that generators stand behind. @default - critical */
  readonly generators?: string[];
  /** 415/240 VAC, 480/277 VAC, 400/230 VAC or 800 VDC. @default - by the code */
  readonly distribution?: string;
  /** busway or panel. @default busway */
  readonly row?: string;
  /** Of the racks. @default 0.95 */
  readonly powerFactor?: number;
  /** Rating of a distribution transformer. @default 2500 kVA */
  readonly transformer?: string;
  /** Rating of a UPS module. @default 500 kW */
  readonly ups?: string;
  /** Rating of a generator. @default 2500 kW */
  readonly generator?: string;
  /** Excursion above nameplate that failures are checked at. @default 1.4 */
  readonly peakFactor?: number;
  /** Racks that take power from one side only, by index. @default - none */
  readonly singleCorded?: number[];
  /** @default - no limit of the grid is known */
  readonly interconnect?: InterconnectDocument;
  /** dry or evaporative. @default dry */
  readonly cooling?: string;
}

/** Something for each load class: training is checkpointable, inference critical, batch deferrable. */
export interface ByLoadClassDocument {
  readonly critical?: string;
  readonly checkpointable?: string;
  readonly deferrable?: string;
}

/** The connection to the grid. */
export interface InterconnectDocument {
  /** The most that the grid gives. */
  readonly limit?: string;
  /** Independent services. @default 1 */
  readonly services?: number;
  /** How fast the load may change, "10 MW/min". */
  readonly rampLimit?: string;
  readonly minimumPowerFactor?: number;
}

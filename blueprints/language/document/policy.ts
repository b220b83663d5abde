/** What a reviewer holds the design against: budgets, and which findings of which rules are accepted until when. */
export interface PolicyDocument {
  /** any, or open: accelerators of at least two vendors. @default any */
  readonly vendors?: string;
  /** The most that the power usage effectiveness of a site may be, mean of a year. @default - no budget */
  readonly pue?: number;
  /** The most that the energy of all sites may emit, "12000 t/year" of CO2e. @default - no budget */
  readonly carbon?: string;
  /** Keys of the tags that whatever costs money must bear. @default - owner */
  readonly tags?: string[];
  /** How many accelerators a reservation holds, by its id. @default - unknown */
  readonly reservations?: { readonly [reservation: string]: number };
  /** Findings that are accepted for a time. @default - none */
  readonly suppress?: SuppressionDocument[];
}

/** Accepts what one rule finds, for a reason and until a day. */
export interface SuppressionDocument {
  /** Id of the rule. */
  readonly rule: string;
  /**
   * What it is accepted for: a resource (`stack/type.name`), a construct path, a path of the blueprint (`clusters.frontier`) or the
   * name that a finding gives its subject; `*` stands for anything. @default - everything that the rule finds
   */
  readonly where?: string;
  /** Why it is accepted: who decided it, and on what grounds. */
  readonly reason: string;
  /** The last day on which it holds, "2027-03-31". From the next day on it fails. */
  readonly expires: string;
}

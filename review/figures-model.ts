/** How a figure changes. Null is unknown, never zero. */
export interface FigureChange {
  /** @default - over all sites */
  readonly site?: string;
  /** `accelerators/h100-sxm`, `it-load` … */
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly delta: number | null;
  /** What it is held against, after the change. */
  readonly limit?: number;
  /** It is past its limit. */
  readonly exceeds?: boolean;
  readonly sources: string[];
  readonly notes: string[];
}

export interface RedundancyChange {
  readonly site: string;
  readonly loadClass: string;
  readonly property: string;
  readonly change: 'won' | 'lost';
  /** `N+1 lost in hall gavle (critical load)`. */
  readonly what: string;
  readonly because?: string;
}

export interface PreflightLine {
  readonly level: 'note' | 'warn' | 'stop';
  readonly site: string;
  readonly subject: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly maximum?: number;
  readonly what: string;
  readonly sources: string[];
}

import type { FacilityDocument, RacksDocument } from './hall';
import type { SitePowerDocument } from './power';
import type { SiteFabricDocument } from './site-fabric';

/** A place that holds capacity. */
export interface SiteDocument {
  /** What the site is built on: a registered target (`aws`, `azure`). */
  readonly target: string;
  /** The cloud's region. */
  readonly region: string;
  /** The zone that accelerators and their fabric live in. Never derived: a derived zone moves and replaces the pool. */
  readonly zone?: string;
  /** Zones of the system pools, `zone` included. @default - the target's rule, printed by `explain` */
  readonly zones?: string[];
  /** Account (AWS) or subscription (Azure) that the site belongs to. @default - the one of the credentials */
  readonly account?: string;
  /** What the site may draw, and the power chain of an owned hall. @default - no limit */
  readonly power?: SitePowerDocument;
  /** Owned hall: the floor and the climate. @default - as many halls as it takes */
  readonly facility?: FacilityDocument;
  /** Owned hall: racks and what may stand in them. @default - see `wattform explain` */
  readonly racks?: RacksDocument;
  /** Owned hall: the networks between servers. @default - see `wattform fabric` */
  readonly fabric?: SiteFabricDocument;
  /** Addressing. @default - the target's plan */
  readonly network?: SiteNetworkDocument;
  /** Who administers the clusters: IAM principal ARNs on AWS, Entra group object ids on Azure. @default - nobody but the creator */
  readonly administrators?: string[];
  /** Cloud limits that were raised on request, by their id in catalog/data/limits.csv. @default - the catalog's values */
  readonly limits?: { readonly [limit: string]: number };
}

/** Addressing of a site. */
export interface SiteNetworkDocument {
  /** The site's IPv4 block, a /16. @default 10.0.0.0/16 */
  readonly cidr?: string;
}

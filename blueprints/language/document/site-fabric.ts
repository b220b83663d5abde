/** The networks of an owned hall. */
export interface SiteFabricDocument {
  /** roce, ultra-ethernet or infiniband. @default roce */
  readonly technology?: string;
  /** rail-optimized or shared-leaf. @default rail-optimized */
  readonly layout?: string;
  /** Gbit/s down over Gbit/s up of the compute network. @default 1 */
  readonly oversubscription?: number;
  /** An id of switches.csv. @default - chosen by speed and ports */
  readonly leaf?: string;
  readonly spine?: string;
  readonly core?: string;
  /** Servers of one scalable unit. @default - what the leaf's ports give */
  readonly serversPerUnit?: number;
  readonly frontend?: SideNetworkDocument;
  readonly storage?: SideNetworkDocument;
  readonly outOfBand?: SideNetworkDocument;
  readonly addresses?: FabricAddressesDocument;
  /** First autonomous system number. @default 4200000000 */
  readonly asnBase?: number;
}

/** A network beside that of the accelerators. */
export interface SideNetworkDocument {
  /** An id of switches.csv. @default - chosen by speed and ports */
  readonly leaf?: string;
  readonly oversubscription?: number;
}

/** IPv4 blocks of the fabric. */
export interface FabricAddressesDocument {
  readonly links?: string;
  readonly loopbacks?: string;
  readonly outOfBand?: string;
}

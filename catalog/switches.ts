/** What a switch or an optic speaks. */
export enum LinkTechnology {
  ETHERNET = 'ethernet',
  INFINIBAND = 'infiniband',
}

/** Whether SONiC runs on a switch, and who says so. */
export enum SonicSupport {
  /** A device folder in the community's sources. */
  COMMUNITY = 'community',
  /** The vendor's own build, or a distribution of it. */
  VENDOR = 'vendor',
  NO = 'no',
}

/** A row of catalog/data/switches.csv. An empty cell is undefined: unknown, never zero. */
export interface SwitchModel {
  /** Name in blueprints: `sn5600`. */
  readonly id: string;
  readonly vendor: string;
  readonly model: string;
  readonly technology: LinkTechnology;
  readonly asic?: string;
  /** Ports at their native speed, without those that are uplinks only. */
  readonly ports: number;
  /** Gbit/s of one port. */
  readonly gbps: number;
  /** Pluggable cages that the ports share: a twin-port cage holds two. */
  readonly cages: number;
  /** Ports that one port may be split into, ascending: `1;2;4;8`. */
  readonly breakout: number[];
  /** Links that the ASIC keeps apart at most. */
  readonly maximumLogicalPorts?: number;
  /** Ports that are uplinks only; 0 when every port may be one. */
  readonly uplinkPorts: number;
  /** Gbit/s of one of them. */
  readonly uplinkGbps?: number;
  readonly sonic: SonicSupport;
  /** ONIE platform that SONiC knows it by. */
  readonly sonicPlatform?: string;
  /** Hardware SKU of SONiC, at the native speed. */
  readonly sonicHwsku?: string;
  /** First lane of the first port, where lanes ascend with the cages. Undefined: another order, or unknown. */
  readonly sonicFirstLane?: number;
  readonly heightU: number;
  readonly maximumW?: number;
  readonly typicalW?: number;
  /** How the power is known, and whether optics are in it. Given whenever a power is. */
  readonly powerBasis?: string;
  readonly weightKg?: number;
  /** `front-to-rear` or `rear-to-front`, as NetBox writes it. */
  readonly airflow?: string;
  /** Type of a port in NetBox: `800gbase-x-osfp`. */
  readonly interfaceType: string;
  readonly source: string;
  readonly notes?: string;
}

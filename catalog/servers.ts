/** How a server gives its heat away. */
export enum Cooling {
  AIR = 'air',
  /** Cold plates take the share `liquidShare`, air the rest. */
  LIQUID = 'liquid',
}

/** What is bought as one piece. */
export enum ServerForm {
  /** A box that is put into a rack with others. */
  SERVER = 'server',
  /** A rack that comes filled: its trays are the nodes. */
  RACK = 'rack',
}

/** A row of catalog/data/servers.csv. An empty cell is undefined: unknown, never zero. Figures are those of the whole piece. */
export interface ServerType {
  /** Name in blueprints and in NetBox: `dgx-h100`. */
  readonly id: string;
  readonly vendor: string;
  readonly model: string;
  readonly acceleratorId: string;
  readonly form: ServerForm;
  /** Nodes of the piece: 1 of a server, the compute trays of a rack. */
  readonly nodes: number;
  readonly acceleratorsPerNode: number;
  /** Accelerators that one scale-up domain (NVLink, Infinity Fabric, …) joins. */
  readonly scaleUpDomain: number;
  /** Rack units; of a rack its whole height. */
  readonly heightU: number;
  /** 19 or 21 (ORv3). */
  readonly widthInch: number;
  readonly typicalKw?: number;
  readonly maximumKw?: number;
  /** How the power is known. */
  readonly powerBasis?: string;
  readonly cooling: Cooling;
  /** Share of the heat that goes into liquid, 0 to 1. */
  readonly liquidShare?: number;
  readonly weightKg?: number;
  /** Power supplies, and how many of them may fail: `4+4`. */
  readonly powerSupplies?: string;
  /** Ports of one node, by network. */
  readonly ports: ServerPorts;
  readonly vcpusPerNode?: number;
  readonly memoryGibPerNode?: number;
  readonly localNvmeGbPerNode?: number;
  readonly cpuArchitecture: string;
  readonly source: string;
  readonly notes?: string;
}

/** Ports of one node. A speed is Gbit/s of one port. */
export interface ServerPorts {
  readonly compute: number;
  readonly computeGbps: number;
  readonly frontend: number;
  readonly frontendGbps: number;
  readonly storage: number;
  readonly storageGbps: number;
  readonly outOfBand: number;
}

/** A row of catalog/data/racks.csv. */
export interface RackType {
  /** Name in blueprints and in NetBox: `eia-48u`. */
  readonly id: string;
  readonly model: string;
  /** 19 or 21. */
  readonly widthInch: number;
  readonly heightU: number;
  /** What may stand in it, at rest. */
  readonly maximumLoadKg?: number;
  readonly source: string;
  readonly notes?: string;
}

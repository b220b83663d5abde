import type { Finding } from '../blueprints/language/finding';
import type { Accelerator } from './accelerators';
import type { BreakerRating, Climate, ConversionLosses, TransformerType } from './electrical';
import type { InstanceType } from './instances';
import type { Optic } from './optics';
import type { Region } from './regions';
import { asInstance, HALL } from './server-instances';
import type { RackType, ServerType } from './servers';
import type { SwitchModel } from './switches';

/** What a catalog is made of. */
export interface CatalogProps {
  readonly accelerators: Accelerator[];
  readonly instances: InstanceType[];
  readonly regions: Region[];
  /** @default - none */
  readonly servers?: ServerType[];
  /** @default - none */
  readonly racks?: RackType[];
  /** @default - none */
  readonly switches?: SwitchModel[];
  /** @default - none */
  readonly optics?: Optic[];
  /** @default - none */
  readonly transformers?: TransformerType[];
  /** @default - none */
  readonly breakerRatings?: BreakerRating[];
  /** @default - none */
  readonly conversionLosses?: ConversionLosses[];
  /** @default - none */
  readonly climates?: Climate[];
  /** SHA-256 over the names and the normalised text of the files, in hexadecimal. */
  readonly sha256: string;
  /** What is wrong with the files. @default - nothing */
  readonly findings?: Finding[];
}

/** Dated facts, a source a row, indexed for the design. Immutable. */
export class Catalog {
  readonly accelerators: Accelerator[];
  readonly instances: InstanceType[];
  readonly regions: Region[];
  readonly servers: ServerType[];
  readonly racks: RackType[];
  readonly transformers: TransformerType[];
  readonly breakerRatings: BreakerRating[];
  readonly conversionLosses: ConversionLosses[];
  readonly climates: Climate[];
  readonly switches: SwitchModel[];
  readonly optics: Optic[];
  /** SHA-256 over the names and the normalised text of the files, in hexadecimal. */
  readonly sha256: string;
  /** What is wrong with the files: a design from a catalog with errors is refused. */
  readonly findings: Finding[];

  private readonly acceleratorById: Map<string, Accelerator>;
  private readonly instanceByName: Map<string, InstanceType>;
  private readonly instancesByCloud: Map<string, InstanceType[]>;
  private readonly instancesByAccelerator: Map<string, InstanceType[]>;

  constructor(props: CatalogProps) {
    this.accelerators = props.accelerators;
    this.instances = props.instances;
    this.regions = props.regions;
    this.servers = props.servers ?? [];
    this.racks = props.racks ?? [];
    this.transformers = props.transformers ?? [];
    this.breakerRatings = props.breakerRatings ?? [];
    this.conversionLosses = props.conversionLosses ?? [];
    this.climates = props.climates ?? [];
    this.switches = props.switches ?? [];
    this.optics = props.optics ?? [];
    this.sha256 = props.sha256;
    this.findings = props.findings ?? [];
    this.acceleratorById = new Map(props.accelerators.map((accelerator) => [accelerator.id, accelerator]));
    this.instanceByName = new Map(
      props.instances.map((instance) => [key(instance.cloud, instance.instanceType), instance]),
    );
    this.instancesByCloud = groupBy(props.instances, (instance) => instance.cloud);
    this.instancesByAccelerator = groupBy(props.instances, (instance) => instance.acceleratorId ?? '');
  }

  /** @returns undefined when no row has the id. */
  accelerator(id: string): Accelerator | undefined {
    return this.acceleratorById.get(id);
  }

  /** @returns undefined when the cloud has no such type in the catalog. */
  instance(cloud: string, instanceType: string): InstanceType | undefined {
    return this.instanceByName.get(key(cloud, instanceType));
  }

  /** Every instance type of a cloud, in the order of the file. */
  instancesOf(cloud: string): InstanceType[] {
    return this.instancesByCloud.get(cloud) ?? [];
  }

  /** Every instance type of any cloud that holds the accelerator, in the order of the file. */
  instancesWith(acceleratorId: string): InstanceType[] {
    return this.instancesByAccelerator.get(acceleratorId) ?? [];
  }

  /** This catalog and servers that a blueprint describes; a server of its own goes before a row with the same id. */
  withServers(servers: ServerType[]): Catalog {
    if (servers.length === 0) return this;
    const named = new Set(servers.map(({ id }) => id));
    const kept = this.instances.filter(({ cloud, instanceType }) => cloud !== HALL || !named.has(instanceType));
    return new Catalog({
      ...this,
      instances: [...kept, ...servers.map(asInstance)],
      servers: [...this.servers.filter(({ id }) => !named.has(id)), ...servers],
    });
  }

  /** @returns undefined when no row has the id. */
  server(id: string): ServerType | undefined {
    return this.servers.find((server) => server.id === id);
  }

  /** @returns undefined when no row has the id. */
  rack(id: string): RackType | undefined {
    return this.racks.find((rack) => rack.id === id);
  }

  /** @returns undefined when no row has the id. */
  switchModel(id: string): SwitchModel | undefined {
    return this.switches.find((each) => each.id === id);
  }

  /** Every region of a cloud, in the order of the file. */
  regionsOf(cloud: string): Region[] {
    return this.regions.filter((region) => region.cloud === cloud);
  }
}

function key(cloud: string, name: string): string {
  return `${cloud}\n${name}`;
}

function groupBy(rows: InstanceType[], keyOf: (row: InstanceType) => string): Map<string, InstanceType[]> {
  const groups = new Map<string, InstanceType[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) {
      groups.set(keyOf(row), [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}

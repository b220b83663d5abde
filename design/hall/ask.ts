import type { ByLoadClassDocument, SiteDocument } from '../../blueprints/language/document';
import type { Path } from '../../blueprints/language/finding';
import { Cooling, ServerForm, type ServerType } from '../../catalog';
import {
  DistributionVoltage,
  ElectricalCode,
  type ElectricalOptions,
  HeatRejection,
  Redundancy,
  RowDistribution,
} from '../electrical';
import { FabricLayout, FabricTechnology } from '../fabric';
import type { Units } from '../units';
import { LoadClass } from './seams';

/** What a blueprint says of an owned hall, with units settled and the hall's own defaults filled in. */
export interface HallAsk {
  readonly path: Path;
  readonly floor: { readonly halls?: number; readonly rowsPerHall: number; readonly racksPerRow: number };
  /** Id of climates.csv. */
  readonly climate?: string;
  readonly racks: {
    readonly type: string;
    readonly envelopeKw?: number;
    readonly airKw: number;
    readonly maximumLoadKg?: number;
    readonly reservedU: number;
    readonly retired: number[];
    readonly firstRows: { readonly [pool: string]: number };
  };
  /** Servers that the blueprint describes itself. */
  readonly servers: ServerType[];
  readonly fabric: HallFabricAsk;
  readonly power: ElectricalOptions;
  /** Indices of racks that take power from one side only. */
  readonly singleCorded: number[];
}

export interface HallFabricAsk {
  readonly technology: FabricTechnology;
  readonly layout: FabricLayout;
  readonly oversubscription: number;
  readonly leaf?: string;
  readonly spine?: string;
  readonly core?: string;
  readonly serversPerUnit?: number;
  readonly frontend: SideNetworkAsk;
  readonly storage: SideNetworkAsk;
  readonly outOfBand: SideNetworkAsk;
  readonly addresses: { readonly links?: string; readonly loopbacks?: string; readonly outOfBand?: string };
  readonly asnBase?: number;
}

export interface SideNetworkAsk {
  readonly leaf?: string;
  readonly oversubscription?: number;
}

/** Engineering defaults of a hall; each is printed where it was used. */
export const HALL_DEFAULTS = {
  rowsPerHall: 20,
  racksPerRow: 20,
  rackType: 'eia-48u',
  /** Practical end of air cooling (press and vendor pages, 40 to 50 kW a rack; read 2026-11-25). */
  airKw: 50,
  reservedU: 4,
} as const;

/** The paths of what only an owned hall understands: sections of its own, and all of its power but the allotment. */
export function hallKeys(site: SiteDocument, path: Path): Path[] {
  const sections = (['facility', 'racks', 'fabric'] as const).filter((key) => site[key] !== undefined);
  const power = Object.keys(site.power ?? {}).filter((key) => key !== 'allotment');
  return [...sections.map((key) => [...path, key]), ...power.map((key) => [...path, 'power', key])];
}

/** Settles the units of the sections `facility`, `racks`, `fabric` and `power`. */
export function hallAsk(site: SiteDocument, path: Path, units: Units): HallAsk {
  const { facility = {}, racks = {}, fabric = {}, power = {} } = site;
  const at = (...steps: string[]): Path => [...path, ...steps];
  return {
    path,
    floor: {
      ...(facility.halls === undefined ? {} : { halls: facility.halls }),
      rowsPerHall: facility.rowsPerHall ?? HALL_DEFAULTS.rowsPerHall,
      racksPerRow: facility.racksPerRow ?? HALL_DEFAULTS.racksPerRow,
    },
    climate: facility.climate,
    racks: {
      type: racks.type ?? HALL_DEFAULTS.rackType,
      envelopeKw: units.power(racks.power, at('racks', 'power')),
      airKw: units.power(racks.airCooling, at('racks', 'airCooling')) ?? HALL_DEFAULTS.airKw,
      maximumLoadKg: units.weight(racks.maximumLoad, at('racks', 'maximumLoad')),
      reservedU: racks.reservedUnits ?? HALL_DEFAULTS.reservedU,
      retired: [...(racks.retired ?? [])],
      firstRows: racks.firstRows ?? {},
    },
    servers: customServers(site, path, units),
    fabric: {
      technology:
        units.word(fabric.technology, WIRED, FabricTechnology.ROCE, at('fabric', 'technology')) ??
        FabricTechnology.ROCE,
      layout:
        units.word(fabric.layout, FabricLayout, FabricLayout.RAIL_OPTIMIZED, at('fabric', 'layout')) ??
        FabricLayout.RAIL_OPTIMIZED,
      oversubscription: fabric.oversubscription ?? 1,
      leaf: fabric.leaf,
      spine: fabric.spine,
      core: fabric.core,
      serversPerUnit: fabric.serversPerUnit,
      frontend: fabric.frontend ?? {},
      storage: fabric.storage ?? {},
      outOfBand: fabric.outOfBand ?? {},
      addresses: fabric.addresses ?? {},
      asnBase: fabric.asnBase,
    },
    power: powerOptions(power, at('power'), units),
    singleCorded: [...(power.singleCorded ?? [])],
  };
}

/** What accelerators may be joined by. */
const WIRED = {
  ROCE: FabricTechnology.ROCE,
  ULTRA_ETHERNET: FabricTechnology.ULTRA_ETHERNET,
  INFINIBAND: FabricTechnology.INFINIBAND,
};

function powerOptions(power: SiteDocument['power'] & object, path: Path, units: Units): ElectricalOptions {
  const at = (...steps: string[]): Path => [...path, ...steps];
  const { interconnect } = power;
  return defined<ElectricalOptions>({
    code: word(power.code, ElectricalCode, at('code'), units),
    redundancy: byClass(power.redundancy, (text, where) => word(text, Redundancy, at('redundancy', where), units)),
    autonomyMinutes: byClass(power.autonomy, (text, where) => units.duration(text, at('autonomy', where))),
    generators: generatorsOf(power.generators),
    distribution: word(power.distribution, DistributionVoltage, at('distribution'), units),
    row: word(power.row, RowDistribution, at('row'), units),
    powerFactor: power.powerFactor,
    transformerKva: units.apparentPower(power.transformer, at('transformer')),
    upsModuleKw: units.power(power.ups, at('ups')),
    generatorKw: units.power(power.generator, at('generator')),
    peakFactor: power.peakFactor,
    cooling:
      power.cooling === undefined ? undefined : { rejection: word(power.cooling, HeatRejection, at('cooling'), units) },
    interconnect:
      interconnect === undefined
        ? undefined
        : defined({
            limitKw: units.power(interconnect.limit, at('interconnect', 'limit')),
            services: interconnect.services,
            rampLimitMwPerMin: units.powerRamp(interconnect.rampLimit, at('interconnect', 'rampLimit')),
            minimumPowerFactor: interconnect.minimumPowerFactor,
          }),
  });
}

function word<T extends string>(
  text: string | undefined,
  words: Record<string, T>,
  path: Path,
  units: Units,
): T | undefined {
  return text === undefined ? undefined : units.word(text, words, undefined, path);
}

/** Named classes only: the others keep their defaults. */
function byClass<T>(
  document: ByLoadClassDocument | undefined,
  read: (text: string, loadClass: string) => T | undefined,
): { [loadClass in LoadClass]?: T } | undefined {
  if (document === undefined) return undefined;
  const all = Object.values(LoadClass).flatMap((loadClass) => {
    const text = document[loadClass];
    const value = text === undefined ? undefined : read(text, loadClass);
    return value === undefined ? [] : [[loadClass, value] as const];
  });
  return Object.fromEntries(all) as { [loadClass in LoadClass]?: T };
}

function generatorsOf(classes: readonly string[] | undefined): { [loadClass in LoadClass]: boolean } | undefined {
  if (classes === undefined) return undefined;
  const all = Object.values(LoadClass).map((loadClass) => [loadClass, classes.includes(loadClass)] as const);
  return Object.fromEntries(all) as { [loadClass in LoadClass]: boolean };
}

function customServers({ racks }: SiteDocument, path: Path, units: Units): ServerType[] {
  return Object.entries(racks?.servers ?? {})
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, server]) => {
      const at = (key: string): Path => [...path, 'racks', 'servers', id, key];
      return defined<ServerType>({
        id,
        vendor: server.vendor ?? 'custom',
        model: id,
        acceleratorId: server.accelerator,
        form: ServerForm.SERVER,
        nodes: 1,
        acceleratorsPerNode: server.accelerators,
        scaleUpDomain: server.accelerators,
        heightU: server.height,
        widthInch: 19,
        typicalKw: units.power(server.typicalPower, at('typicalPower')),
        maximumKw: units.power(server.power, at('power')),
        powerBasis: 'stated in the blueprint',
        cooling: (server.liquidShare ?? 0) > 0 ? Cooling.LIQUID : Cooling.AIR,
        liquidShare: server.liquidShare,
        weightKg: units.weight(server.weight, at('weight')),
        ports: {
          compute: server.computePorts ?? server.accelerators,
          computeGbps: server.computeGbps ?? 400,
          frontend: server.frontendPorts ?? 2,
          frontendGbps: server.frontendGbps ?? 100,
          storage: server.storagePorts ?? 2,
          storageGbps: server.storageGbps ?? 200,
          outOfBand: 1,
        },
        cpuArchitecture: 'x86_64',
        source: 'the blueprint',
      });
    });
}

/** Without the members that are undefined: an option that is not there keeps its default. */
function defined<T extends object>(object: { [key in keyof T]: T[key] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

import type { ConversionLosses, TransformerType } from '../../catalog/electrical';
import { TransformerUse } from '../../catalog/electrical';
import { LoadClass } from '../hall/seams';
import { ASSUMED } from './defaults';
import {
  type BatteryOptions,
  type ByLoadClass,
  type ClimateOptions,
  type CoolingOptions,
  DistributionVoltage,
  type ElectricalAsk,
  type InterconnectOptions,
  RowDistribution,
  type TransientsOptions,
} from './options';
import type { Redundancy, Scheme } from './schemes';
import { type CircuitVoltage, ElectricalCode, kilowatts, Phase, ratingsOf, type SizingRules } from './sizing';
import { largestSystem, type SystemRules } from './system-sizing';

/** The options with every default filled in. */
export interface Settled {
  readonly code: ElectricalCode;
  readonly redundancy: ByLoadClass<Redundancy>;
  readonly autonomyMinutes: ByLoadClass<number>;
  readonly generators: ByLoadClass<boolean>;
  readonly distribution: DistributionVoltage;
  readonly voltage: CircuitVoltage;
  readonly powerFactor: number;
  readonly row: RowDistribution;
  readonly panelAmps: number;
  readonly positionsPerPanel?: number;
  readonly feedsPerSide: number;
  readonly feedAmps?: number;
  readonly upsModuleKw: number;
  readonly transformerKva: number;
  readonly transformerImpedancePercent: number;
  readonly generatorKw: number;
  readonly blockKw: number;
  readonly transformerLoading: number;
  readonly feederRules: SizingRules;
  readonly switchgearRules: SizingRules;
  readonly upsLosses: ConversionLosses;
  readonly rectifierLosses: ConversionLosses;
  readonly distributionLoss: number;
  readonly battery: BatteryOptions;
  readonly peakFactor: number;
  readonly rackEnvelopeKw?: number;
  readonly positionsPerRow?: number;
  readonly rowsPerHall?: number;
  readonly blocksPerReserve: number;
  readonly interconnect: InterconnectOptions & { readonly services: number };
  readonly mediumKv?: number;
  readonly mediumBusAmps: number;
  readonly gridTransformerKva: number;
  readonly switchgearKa: number;
  readonly climate?: ClimateOptions;
  readonly cooling: CoolingOptions;
  readonly transients: TransientsOptions;
  readonly distributionTransformers: TransformerType[];
  readonly gridTransformers: TransformerType[];
}

const VOLTAGES: { readonly [voltage in DistributionVoltage]: CircuitVoltage } = {
  [DistributionVoltage.AC_415_240]: { volts: 415, phase: Phase.THREE },
  [DistributionVoltage.AC_480_277]: { volts: 480, phase: Phase.THREE },
  [DistributionVoltage.AC_400_230]: { volts: 400, phase: Phase.THREE },
  [DistributionVoltage.DC_800]: { volts: 800, phase: Phase.DIRECT_CURRENT },
};

/** Whether power becomes direct current before the row. */
export function isDirectCurrent({ voltage }: Pick<Settled, 'voltage'>): boolean {
  return voltage.phase === Phase.DIRECT_CURRENT;
}

/** Fills the defaults in. Every number is checked before; the rows of the catalog are looked up here. */
export function settle({ options = {}, catalog }: ElectricalAsk): Settled {
  const code = options.code ?? ElectricalCode.NEC;
  const nec = code === ElectricalCode.NEC;
  const row = options.row ?? RowDistribution.BUSWAY;
  const distribution = options.distribution ?? (nec ? DistributionVoltage.AC_415_240 : DistributionVoltage.AC_400_230);
  const powerFactor = options.powerFactor ?? ASSUMED.powerFactor;
  const transformerKva = options.transformerKva ?? ASSUMED.transformerKva;
  const transformerLoading = options.transformerLoading ?? ASSUMED.transformerLoading;
  const ratings = ratingsOf(code, catalog.breakerRatings);
  const rules = (utilisation: number): SizingRules => ({ code, ratings, utilisation, derating: options.derating ?? 1 });
  const losses = (id: string) => catalog.conversionLosses.find((each) => each.id === id)!;
  const settled = {
    code,
    redundancy: { ...ASSUMED.redundancy, ...options.redundancy },
    autonomyMinutes: { ...ASSUMED.autonomyMinutes, ...options.autonomyMinutes },
    generators: { ...ASSUMED.generators, ...options.generators },
    distribution,
    voltage: VOLTAGES[distribution],
    powerFactor,
    row,
    panelAmps: options.panelAmps ?? (row === RowDistribution.PANEL ? 400 : nec ? 1200 : 1250),
    positionsPerPanel: options.positionsPerPanel,
    feedsPerSide: options.feedsPerSide ?? 1,
    feedAmps: options.feedAmps,
    upsModuleKw: options.upsModuleKw ?? ASSUMED.upsModuleKw,
    transformerKva,
    transformerImpedancePercent: options.transformerImpedancePercent ?? ASSUMED.transformerImpedancePercent,
    generatorKw: options.generatorKw ?? ASSUMED.generatorKw,
    transformerLoading,
    feederRules: rules(options.maximumUtilisation ?? (nec ? 0.8 : 1)),
    switchgearRules: rules(options.switchgearUtilisation ?? 1),
    upsLosses: losses(options.upsLosses ?? ASSUMED.upsLosses),
    rectifierLosses: losses(options.rectifierLosses ?? ASSUMED.rectifierLosses),
    distributionLoss: options.distributionLoss ?? ASSUMED.distributionLoss,
    battery: { ...ASSUMED.battery, ...options.battery },
    peakFactor: options.peakFactor ?? ASSUMED.peakFactor,
    rackEnvelopeKw: options.rackEnvelopeKw,
    positionsPerRow: options.positionsPerRow,
    rowsPerHall: options.rowsPerHall,
    blocksPerReserve: options.blocksPerReserve ?? ASSUMED.blocksPerReserve,
    interconnect: { ...options.interconnect, services: options.interconnect?.services ?? 1 },
    mediumKv: options.mediumKv,
    mediumBusAmps: options.mediumBusAmps ?? ASSUMED.mediumBusAmps,
    gridTransformerKva: options.gridTransformerKva ?? ASSUMED.gridTransformerKva,
    switchgearKa: options.switchgearKa ?? (nec ? ASSUMED.switchgearKa : ASSUMED.switchgearKaIec),
    climate: options.climate,
    cooling: { ...ASSUMED.cooling, ...options.cooling },
    transients: { ...ASSUMED.transients, ...options.transients },
    distributionTransformers: catalog.transformers.filter((each) => each.use === TransformerUse.DISTRIBUTION),
    gridTransformers: catalog.transformers.filter((each) => each.use === TransformerUse.GRID && (each.lvKv ?? 0) < 50),
  };
  return { ...settled, blockKw: options.blockKw ?? defaultBlockKw(settled) };
}

/** What a transformer and the largest low-voltage bus carry to the racks, with a spare converter idling between. */
function defaultBlockKw(settled: Omit<Settled, 'blockKw'>): number {
  const { transformerKva, transformerLoading, powerFactor, switchgearRules, voltage, distributionLoss, upsModuleKw } =
    settled;
  const atTransformer = transformerKva * powerFactor * transformerLoading;
  const largest = (switchgearRules.ratings.at(-1) ?? 0) * switchgearRules.utilisation * switchgearRules.derating;
  const atBus = kilowatts(largest, voltage, powerFactor);
  const losses = isDirectCurrent(settled) ? settled.rectifierLosses : settled.upsLosses;
  return largestSystem(Math.min(atTransformer, atBus), { distributionLoss, upsModuleKw, losses, spareModules: 1 });
}

/** Losses of the conversion before a load class. Undefined: neither UPS nor rectifiers stand there. */
export function conversionOf(loadClass: LoadClass, settled: Settled): ConversionLosses | undefined {
  if (isDirectCurrent(settled)) return settled.rectifierLosses;
  return settled.autonomyMinutes[loadClass] > 0 ? settled.upsLosses : undefined;
}

/** How the systems of a block are sized. */
export function systemRules(
  { loadClass, scheme }: { readonly loadClass: LoadClass; readonly scheme: Scheme },
  settled: Settled,
): SystemRules {
  const { distributionLoss, upsModuleKw } = settled;
  return { distributionLoss, upsModuleKw, losses: conversionOf(loadClass, settled), spareModules: scheme.spareModules };
}

/** Load classes in the order of the harm that darkness does. */
export const LOAD_CLASSES = [LoadClass.CRITICAL, LoadClass.CHECKPOINTABLE, LoadClass.DEFERRABLE];

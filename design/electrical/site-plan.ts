import type { RackLoad } from '../hall/seams';
import { type CoolingPoint, coolingAt, type Heat } from './cooling';
import { HIGH_VOLTAGE_FROM_KW, MEDIUM_KV, SERVICE_KV } from './defaults';
import type { Block } from './floor';
import { HeatRejection } from './options';
import { isDirectCurrent, type Settled } from './settled';
import { ElectricalCode, kilowatts, Phase } from './sizing';

/** Halls that share medium-voltage switchgear. */
export interface Substation {
  /** From 1. */
  readonly number: number;
  readonly blocks: Block[];
  readonly heat: Heat;
  readonly mechanicalKw: number;
  /** kW that each lettered system carries at medium voltage at worst, and the part of it behind generators. */
  readonly letterKw: number[];
  readonly essentialKw: number[];
  /** All of the essential load, with its cooling. */
  readonly generatorLoadKw: number;
}

/** The site above its blocks. */
export interface SitePlan {
  readonly substations: Substation[];
  /** Lettered systems at medium voltage. */
  readonly letters: number;
  readonly mediumKv: number;
  readonly serviceKv: number;
  readonly mediumLimitKw: number;
  /** A class has generators, and cooling with it. */
  readonly essential: boolean;
}

/** Facility over racks at the peak, for dividing the site only. */
const NOMINAL_OVERHEAD = 1.3;

/** Divides the site into substations and sizes what each carries at worst; the failures check it afterwards. */
export function planSite(loads: RackLoad[], blocks: Block[], envelopeKw: number, settled: Settled): SitePlan {
  const positions = settled.positionsPerRow ?? most(loads, (load) => load.rack.position);
  const rows = settled.rowsPerHall ?? most(loads, (load) => load.rack.row);
  const hallKw = positions * rows * envelopeKw * NOMINAL_OVERHEAD;
  const mediumKv = settled.mediumKv ?? leastMedium(hallKw, settled);
  const mediumLimitKw = mediumKw(mediumKv, settled);
  const halls = Math.max(1, Math.floor(mediumLimitKw / hallKw + 1e-9));
  const letters = Math.max(1, ...blocks.map(({ scheme }) => (scheme.reserve ? 2 : scheme.systems)));
  const essential = blocks.some(({ loadClass }) => settled.generators[loadClass]);
  const numbers = new Map<number, Block[]>();
  for (const block of blocks) {
    const number = Math.ceil(block.hall / halls);
    const known = numbers.get(number);
    if (known === undefined) numbers.set(number, [block]);
    else known.push(block);
  }
  const substations = [...numbers]
    .sort(([one], [other]) => one - other)
    .map(([number, members]) => planSubstation(number, members, letters, essential, settled));
  const nominalKw = most(loads, (load) => load.rack.hall) * hallKw;
  const high = nominalKw >= HIGH_VOLTAGE_FROM_KW ? SERVICE_KV[settled.code] : mediumKv;
  return {
    substations,
    letters,
    mediumKv,
    serviceKv: settled.interconnect.serviceKv ?? high,
    mediumLimitKw,
    essential,
  };
}

function planSubstation(
  number: number,
  blocks: Block[],
  letters: number,
  essential: boolean,
  settled: Settled,
): Substation {
  const heat = heatOf(blocks, settled);
  const rackKw = sum(blocks.flatMap((block) => block.cells.map((cell) => cell.peakKw)));
  const mechanicalKw = hottest(heat, settled).electricKw + settled.cooling.houseShare * rackKw;
  const letterKw = new Array<number>(letters).fill(mechanicalKw);
  const essentialKw = new Array<number>(letters).fill(essential ? mechanicalKw : 0);
  let generatorLoadKw = essential ? mechanicalKw : 0;
  for (const block of blocks) {
    const factor = 1 + lossShare(block, settled);
    block.systemKw.forEach((kw, system) => {
      const letter = letterOfSystem(block, system, letters);
      letterKw[letter]! += kw * factor;
      if (settled.generators[block.loadClass]) essentialKw[letter]! += kw * factor;
    });
    if (settled.generators[block.loadClass]) generatorLoadKw += sum(block.cells.map((cell) => cell.peakKw)) * factor;
  }
  return { number, blocks, heat, mechanicalKw, letterKw, essentialKw, generatorLoadKw };
}

/** Blocks with one system alternate over the letters, so that a medium-voltage bus takes half of them at most. */
export function letterOfSystem(block: Block, system: number, letters: number): number {
  return block.scheme.systems === 1 ? (block.number - 1) % letters : system;
}

/** Losses between racks and medium voltage at full load, by kW at the racks. */
function lossShare(block: Block, settled: Settled): number {
  const { loadKw, noLoadKw } = transformerShare(settled);
  return settled.distributionLoss + conversionShare(block, settled) + loadKw + noLoadKw * 2;
}

function conversionShare({ loadClass }: Block, settled: Settled): number {
  const losses = isDirectCurrent(settled) ? settled.rectifierLosses : settled.upsLosses;
  const none = !isDirectCurrent(settled) && settled.autonomyMinutes[loadClass] === 0;
  return none ? 0 : losses.noLoad * 2 + losses.proportional + losses.square;
}

/** The highest losses by rating among the known distribution transformers. */
function transformerShare({ distributionTransformers }: Settled) {
  const share = (kw: number | undefined, kva: number) => (kw ?? 0) / kva;
  return {
    noLoadKw: Math.max(...distributionTransformers.map((each) => share(each.noLoadLossKw, each.ratedKva))),
    loadKw: Math.max(...distributionTransformers.map((each) => share(each.loadLossKw, each.ratedKva))),
  };
}

/** Heat at the peak: liquid's share of the racks; air takes the rest, and what conversion and distribution lose indoors. */
function heatOf(blocks: Block[], settled: Settled): Heat {
  let liquidKw = 0;
  let airKw = 0;
  for (const block of blocks) {
    const indoors = settled.distributionLoss + conversionShare(block, settled);
    for (const { peakKw, liquidShare } of block.cells.flatMap((cell) => cell.racks)) {
      liquidKw += peakKw * liquidShare;
      airKw += peakKw * (1 - liquidShare + indoors);
    }
  }
  return { liquidKw, airKw };
}

/** The temperature that the plant is sized for: the hottest of the climate, or the assumed one. */
export function hottestC({ climate, cooling }: Settled): number {
  const evaporative = cooling.rejection === HeatRejection.EVAPORATIVE;
  const hours = evaporative ? climate?.wetBulbHours : climate?.hours;
  const temperatures = (hours ?? []).filter((bin) => bin.hours > 0).map((bin) => bin.temperatureC);
  return temperatures.length === 0 ? cooling.designC : Math.max(...temperatures);
}

export function hottest(heat: Heat, settled: Settled): CoolingPoint {
  return coolingAt(hottestC(settled), heat, settled.cooling);
}

function mediumKw(kv: number, { mediumBusAmps, powerFactor, switchgearRules }: Settled): number {
  const amps = mediumBusAmps * switchgearRules.utilisation;
  return kilowatts(amps, { volts: kv * 1000, phase: Phase.THREE }, powerFactor);
}

function leastMedium(hallKw: number, settled: Settled): number {
  const voltages = MEDIUM_KV[settled.code === ElectricalCode.NEC ? 'NEC' : 'IEC'];
  return voltages.find((kv) => mediumKw(kv, settled) >= hallKw) ?? voltages.at(-1)!;
}

function most(loads: RackLoad[], of: (load: RackLoad) => number): number {
  return loads.reduce((largest, load) => Math.max(largest, of(load)), 1);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

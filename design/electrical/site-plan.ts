import type { RackLoad } from '../hall/seams';
import { type CoolingPoint, coolingAt, type Heat } from './cooling';
import { HIGH_VOLTAGE_FROM_KW, MEDIUM_KV, SERVICE_KV } from './defaults';
import type { Block } from './floor';
import { HeatRejection } from './options';
import { conversionOf, type Settled, systemRules } from './settled';
import { ElectricalCode, kilowatts, Phase } from './sizing';
import { sizeSystem } from './system-sizing';
import { chooseTransformer } from './transformer';

/** Halls that share medium-voltage switchgear. */
export interface Substation {
  /** From 1. */
  readonly number: number;
  readonly groups: BlockGroup[];
  readonly heat: Heat;
  readonly mechanicalKw: number;
  /** kW that each lettered system carries at medium voltage at worst, and the part of it behind generators. */
  readonly letterKw: number[];
  readonly essentialKw: number[];
  /** All of the essential load, with its cooling. */
  readonly generatorLoadKw: number;
}

/** Blocks that share a reserve system; every block by itself without one. */
export interface BlockGroup {
  readonly blocks: Block[];
  /** Name of the reserve, and the lettered bus that it hangs on. */
  readonly reserve?: string;
  readonly reserveLetter?: number;
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

/** Racks with the losses of their chain and the house, over racks alone, for dividing the site only. */
const NOMINAL_CHAIN = 1.15;

/** Divides the site into substations and sizes what each carries at worst; the failures check it afterwards. */
export function planSite(loads: RackLoad[], blocks: Block[], envelopeKw: number, settled: Settled): SitePlan {
  const positions = Math.max(
    settled.positionsPerRow ?? 0,
    most(loads, (load) => load.rack.position),
  );
  const rows = settled.rowsPerHall ?? most(loads, (load) => load.rack.row);
  const hallKw = positions * rows * envelopeKw * nominalOverhead(settled);
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
  const mechanicalInputKw = mechanicalInput(mechanicalKw, settled);
  const letterKw = new Array<number>(letters).fill(mechanicalInputKw);
  const essentialKw = new Array<number>(letters).fill(essential ? mechanicalInputKw : 0);
  let generatorLoadKw = essential ? mechanicalInputKw * Math.min(2, letters) : 0;
  const groups = groupsOf(blocks, letters, settled);
  const load = (block: Block, letter: number, kw: number) => {
    const input = systemInput(block, kw, settled);
    letterKw[letter]! += input;
    if (!settled.generators[block.loadClass]) return;
    essentialKw[letter]! += input;
  };
  for (const { blocks: members, reserveLetter } of groups) {
    for (const block of members) {
      block.systemKw.forEach((kw, system) => {
        load(block, letterOfSystem(block, system, letters), kw);
      });
      if (settled.generators[block.loadClass]) generatorLoadKw += blockInput(block, settled);
    }
    if (reserveLetter === undefined) continue;
    const largest = members.reduce((most, block) => (block.systemKw[0]! > most.systemKw[0]! ? block : most));
    load(largest, reserveLetter, largest.systemKw[0]!);
    if (settled.generators[largest.loadClass]) generatorLoadKw += systemInput(largest, 0, settled);
  }
  return { number, groups, heat, mechanicalKw, letterKw, essentialKw, generatorLoadKw };
}

/** Blocks that share a reserve system; every block by itself without one. */
function groupsOf(blocks: Block[], letters: number, { blocksPerReserve }: Settled): BlockGroup[] {
  const groups: BlockGroup[] = [];
  const reserves = new Map<string, BlockGroup>();
  for (const block of blocks) {
    const reserve = `h${block.hall}-${block.loadClass}-reserve-${Math.ceil(block.number / blocksPerReserve)}`;
    const known = block.scheme.reserve ? reserves.get(reserve) : undefined;
    if (known !== undefined) {
      known.blocks.push(block);
      continue;
    }
    const reserveLetter = (letterOfSystem(block, 0, letters) + 1) % letters;
    const group = block.scheme.reserve ? { blocks: [block], reserve, reserveLetter } : { blocks: [block] };
    groups.push(group);
    if (block.scheme.reserve) reserves.set(reserve, group);
  }
  return groups;
}

/** kW at medium voltage for kW at the racks of one system: the losses of its equipment, idle modules and spares among it. */
function systemInput(block: Block, kw: number, settled: Settled): number {
  const { transformerKva, powerFactor } = settled;
  const { lowKw } = sizeSystem(kw, systemRules(block, settled));
  const { noLoadKw, loadKw } = unitLosses(settled);
  return lowKw + (1 + block.scheme.spareModules) * noLoadKw + loadKw * (lowKw / (transformerKva * powerFactor)) ** 2;
}

/** The same for a block with all its systems in service. */
function blockInput(block: Block, settled: Settled): number {
  const kw = sum(block.cells.map((cell) => cell.peakKw));
  const idle = systemInput(block, 0, settled) * (block.scheme.systems - 1);
  const modules = block.systemKw.map((worst) => systemInput(block, worst, settled) - worst);
  return kw + idle + sum(modules);
}

function mechanicalInput(kw: number, settled: Settled): number {
  const { transformerKva, powerFactor, transformerLoading } = settled;
  const { noLoadKw, loadKw } = unitLosses(settled);
  const count = Math.ceil(kw / (transformerKva * powerFactor * transformerLoading)) + 1;
  return kw + count * (noLoadKw + loadKw);
}

function unitLosses({ transformerKva, distributionTransformers, transformerImpedancePercent }: Settled) {
  return chooseTransformer(transformerKva, distributionTransformers, transformerImpedancePercent).losses;
}

/** Blocks with one system alternate over the letters, so that a medium-voltage bus takes half of them at most. */
export function letterOfSystem(block: Block, system: number, letters: number): number {
  return block.scheme.systems === 1 ? (block.number - 1) % letters : system;
}

/** Heat at the peak: liquid's share of the racks; air takes the rest, and what conversion and distribution lose indoors. */
function heatOf(blocks: Block[], settled: Settled): Heat {
  let liquidKw = 0;
  let airKw = 0;
  for (const block of blocks) {
    const losses = conversionOf(block.loadClass, settled);
    const converted = losses === undefined ? 0 : losses.noLoad * 2 + losses.proportional + losses.square;
    const indoors = settled.distributionLoss + converted;
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

/** Facility over racks at the peak, if air carried all heat. */
function nominalOverhead(settled: Settled): number {
  return NOMINAL_CHAIN + hottest({ liquidKw: 0, airKw: 1 }, settled).electricKw;
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

import { LoadClass } from '../hall/seams';
import { HeatRejection } from './options';
import { Redundancy } from './schemes';

/** How an assumption is known. */
export enum AssumptionBasis {
  STATED = 'stated',
  STANDARD = 'standard',
  /** Common practice, from no source that would bind: override it. */
  ENGINEERING_DEFAULT = 'engineering default',
  /** A maker's or the press's figure. */
  CLAIM = 'claim',
}

/** The defaults; `DEFAULT_MARKS` says where each one comes from. */
export const ASSUMED = {
  redundancy: {
    [LoadClass.CRITICAL]: Redundancy.TWO_N,
    [LoadClass.CHECKPOINTABLE]: Redundancy.N_PLUS_1,
    [LoadClass.DEFERRABLE]: Redundancy.N,
  },
  autonomyMinutes: { [LoadClass.CRITICAL]: 5, [LoadClass.CHECKPOINTABLE]: 0, [LoadClass.DEFERRABLE]: 0 },
  generators: { [LoadClass.CRITICAL]: true, [LoadClass.CHECKPOINTABLE]: false, [LoadClass.DEFERRABLE]: false },
  powerFactor: 0.95,
  upsModuleKw: 500,
  transformerKva: 2500,
  transformerImpedancePercent: 5.75,
  transformerLoading: 0.8,
  generatorKw: 2500,
  upsLosses: 'double-conversion',
  rectifierLosses: 'rectifier',
  distributionLoss: 0.01,
  battery: { inverterEfficiency: 0.96, depthOfDischarge: 0.9, endOfLife: 0.8 },
  peakFactor: 1.4,
  blocksPerReserve: 4,
  mediumBusAmps: 3000,
  gridTransformerKva: 63_000,
  switchgearKa: 65,
  switchgearKaIec: 80,
  cooling: {
    rejection: HeatRejection.DRY,
    liquidSupplyC: 40,
    airSupplyC: 20,
    approachK: 8,
    liquidRiseK: 10,
    airRiseK: 8,
    carnotShare: 0.45,
    liquidAuxiliary: 0.025,
    airAuxiliary: 0.06,
    houseShare: 0.01,
    designC: 40,
    cyclesOfConcentration: 4,
  },
  transients: { stepShare: 1, duty: 0.7, periodSeconds: 4 },
} as const;

/** Site load from which the grid serves at high voltage, in kW, and the voltages that are tried. */
export const HIGH_VOLTAGE_FROM_KW = 40_000;
export const SERVICE_KV = { NEC: 138, IEC: 110 };
export const MEDIUM_KV = { NEC: [13.8, 34.5], IEC: [11, 20, 33] };

const DEFAULT = AssumptionBasis.ENGINEERING_DEFAULT;
const STANDARD = AssumptionBasis.STANDARD;

/** What each default stands on. */
export const DEFAULT_MARKS: { readonly [option: string]: readonly [basis: AssumptionBasis, source: string] } = {
  code: [DEFAULT, 'NEC, the code of the sites with most load; state IEC elsewhere'],
  redundancy: [DEFAULT, 'critical 2N, checkpointable N+1, deferrable N'],
  autonomyMinutes: [DEFAULT, 'batteries for critical loads alone: training goes on from a checkpoint'],
  generators: [DEFAULT, 'generators for critical loads alone'],
  distribution: [DEFAULT, '415/240 V under NEC, 400/230 V under IEC'],
  powerFactor: [DEFAULT, 'corrected power supplies at load'],
  row: [DEFAULT, 'busway'],
  panelAmps: [DEFAULT, 'busway 1,200 A (NEC) or 1,250 A (IEC); panel 400 A'],
  feedsPerSide: [DEFAULT, 'one feed a side'],
  upsModuleKw: [DEFAULT, 'common module size'],
  transformerKva: [DEFAULT, 'common unit substation'],
  transformerImpedancePercent: [DEFAULT, 'common impedance of 1,000 to 2,500 kVA units'],
  transformerLoading: [DEFAULT, 'at most 80 % continuous, for life'],
  generatorKw: [DEFAULT, 'common continuous rating'],
  maximumUtilisation: [STANDARD, 'NEC 210.20(A), 215.3: 80 % of standard breakers; IEC 60364: the rated current'],
  switchgearUtilisation: [DEFAULT, 'switchgear breakers rated for 100 %'],
  derating: [DEFAULT, 'none: ambient and grouping are the maker’s and the installer’s'],
  upsLosses: [DEFAULT, 'double conversion, about 96 % from half to full load'],
  rectifierLosses: [DEFAULT, 'about 98 % at full load'],
  distributionLoss: [DEFAULT, '1 % of the rating in busway, panel and feeds at full load'],
  battery: [DEFAULT, 'inverter 96 %, depth of discharge 90 %, end of life 80 %'],
  peakFactor: [
    AssumptionBasis.CLAIM,
    'excursions of up to about 1.4 times steady state are reported (secondary sources)',
  ],
  blocksPerReserve: [DEFAULT, 'one reserve system for four blocks'],
  mediumKv: [DEFAULT, 'least of 13.8 and 34.5 kV (NEC) or 11, 20 and 33 kV (IEC) that carries a hall'],
  mediumBusAmps: [DEFAULT, 'common largest rating of metal-clad switchgear'],
  gridTransformerKva: [DEFAULT, '63 MVA, the largest of the standard types'],
  switchgearKa: [DEFAULT, 'common interrupting rating of low-voltage switchgear: 65 kA (NEC), 80 kA (IEC)'],
  interconnect: [DEFAULT, 'one service, at high voltage from 40 MW: 138 kV (NEC), 110 kV (IEC); no limits known'],
  cooling: [DEFAULT, 'dry coolers, 40 °C water to racks, 20 °C to air handlers, chillers at 45 % of Carnot'],
  transients: [DEFAULT, 'the whole synchronous load at once; duty 0.7, period 4 s'],
};

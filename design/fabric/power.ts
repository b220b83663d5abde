import type { Optic } from '../../catalog/optics';
import type { SwitchModel } from '../../catalog/switches';
import { type Figure, FigureBasis } from '../basis';
import { tidy } from '../figures';

/**
 * W a Tbit/s of a switch with its optics at its peak: the highest ratio among the catalog's rows that have a maximum (Q3400-RA,
 * 7000 W for 115.2 Tbit/s). A limit depends on it, so it errs to the high side.
 */
const PEAK_W_PER_TBPS = 60.8;
/** W a Tbit/s of a switch without optics: the one row with a typical figure (S9321-64E, 913 W for 51.2 Tbit/s). */
const TYPICAL_W_PER_TBPS = 17.9;
/** W of a small switch, whatever it carries: processor, fans, supplies. Engineering default. */
const LEAST_W = 150;
/** W of a module whose row has no figure: the highest of the catalog. */
const MODULE_W = 17;

/** W of a switch with its optics, at its peak. */
export function peakWatts(model: SwitchModel): Figure {
  if (model.maximumW !== undefined) {
    return {
      value: model.maximumW,
      unit: 'W',
      basis: FigureBasis.CATALOG,
      sources: [model.source],
      note: model.powerBasis,
    };
  }
  const value = Math.ceil(Math.max(LEAST_W, terabits(model) * PEAK_W_PER_TBPS));
  const note = `the maximum of ${model.model} is in no source: ${PEAK_W_PER_TBPS} W a Tbit/s, the highest of the catalog, and ${LEAST_W} W at least`;
  return { value, unit: 'W', basis: FigureBasis.ESTIMATE, sources: [model.source], note };
}

/** W of a switch in its daily work. @param modules W of the optics that are lit in it */
export function typicalWatts(model: SwitchModel, modules: number): Figure {
  const peak = peakWatts(model).value!;
  const stated = model.typicalW;
  const bare = stated ?? Math.ceil(Math.max(LEAST_W / 2, terabits(model) * TYPICAL_W_PER_TBPS));
  const rule = stated === undefined ? `${TYPICAL_W_PER_TBPS} W a Tbit/s without optics` : model.powerBasis;
  return {
    value: tidy(Math.min(peak, bare + modules)),
    unit: 'W',
    basis: FigureBasis.ESTIMATE,
    sources: [model.source],
    note: `${model.model}: ${rule}, and the optics at the most that their rows say`,
  };
}

/** W of one module at its most; copper draws next to nothing. */
export function moduleWatts(optic: Optic): number {
  return optic.maximumW ?? (optic.cableType.startsWith('smf') || optic.cableType.startsWith('mmf') ? MODULE_W : 0);
}

function terabits(model: SwitchModel): number {
  return (model.ports * model.gbps + model.uplinkPorts * (model.uplinkGbps ?? 0)) / 1000;
}

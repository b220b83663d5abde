import { type Accelerator, type Catalog, HALL, type InstanceType } from '../catalog';
import { type Figure, FigureBasis } from './basis';
import { cellFigure, tidy, unknownFigure } from './figures';

/** The ratio of a node's power to the TDP of its accelerators, and the row that it comes from. */
interface Overhead {
  readonly factor: number;
  readonly row: InstanceType;
  readonly note: string;
}

/**
 * kW of one node at full load: what the user states, else the catalog's cell, else an estimate, else unknown.
 *
 * The estimate is the accelerators' TDP times the highest ratio seen among the rows that have both figures: a limit
 * depends on it, so it errs to the high side. Estimates and statements are rounded up to a watt.
 */
export function nodePower(
  instance: InstanceType,
  accelerator: Accelerator,
  catalog: Catalog,
  statedKw?: number,
): Figure {
  if (statedKw !== undefined) {
    return {
      value: Math.ceil(tidy(statedKw * 1000)) / 1000,
      unit: 'kW',
      basis: FigureBasis.STATED,
      sources: ['the blueprint'],
      note: 'one node at full load, as stated',
    };
  }
  if (instance.nodePowerKw !== undefined) {
    return cellFigure(instance.nodePowerKw, 'kW', instance.instanceType, [instance.powerBasis ?? instance.source]);
  }
  const overhead = accelerator.tdpWatts === undefined ? undefined : highestOverhead(catalog, instance.cloud === HALL);
  if (accelerator.tdpWatts === undefined || overhead === undefined || instance.acceleratorCount === undefined) {
    return unknownFigure(
      'kW',
      `the catalog has neither the power of ${instance.instanceType} nor the TDP of ${accelerator.id}; state nodePower to close the gap`,
    );
  }
  return {
    value: Math.ceil(accelerator.tdpWatts * instance.acceleratorCount * overhead.factor) / 1000,
    unit: 'kW',
    basis: FigureBasis.ESTIMATE,
    sources: [accelerator.source, overhead.row.powerBasis ?? overhead.row.source],
    note: `estimate: ${instance.acceleratorCount} × ${accelerator.tdpWatts} W TDP × ${overhead.factor.toFixed(3)}; ${overhead.note}`,
  };
}

/** Servers that one buys are compared with such, and what clouds rent with what clouds rent. */
function highestOverhead(catalog: Catalog, owned: boolean): Overhead | undefined {
  let highest: Overhead | undefined;
  for (const row of catalog.instances.filter(({ cloud }) => (cloud === HALL) === owned)) {
    const tdpWatts = row.acceleratorId === undefined ? undefined : catalog.accelerator(row.acceleratorId)?.tdpWatts;
    if (row.nodePowerKw !== undefined && row.acceleratorCount !== undefined && tdpWatts !== undefined) {
      const factor = (row.nodePowerKw * 1000) / (row.acceleratorCount * tdpWatts);
      if (highest === undefined || factor > highest.factor) {
        const note = `the highest ratio among the rows that have both, ${row.instanceType}: ${row.nodePowerKw} kW over ${row.acceleratorCount} × ${tdpWatts} W`;
        highest = { factor, row, note };
      }
    }
  }
  return highest;
}

import { loadCatalog } from '../../../catalog';
import {
  designElectrical,
  type ElectricalDesign,
  type ElectricalOptions,
  type ElectricalResult,
  Redundancy,
} from '../../../design/electrical';
import { LoadClass, type RackLoad } from '../../../design/hall/seams';

export const catalog = loadCatalog();

/** A floor of halls: every slot holds a rack of the class of its row. */
export interface Floor {
  readonly racks: number;
  readonly kw: number;
  readonly racksPerRow?: number;
  readonly rowsPerHall?: number;
  readonly accelerators?: number;
  readonly liquidShare?: number;
  readonly classOf?: (row: number) => LoadClass;
}

export function rackLoads(floor: Floor): RackLoad[] {
  const { racksPerRow = 10, rowsPerHall = 10, classOf = () => LoadClass.CRITICAL } = floor;
  return Array.from({ length: floor.racks }, (_, slot) => {
    const row = Math.floor(slot / racksPerRow);
    const name = `r${String(slot + 1).padStart(4, '0')}`;
    const place = {
      hall: Math.floor(row / rowsPerHall) + 1,
      row: (row % rowsPerHall) + 1,
      position: (slot % racksPerRow) + 1,
    };
    return {
      rack: { index: slot + 1, name, ...place },
      loadClass: classOf(row),
      typicalKw: floor.kw * 0.8,
      peakKw: floor.kw,
      accelerators: floor.accelerators ?? 8,
      liquidShare: floor.liquidShare ?? 0,
    };
  });
}

/** One redundancy for all classes. */
export function everywhere(redundancy: Redundancy): { readonly [each in LoadClass]: Redundancy } {
  return { critical: redundancy, checkpointable: redundancy, deferrable: redundancy };
}

export function result(loads: RackLoad[], options?: ElectricalOptions, singleCorded?: string[]): ElectricalResult {
  return designElectrical({ loads, catalog, options, singleCorded });
}

/** A design that nothing is refused of. */
export function design(loads: RackLoad[], options?: ElectricalOptions): ElectricalDesign {
  const { design: made, findings } = result(loads, options);
  expect(findings).toEqual([]);
  return made!;
}

export const SCHEMES = Object.values(Redundancy);

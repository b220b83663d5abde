import { Redundancy } from '../../../design/electrical';
import { LoadClass } from '../../../design/hall/seams';
import { catalog, everywhere, rackLoads, result } from './halls';

/** CPU-seconds of a campus. @param racks of 10.2 kW with 8 accelerators */
function seconds(racks: number, redundancy: Redundancy): number {
  const floor = { racks, kw: 10.2, racksPerRow: 20, rowsPerHall: 20 };
  const classOf = (row: number) => (row % 10 === 0 ? LoadClass.CRITICAL : LoadClass.CHECKPOINTABLE);
  const loads = rackLoads({ ...floor, classOf });
  const { hours, source } = catalog.climates[0]!;
  const before = process.cpuUsage();
  const { design, findings } = result(loads, { redundancy: everywhere(redundancy), climate: { hours, source } });
  const used = process.cpuUsage(before);
  expect(findings).toEqual([]);
  expect(design?.failures).toHaveLength(design!.equipment.length);
  return (used.user + used.system) / 1e6;
}

// The promise is 5 CPU-seconds; a machine under load may take twice as long.
const PROMISED = 10;

it('100,000 accelerators with every single failure, twice', () => {
  expect(seconds(12_500, Redundancy.TWO_N)).toBeLessThan(PROMISED);
});

it('grows as the racks do', () => {
  seconds(1000, Redundancy.TWO_N);
  const small = seconds(3000, Redundancy.TWO_N);
  const large = seconds(12_000, Redundancy.TWO_N);
  expect(large / small).toBeLessThan(10);
});

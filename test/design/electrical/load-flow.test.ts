import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ElectricalCode, type ElectricalOptions, Redundancy } from '../../../design/electrical';
import { design, everywhere, rackLoads } from './halls';

const script = path.join(__dirname, '../../../tools/compare-load-flow.py');
const PYTHON = process.env['CHECK_PYTHON'] ?? 'python3';
const probe = spawnSync(PYTHON, ['-c', 'import pandapower'], { encoding: 'utf8' });
const there = probe.status === 0;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'load-flow-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The errors that tools/compare-load-flow.py finds. */
function compare(racks: number, kw: number, options: ElectricalOptions) {
  const file = path.join(folder, 'design.json');
  writeFileSync(file, JSON.stringify(design(rackLoads({ racks, kw, racksPerRow: 20, rowsPerHall: 20 }), options)));
  return JSON.parse(execFileSync(PYTHON, [script, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

// docs/power.md states these bounds.
(there ? describe : describe.skip)(
  there ? 'against a load flow' : `against a load flow (skipped: ${PYTHON} cannot import pandapower)`,
  () => {
    test.each([
      ['a hall at medium voltage', 40, 132, { redundancy: everywhere(Redundancy.N_PLUS_1) }],
      ['a campus at high voltage', 600, 132, { redundancy: everywhere(Redundancy.TWO_N) }],
      [
        'a hall under IEC with a stated fault level',
        40,
        132,
        { code: ElectricalCode.IEC, interconnect: { faultMva: 500 } },
      ],
    ])('%s: power within 0.1 %%, losses within 6 %%, loadings within 5 points', (_, racks, kw, options) => {
      const found = compare(racks, kw, options);
      expect(found.transformers).toBeGreaterThan(4);
      expect(Math.abs(found.grid_kw.error_percent)).toBeLessThan(0.1);
      expect(Math.abs(found.transformer_losses_kw.error_percent)).toBeLessThan(6);
      expect(found.loading_error_points.least).toBeGreaterThan(-5);
      expect(found.loading_error_points.most).toBeLessThan(5);
      expect(found.single_loss_error_percent.least).toBeGreaterThan(-10);
      expect(found.single_loss_error_percent.most).toBeLessThan(10);
    });

    test('fault currents under IEC are those of IEC 60909 within 2 %', () => {
      const found = compare(40, 132, { code: ElectricalCode.IEC, interconnect: { faultMva: 500 } });
      expect(Math.abs(found.fault_error_percent.most)).toBeLessThan(2);
    });
  },
);

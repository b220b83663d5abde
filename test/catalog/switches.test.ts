import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../blueprints/language/finding';
import { loadCatalog, SonicSupport } from '../../catalog';
import { readSwitches } from '../../catalog/read-switches';

const data = join(__dirname, '..', '..', 'catalog', 'data');
const catalog = loadCatalog();

it('holds switches of many vendors, and optics, each with its source', () => {
  expect(catalog.findings).toEqual([]);
  expect(new Set(catalog.switches.map((row) => row.vendor)).size).toBeGreaterThanOrEqual(9);
  expect(catalog.switches.filter((row) => row.sonic !== SonicSupport.NO).length).toBeGreaterThanOrEqual(10);
  for (const row of [...catalog.switches, ...catalog.optics]) {
    expect(row.source).toMatch(/\(.*20\d\d.*\)|IEEE/);
  }
  expect(catalog.switchModel('q3400-ra')).toMatchObject({ ports: 144, cages: 72, typicalW: undefined });
  expect(catalog.switchModel('nothing')).toBeUndefined();
});

it.each(['switches', 'optics'])('the README explains the columns of %s.csv, all and in their order', (name) => {
  const readme = readFileSync(join(data, 'README.md'), 'utf8');
  const section = readme.split(`## ${name}.csv`)[1]?.split('\n## ')[0] ?? '';
  const cells = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map((match) => match[1]);
  const explained = cells.flatMap((cell) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  expect(explained).toEqual(
    readFileSync(join(data, `${name}.csv`), 'utf8')
      .split(/\r?\n/)[0]
      ?.split(','),
  );
});

it.each([
  ['64,800,64,1;2', '64,800,63,1;2', 'column cages: got 63, expected a divisor of the 64 ports'],
  ['64,800,64,1;2', '64,800,64,2;1', 'column breakout: got "2;1;4;8"'],
  ['community', 'maybe', 'column sonic: got "maybe", expected community or vendor or no'],
])('names file, line and column of what it cannot read: %s as %s', (from, to, message) => {
  const [header, first = ''] = readFileSync(join(data, 'switches.csv'), 'utf8').split('\n');
  const findings: Finding[] = [];
  readSwitches('switches.csv', `${header}\n${first.replace(from, to)}\n`, findings);
  expect(findings[0]?.message).toContain(`switches.csv:2: ${message}`);
});

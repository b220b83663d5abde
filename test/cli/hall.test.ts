import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../cli/page';
import { fabric } from '../../cli/verbs/fabric';
import { power } from '../../cli/verbs/power';
import type { ElectricalDesign } from '../../design/electrical';
import type { FabricDesign } from '../../design/fabric';
import type { RacksDesign } from '../../design/racks';
import { parsed } from '../diagrams/parsed';
import { snippetsOf } from '../docs/snippets';
import { blueprintOf, OWN, type SiteText } from './halls';
import { document, ROOT, scratch, wattform } from './wattform';

const folder = scratch();
const own = (sites: { readonly [name: string]: SiteText } = { gavle: OWN }) => blueprintOf(folder.path, sites);
const IN_PROCESS = { power, fabric };
type Verb = keyof typeof IN_PROCESS;
const VERBS: Verb[] = ['power', 'fabric'];
const page = pageFor({}, {});

interface Sites {
  readonly sites: { readonly site: string; power: ElectricalDesign; racks: RacksDesign; fabric: FabricDesign }[];
}

/** Of the JSON document. */
function sitesOf(verb: Verb, file: string, site?: string): Sites['sites'] {
  return (IN_PROCESS[verb](file, { site }, page).document as unknown as Sites).sites;
}

/** What is printed, as it goes into a pipe. */
function textOf(verb: Verb, file: string): string {
  const { exitCode, text } = IN_PROCESS[verb](file, {}, page);
  expect(exitCode).toBe(0);
  return text;
}

describe('power', () => {
  test('says what stands between grid and racks, what each failure costs, and what all of it rests on', () => {
    const file = own();
    const { status, stdout, stderr } = wattform(['power', file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const title of [
      'power of gavle',
      'the chain, at the peak',
      'feeds of the racks',
      'single failures',
      'the worst failure of each kind',
      'what the graph proves',
      'losses, PUE and water',
      'cooling',
      'load swings',
      'what it rests on',
      'where the powers of servers come from',
    ]) {
      expect(stdout).toContain(title);
    }
    const design = sitesOf('power', file)[0]!.power;
    expect(stdout).toContain(`${design.failures.length} single failures enumerated`);
    expect(stdout).toContain(`the worst: ${design.worst.atPeak!.equipment} fails`);
    expect(stdout).toContain(`the worst at 1.4 times the nameplate: ${design.worst.atPeakFactor!.equipment} fails`);
    expect(stdout).toMatch(/transformer\s+2\s+2,500 kVA\s+415 V/);
  });

  test('marks defaults and claims with their source, and leaves unknown what is unknown', () => {
    const file = own();
    const stdout = textOf('power', file);
    expect(stdout).toMatch(/peak factor\s+1\.4\s+! claim\s+excursions/);
    expect(stdout).toMatch(/transformer kVA\s+2500\s+~ default\s+common unit/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'dgx-h100: 10.2 kW at most, typical power unknown; ! maximum of the system, vendor; https://',
    );
    expect(stdout).toMatch(/PUE, a year\s+\?/);
    expect(stdout).toContain('chillers run for liquid: unknown; for air: unknown');
    expect(sitesOf('power', file)[0]!.power.figures['pueAnnual']!.value).toBeNull();
    const stated = own({ gavle: { ...OWN, map: `${OWN.map}, power: { transformer: 1600 kVA }` } });
    expect(textOf('power', stated)).toMatch(/transformer kVA\s+1600\s+= stated/);
  });
});

describe('fabric', () => {
  test('says what is joined by which switches and cables, and proves it with two numbers', () => {
    const file = own();
    const { status, stdout, stderr } = wattform(['fabric', file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const title of [
      'fabric of gavle',
      'scale-up domains',
      'networks',
      'switches by model',
      'cables',
      'optics',
      'oversubscription',
      'addresses: links 10.0.0.0/10',
      'autonomous systems',
      'racks of switches',
      'why the networks are so',
      'what it rests on',
      'where the facts about them come from',
    ]) {
      expect(stdout).toContain(title);
    }
    const { networks } = sitesOf('fabric', file)[0]!.fabric;
    const cables = networks.reduce((sum, { links }) => sum + links.length, 0);
    expect(stdout).toContain(`${cables} cables`);
    expect(stdout).toMatch(/frontend\s+leaf\s+3:1\s+0\.5:1\s+800 \/ 1,600\s+f-leaf-u01-r1\s+yes/);
    expect(stdout).toContain('ais800-64d: ! power by 1+1 power supplies');
    expect(stdout).toContain('sn4600c: ? no power is known');
  });
});

describe.each(VERBS)('%s', (verb) => {
  test('fits into 80 columns, for a small hall and for a campus', () => {
    for (const accelerators of [8, 16384]) {
      const stdout = textOf(verb, own({ gavle: { ...OWN, accelerators } }));
      expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
      expect(stdout.split('\n').length).toBeLessThan(330);
    }
  });

  test('writes nothing unless a file is named', () => {
    const file = own();
    wattform([verb, file], { cwd: folder.path });
    expect(readdirSync(folder.path)).toEqual(['halls.yaml']);
  });

  test('draws into a file, over an earlier drawing, and over nothing else', () => {
    const file = own();
    const svg = join(folder.path, 'hall.svg');
    const ended = wattform([verb, file, '--svg', svg]);
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain(`drawn into ${svg}`);
    const drawn = readFileSync(svg, 'utf8');
    expect(parsed(drawn).tagName).toBe('svg');
    expect(wattform([verb, file, '--svg', svg]).status).toBe(0);
    expect(readFileSync(svg, 'utf8')).toBe(drawn);
    writeFileSync(svg, '<svg>mine</svg>');
    const refused = wattform([verb, file, '--svg', svg]);
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(refused.stderr).toContain('is no drawing of wattform');
    expect(readFileSync(svg, 'utf8')).toBe('<svg>mine</svg>');
    expect(wattform([verb, file, '--svg', join(folder.path, 'no', 'hall.svg')]).status).toBe(3);
  });

  test('of several halls shows all or one, and draws one', () => {
    const file = own({ gavle: OWN, lulea: { map: `${OWN.map}, fabric: { asnBase: 4200100000 }`, accelerators: 128 } });
    expect(sitesOf(verb, file).map(({ site }) => site)).toEqual(['gavle', 'lulea']);
    expect(sitesOf(verb, file, 'lulea').map(({ site }) => site)).toEqual(['lulea']);
    const svg = join(folder.path, 'hall.svg');
    const ended = wattform([verb, file, '--svg', svg]);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('add --site: gavle, lulea');
    expect(existsSync(svg)).toBe(false);
    expect(wattform([verb, file, '--site', 'lulea', '--svg', svg]).status).toBe(0);
  });

  test('of a blueprint without a hall says what to do', () => {
    const ended = wattform([verb, join(ROOT, 'blueprints', 'small.yaml')]);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('no site of this blueprint is an owned hall');
    expect(ended.stderr).toContain('target: netbox');
    expect(document(wattform([verb, join(ROOT, 'blueprints', 'small.yaml'), '--json'])).ok).toBe(false);
  });

  test('of a site that is no hall, or is not there, names those that are', () => {
    const file = own({
      gavle: OWN,
      ohio: { map: 'target: aws, region: us-east-2, zone: us-east-2b', accelerators: 8 },
    });
    const cloud = wattform([verb, file, '--site', 'ohio']);
    expect(cloud.status).toBe(2);
    expect(cloud.stderr).toContain('site "ohio" is no owned hall');
    expect(cloud.stderr).toContain('gavle');
    expect(wattform([verb, file, '--site', 'gavel']).stderr).toContain('did you mean gavle?');
  });

  test('of a hall that cannot be is refused at its line, and nothing is drawn', () => {
    const file = own({ gavle: { ...OWN, map: `${OWN.map}, racks: { power: 5 kW }` } });
    const svg = join(folder.path, 'hall.svg');
    const ended = wattform([verb, file, '--svg', svg]);
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toContain('halls.yaml:5:');
    expect(ended.stderr).toContain('one DGX H100 takes 10.2 kW');
    expect(existsSync(svg)).toBe(false);
  });

  test('has help', () => {
    const { status, stdout } = wattform([verb, '--help']);
    expect(status).toBe(0);
    for (const option of ['--site <name>', '--svg <file>', '--json', 'Exit codes:']) expect(stdout).toContain(option);
  });
});

/** Keys that a table of the docs gives for a member: rows of "| `key` | …" below a line that names it. */
function documented(page: string, heading: string): string[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const section = text.split(`${heading}\n`)[1]!.split('\n## ')[0]!;
  return [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\w+)`/g)].map(([, key]) => key!),
  );
}

describe('the docs', () => {
  test.each(VERBS)('of %s show what it prints', (verb) => {
    const [blueprint] = snippetsOf('docs/power.md').filter(({ language }) => language === 'yaml');
    const file = join(folder.path, 'hall.yaml');
    writeFileSync(file, blueprint!.text);
    const printed = textOf(verb, file).split('\n');
    const text = readFileSync(join(ROOT, 'docs', `${verb}.md`), 'utf8');
    const section = text.split('## On the command line\n')[1]!.split('\n## ')[0]!;
    const shown = section.split('\n').flatMap((line) => (line.startsWith('    ') ? [line.slice(4)] : []));
    const sample = shown
      .slice(shown.findIndex((line) => printed.includes(line) && line !== ''))
      .filter((line) => line !== '…');
    expect(sample.length).toBeGreaterThan(15);
    expect(sample.filter((line) => !printed.includes(line))).toEqual([]);
  });
});

describe('the JSON', () => {
  test('of power has the keys that the docs name', () => {
    const [site] = sitesOf('power', own());
    expect(Object.keys(site!.power).sort()).toEqual(documented('power.md', '## On the command line').sort());
  });

  test('of fabric has the keys that the docs name', () => {
    const [site] = sitesOf('fabric', own());
    expect([...Object.keys(site!.racks), ...Object.keys(site!.fabric)].sort()).toEqual(
      documented('fabric.md', '## On the command line').sort(),
    );
  });

  test.each(VERBS)('of %s is the same in every run, and says its format', (verb) => {
    const file = own();
    const first = wattform([verb, file, '--json']);
    expect(document(first)).toMatchObject({ ok: true, findings: [], format: 1 });
    expect(wattform([verb, file, '--json']).stdout).toBe(first.stdout);
  });
});

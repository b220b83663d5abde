import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesBelow, MANIFEST, type Packed, pack, productionClosure, provide, ROOT } from './packed';

let packed: Packed;
beforeAll(() => {
  packed = pack();
});
afterAll(() => rmSync(packed.folder, { recursive: true, force: true }));

const OFFLINE = join(__dirname, 'offline.cjs');
const BLUEPRINTS = readdirSync(join(ROOT, 'blueprints')).filter((name) => name.endsWith('.yaml'));

/** Runs a program where nothing of this project can be found but the package. */
function node(args: string[], cwd: string) {
  return spawnSync(process.execPath, ['--require', OFFLINE, ...args], { cwd, env: {}, encoding: 'utf8' });
}

test('there are blueprints to try', () => {
  expect(BLUEPRINTS.length).toBeGreaterThanOrEqual(3);
});

test.each(BLUEPRINTS)('the command alone synthesizes %s: no dependency, no network, no environment', (name) => {
  const cwd = join(packed.folder, `run-${name}`);
  mkdirSync(cwd);
  const ended = node([join(packed.path, 'dist/bin/wattform.js'), 'synth', join(packed.path, 'blueprints', name)], cwd);
  expect(ended).toMatchObject({ status: 0 });
  const { stacks } = JSON.parse(readFileSync(join(cwd, 'cdktf.out', 'manifest.json'), 'utf8')) as { stacks: object };
  expect(readdirSync(join(cwd, 'cdktf.out', 'stacks')).sort()).toEqual(Object.keys(stacks).sort());
  expect(Object.keys(stacks).length).toBeGreaterThanOrEqual(2);
});

test('the network guard of these tests holds', () => {
  expect(node(['-e', 'require("net").connect(9, "127.0.0.1")'], packed.folder)).toMatchObject({ status: 99 });
  expect(node(['-e', 'require("child_process").spawnSync("true")'], packed.folder)).toMatchObject({ status: 99 });
});

test('the command is a file that a shell can start', () => {
  const file = join(packed.path, 'dist/bin/wattform.js');
  expect(readFileSync(file, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(statSync(file).mode & 0o111).not.toBe(0);
});

test('an install stays within 25 MB', () => {
  const bytes = bytesBelow(packed.path) + productionClosure().reduce((sum, folder) => sum + bytesBelow(folder), 0);
  expect(bytes).toBeLessThan(25e6);
});

describe('the library with the optional peers beside it', () => {
  beforeAll(() => {
    provide(packed, [...Object.keys(MANIFEST.dependencies ?? {}), ...Object.keys(MANIFEST.peerDependencies ?? {})]);
  });

  test('loads, and says what it offers', () => {
    const program =
      "const w = require('wattform'); console.log(['Cluster', 'NodePool', 'Site', 'Fabric'].map((n) => typeof w[n]).join())";
    expect(node(['-e', program], packed.folder)).toMatchObject({
      status: 0,
      stdout: 'function,function,function,function\n',
    });
  });

  test('a partner runs the conformance suite on a built-in target by one import', () => {
    const program = `
      const { conformance, conformanceTable } = require('wattform/dist/conformance');
      const registry = require('wattform').TargetRegistry.builtIn();
      const cases = conformance({ target: 'netbox', registry, region: 'here', accelerator: 'h100-sxm' });
      cases.find(({ name }) => name === 'an RDMA fabric').run();
      console.log(cases.length > 8, conformanceTable(registry).split('\\n')[0]);`;
    const ended = node(['-e', program], packed.folder);
    expect(ended).toMatchObject({ status: 0, stderr: '', stdout: 'true | feature | aws | azure | netbox |\n' });
  });
});

describe('the files of the package', () => {
  test('hold what the command and a reader need', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/bin/wattform.js',
        'dist/bin/THIRD-PARTY-LICENSES',
        'blueprints/small.yaml',
        'blueprints/language/blueprint.schema.json',
        'review/review.schema.json',
        'catalog/data/accelerators.csv',
        'catalog/data/instances.csv',
        'catalog/data/regions.csv',
      ]),
    );
  });

  test('and nothing else: no tests, no sources, no machinery', () => {
    const allowed =
      /^(LICENSE|README\.md|package\.json|dist\/|blueprints\/[^/]+\.(yaml|md)$|blueprints\/language\/blueprint\.schema\.json$|review\/review\.schema\.json$|catalog\/data\/)/;
    expect(packed.files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(
      packed.files.filter((file) => /\.test\.|\.map$|(?<!\.d)\.ts$|^dist\/(cli|test|examples)\//.test(file)),
    ).toEqual([]);
  });

  test('name no folder of the machine that built them', () => {
    const naming = packed.files.filter((file) => readFileSync(join(packed.path, file), 'utf8').includes(ROOT));
    expect(naming).toEqual([]);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { TargetRegistry } from '../../constructs/targets/registry';
import { Feature } from '../../design/target-profile';

const folder = path.join(__dirname, '../../constructs/targets');
const SHARED = [
  'cluster.ts',
  'fabric.ts',
  'index.ts',
  'limits.ts',
  'network.ts',
  'node-pool.ts',
  'profile.ts',
  'site.ts',
];

/** Files that a target has which declares the feature. */
const BY_FEATURE: { readonly [file: string]: Feature } = {
  'floor.ts': Feature.FACILITY_HALL,
  'object-store.ts': Feature.STORAGE_OBJECT,
  'parallel-file-system.ts': Feature.STORAGE_PARALLEL,
  'rack-row.ts': Feature.FACILITY_HALL,
  'workload-identity.ts': Feature.IDENTITY_WORKLOAD,
};

const registry = TargetRegistry.builtIn();

test.each(registry.names())('target %s keeps the file names that every target has', (name) => {
  const files = fs.readdirSync(path.join(folder, name));
  expect(files).toEqual(expect.arrayContaining(SHARED));
  const { features } = registry.target(name).profile;
  const here = Object.keys(BY_FEATURE).filter((file) => files.includes(file));
  expect(here).toEqual(Object.keys(BY_FEATURE).filter((file) => features.includes(BY_FEATURE[file]!)));
});

test('a target that declares halls builds them, and no other', () => {
  for (const name of registry.names()) {
    const { profile, halls } = registry.target(name);
    expect(halls !== undefined).toBe(profile.features.includes(Feature.FACILITY_HALL));
  }
});

test('every folder of a target is registered', () => {
  const folders = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual(registry.names());
});

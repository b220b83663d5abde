import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { filesBelow, MANIFEST, manifestOf, productionClosure, ROOT } from './packed';

const { isAllowed } = require('../../tools/licences.cjs') as { isAllowed(expression: unknown): boolean };
const NOTICES = readFileSync(join(ROOT, 'dist', 'bin', 'THIRD-PARTY-LICENSES'), 'utf8');

/** Packages that a shipped file requires. */
function imported(): string[] {
  const found = new Set<string>();
  for (const file of filesBelow(join(ROOT, 'dist')).filter(
    (name) =>
      /\.js$/.test(name) &&
      !/^(bin|cli|diagrams|engine|rehearsal|deploy|review\/(?!policy\/|figures\/)|main)\b/.test(name),
  )) {
    const text = readFileSync(join(ROOT, 'dist', file), 'utf8');
    for (const [, name = ''] of text.matchAll(/\brequire\("([^".][^"]*)"\)/g)) {
      const parts = name.split('/');
      found.add(name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name));
    }
  }
  return [...found].filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)).sort();
}

test('what the library requires is declared, and what is declared is required', () => {
  const names = imported();
  expect(names).toContain('constructs');
  const declared = [
    ...Object.keys(MANIFEST.dependencies ?? {}),
    ...Object.keys(MANIFEST.peerDependencies ?? {}),
  ].sort();
  expect(names).toEqual(declared);
});

test('the construct library and the bindings are optional peers, so that the command installs without them', () => {
  expect(MANIFEST.peerDependencies).toEqual({
    '@cdktf/provider-aws': expect.any(String),
    '@cdktf/provider-azurerm': expect.any(String),
    cdktf: '>=0.21.0 <0.25.0',
    constructs: '>=10.4.2 <10.8.0',
  });
  for (const name of Object.keys(MANIFEST.peerDependencies ?? {})) {
    expect(MANIFEST.peerDependenciesMeta?.[name]).toEqual({ optional: true });
  }
});

test('the lock file knows the binaries of every platform, or npm ci would refuse to install', () => {
  const { packages } = require('../../package-lock.json') as {
    packages: { [path: string]: { optionalDependencies?: { [name: string]: string } } };
  };
  const wanted = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(20);
  const known = ({ path, name }: { path: string; name: string }): boolean =>
    path
      .split('/node_modules/')
      .map((_, depth, parts) => [...parts.slice(0, parts.length - depth), name].join('/node_modules/'))
      .concat(`node_modules/${name}`)
      .some((place) => packages[place] !== undefined);
  expect(wanted.filter((each) => !known(each))).toEqual([]);
});

test('no installed dependency runs a script when it is installed', () => {
  const scripts = productionClosure().filter((folder) => {
    const { scripts = {} } = manifestOf(folder) as { scripts?: { [name: string]: string } };
    return ['preinstall', 'install', 'postinstall'].some((name) => scripts[name] !== undefined);
  });
  expect(scripts).toEqual([]);
});

describe('licences', () => {
  test('of all installed dependencies may be combined with Apache-2.0', () => {
    const folders = productionClosure();
    expect(folders.length).toBeGreaterThanOrEqual(Object.keys(MANIFEST.dependencies ?? {}).length);
    expect(
      folders
        .map(manifestOf)
        .filter(({ license }) => !isAllowed(license))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('of all bundled packages too, each with its notice', () => {
    const licences = [...NOTICES.matchAll(/^Licence: (.+)$/gm)].map(([, licence]) => licence);
    expect(licences.length).toBeGreaterThan(20);
    expect(licences.filter((licence) => !isAllowed(licence))).toEqual([]);
    for (const name of [
      'cdktf 0.21.0',
      '@cdktf/provider-aws ',
      '@cdktf/provider-azurerm ',
      'constructs ',
      'commander ',
      'yaml ',
    ]) {
      expect(NOTICES).toContain(`\n${name}`);
    }
    expect(NOTICES).toContain('Mozilla Public License');
  });

  test('that are not allowed are told apart', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'].map(isAllowed)).toEqual([true, true, true]);
    expect(['GPL-3.0', 'MIT AND AGPL-3.0', 'UNLICENSED', undefined].map(isAllowed)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

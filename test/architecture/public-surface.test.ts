import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/synthesized';

const root = path.join(__dirname, '../..');
const ROOMS = ['index.ts', 'blueprints', 'catalog', 'design', 'exports', 'constructs', 'stacks', 'review', 'engine'];

/**
 * The compiler that bindings of other languages are made with judges the public surface: no generics, no unions, no provider
 * types, interfaces of behaviour with an I. Nothing is published through it; it is a linter here.
 */
function compile(index: (source: string) => string): { readonly status: number; readonly errors: string[] } {
  const folder = temporaryFolder();
  for (const room of ROOMS) {
    fs.cpSync(path.join(root, room), path.join(folder, room), { recursive: true });
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const own = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const bundled = Object.keys(own.dependencies ?? {});
  const bindings = ['@cdktf/provider-aws', '@cdktf/provider-azurerm'];
  const manifest = {
    name: 'wattform',
    version: own.version,
    license: own.license,
    author: { name: 'The wattform authors' },
    repository: { url: 'https://example.org/wattform.git' },
    main: 'index.js',
    types: 'index.d.ts',
    peerDependencies: { cdktf: own.devDependencies.cdktf, constructs: own.devDependencies.constructs },
    dependencies: {
      ...own.dependencies,
      ...Object.fromEntries(bindings.map((name) => [name, own.devDependencies[name]])),
    },
    bundledDependencies: bundled,
    jsii: { targets: {}, outdir: 'dist' },
  };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const file = path.join(folder, 'index.ts');
  fs.writeFileSync(file, index(fs.readFileSync(file, 'utf8')));
  const options = {
    target: 'ES2022',
    lib: ['es2022'],
    module: 'commonjs',
    moduleResolution: 'node',
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    declaration: true,
    stripInternal: true,
    experimentalDecorators: true,
    resolveJsonModule: true,
    noEmitOnError: true,
    composite: false,
    inlineSourceMap: true,
    types: ['node'],
  };
  fs.writeFileSync(
    path.join(folder, 'tsconfig.surface.json'),
    JSON.stringify({ compilerOptions: options, include: ['index.ts'] }),
  );
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/jsii/bin/jsii'),
      '--tsconfig',
      'tsconfig.surface.json',
      '--validate-tsconfig',
      'off',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const text = `${run.stdout}${run.stderr}`;
  return { status: run.status ?? -1, errors: text.split('\n').filter((line) => / - error /.test(line)) };
}

describe('what index.ts exports', () => {
  test('is shaped so that other languages could bind to it', () => {
    const { status, errors } = compile((source) => source);
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  });

  test('would be refused with a union in it: the check can fail', () => {
    const { errors } = compile((source) => `${source}\nexport interface Wrong { readonly value: number | null }\n`);
    expect(errors.join('\n')).toContain('JSII1001');
  });
});

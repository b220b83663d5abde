/**
 * Bundles the command line with everything that it uses, the construct library and the provider bindings included, so that an
 * installed package runs alone. Writes dist/bin/wattform.js, its legal comments and THIRD-PARTY-LICENSES.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, licenceDocument } from './licences.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'dist', 'bin');

/** The parser of HCL reads its WebAssembly from beside its package: in a bundle it lies beside the bundle. */
const HCL_FILE = 'hcl2json.wasm.gz';
const HCL_PACKAGE = dirname(createRequire(import.meta.url).resolve('@cdktn/hcl2json/package.json'));
const hclBesideTheBundle = {
  name: 'hcl-beside-the-bundle',
  setup(pipeline) {
    pipeline.onLoad({ filter: /[\\/]hcl2json[\\/]build[\\/]bridge\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replace('"..", "main.wasm.gz"', JSON.stringify(HCL_FILE));
      if (!text.includes(HCL_FILE)) throw new Error('the parser of HCL reads its WebAssembly from elsewhere');
      return { contents: text };
    });
  },
};

/**
 * cdktf loads its zip writer at start, and only assets use it: deferring it to the first call saves a tenth of a second in
 * every run. An engine without that dependency is left as it is.
 */
const deferArchiver = {
  name: 'defer-archiver',
  setup(pipeline) {
    pipeline.onResolve({ filter: /^archiver$/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === 'deferred') return undefined;
      const real = await pipeline.resolve(path, { resolveDir, kind, pluginData: 'deferred' });
      return { path, namespace: 'deferred', pluginData: real.path };
    });
    pipeline.onLoad({ filter: /.*/, namespace: 'deferred' }, ({ pluginData: path }) => ({
      contents: `module.exports = (...options) => require(${JSON.stringify(path)})(...options);`,
      resolveDir: dirname(path),
    }));
  },
};

/**
 * cdktf captures the whole call stack for every reference that it makes, to name it in errors for who writes constructs. For
 * a blueprint these stacks lead into this bundle and help nobody, and they take half of a large synth.
 */
const withoutTraces = {
  name: 'without-traces',
  setup(pipeline) {
    pipeline.onLoad({ filter: /[\\/]cdktf[\\/]lib[\\/]tokens[\\/]private[\\/]stack-trace\.js$/ }, () => ({
      contents: 'exports.captureStackTrace = exports.captureCreationStack = () => [];',
    }));
  },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const file = join(folder, 'wattform.js');
const result = await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts'],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Names stay: a report of a fault can be read, and keeping short ones readable at run time would cost a tenth of a synth.
  minifyWhitespace: true,
  minifySyntax: true,
  // The parser of HCL asks for it where performance is no global, which it is in every Node that runs this.
  external: ['performance'],
  legalComments: 'external',
  banner: { js: '#!/usr/bin/env node' },
  plugins: [deferArchiver, withoutTraces, hclBesideTheBundle],
  metafile: true,
  logLevel: 'warning',
});
if (result.warnings.length > 0) throw new Error(`${result.warnings.length} warnings: the bundle is not sound`);

chmodSync(file, 0o755);
copyFileSync(join(HCL_PACKAGE, 'main.wasm.gz'), join(folder, HCL_FILE));
writeFileSync(
  join(folder, 'THIRD-PARTY-LICENSES'),
  licenceDocument(bundledPackages(root, Object.keys(result.metafile.inputs))),
);

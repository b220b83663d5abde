/**
 * Makes the bindings of a provider that publishes none, from the schema that ships with the project: no registry is asked.
 *
 *     node tools/generate-bindings.mjs          # before the sources are compiled
 *     node tools/generate-bindings.mjs --dist   # and beside what they were compiled to
 *
 * Writes constructs/targets/netbox/bindings/, which is not kept in the repository; a stamp leaves it alone while the schema and
 * the generator stay what they were.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The generator's packages would ask for their newest version.
process.env.CHECKPOINT_DISABLE = '1';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const PROVIDER = 'netbox';
const target = join(root, 'constructs', 'targets', PROVIDER, 'bindings');
const schemaFile = join(root, 'rehearsal', 'schemas', `${PROVIDER}.json`);
const stampFile = join(target, '.stamp');

const stamp = createHash('sha256')
  .update(readFileSync(schemaFile))
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(require('@cdktf/provider-generator/package.json').version)
  .digest('hex');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) await generate();
if (process.argv.includes('--dist')) {
  cpSync(target, join(root, 'dist', 'constructs', 'targets', PROVIDER, 'bindings'), { recursive: true });
}

async function generate() {
  const work = mkdtempSync(join(tmpdir(), 'bindings-'));
  // They also run an engine for its version when they are loaded: nothing here depends on one.
  process.env.TERRAFORM_BINARY_NAME = join(work, 'engine');
  writeFileSync(process.env.TERRAFORM_BINARY_NAME, '#!/bin/sh\necho \'{"terraform_version":"0.0.0"}\'\n', {
    mode: 0o755,
  });
  const { CodeMaker } = require('codemaker');
  const { TerraformProviderGenerator } = require('@cdktf/provider-generator/lib/get/generator/provider-generator');
  const shipped = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const address = `registry.terraform.io/${shipped.source}`;
  const schema = {
    format_version: '1.0',
    provider_schemas: { [address]: asEngineWrites(shipped) },
    provider_versions: { [address]: shipped.version },
  };
  try {
    const code = new CodeMaker();
    code.indentation = 2;
    const generator = new TerraformProviderGenerator(code, schema);
    generator.generate(
      { name: PROVIDER, source: shipped.source, version: shipped.version, fqn: shipped.source },
      address,
    );
    await code.save(work);
    compile(join(work, 'providers', PROVIDER), join(work, 'compiled'));
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    cpSync(join(work, 'compiled'), target, { recursive: true });
    acceptNewer(join(target, 'provider', 'index.js'), shipped.version);
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The generator pins the version of the schema; newer ones of the same major version keep what it says. What a configuration asks for is
 * `providerVersion` where there is one, whatever the constraint beside it.
 */
function acceptNewer(file, version) {
  const pinned = `'${version}'`;
  const source = readFileSync(file, 'utf8');
  if (!source.includes(`providerVersion: ${pinned}`)) throw new Error(`${file} pins no version`);
  const [major, minor] = version.split('.');
  writeFileSync(file, source.replaceAll(pinned, `'~> ${major}.${minor}'`));
}

/** To JavaScript and declarations: the generated sources do not keep the rules of ours. */
function compile(from, to) {
  writeFileSync(
    join(from, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'commonjs',
        declaration: true,
        skipLibCheck: true,
        rootDir: from,
        outDir: to,
        types: [],
        typeRoots: [],
        baseUrl: root,
        paths: { '*': [join(root, 'node_modules', '*')] },
      },
      include: [join(from, '**', 'index.ts')],
      exclude: [join(from, 'index.ts'), join(from, 'lazy-index.ts')],
    }),
  );
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', from], { stdio: 'inherit' });
}

/** The form of `terraform providers schema -json`, of which the shipped schema is the pruned one. */
function asEngineWrites({ configuration, resources, dataSources }) {
  return {
    provider: { version: 0, block: block(configuration) },
    resource_schemas: mapped(resources, (type) => ({ version: type.version, block: block(type) })),
    data_source_schemas: mapped(dataSources, (type) => ({ version: type.version, block: block(type) })),
  };
}

function block({ attributes = {}, blocks = {} }) {
  return {
    attributes: mapped(attributes, ({ nested, writeOnly, ...attribute }) => ({
      ...attribute,
      ...(writeOnly && { write_only: true }),
      ...(nested && { nested_type: { nesting_mode: nested.nesting, attributes: block(nested).attributes } }),
    })),
    block_types: mapped(blocks, (nested) => ({
      nesting_mode: nested.nesting,
      ...(nested.min && { min_items: nested.min }),
      ...(nested.max && { max_items: nested.max }),
      block: block(nested),
    })),
  };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

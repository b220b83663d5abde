/**
 * Writes rehearsal/schemas/<provider>.json: names and types of the resources and data sources that our constructs use.
 *
 *     terraform providers schema -json > schema.json
 *     node tools/prune-schemas.mjs schema.json
 *
 * The file must come from the provider version of the installed bindings. A schema file without the provider's own arguments
 * gets them from the bindings, which know every settable one.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { providerBlockOfBinding } from './provider-block.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const targets = join(root, 'constructs', 'targets');
const file = process.argv[2];
if (file === undefined) throw new Error('say which file `terraform providers schema -json` wrote');

for (const [source, schema] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).provider_schemas)) {
  const provider = basename(source);
  const { version, resources, dataSources } = typesInUse(provider);
  const target = join('rehearsal', 'schemas', `${provider}.json`);
  mkdirSync(join(root, 'rehearsal', 'schemas'), { recursive: true });
  const document = {
    provider,
    source: source.split('/').slice(-2).join('/'),
    version,
    configuration: schema.provider
      ? prune(schema.provider.block)
      : providerBlockOfBinding(bindingFile(provider, 'provider')),
    resources: pick(resources, schema.resource_schemas, 'resource'),
    dataSources: pick(dataSources, schema.data_source_schemas, 'data source'),
  };
  writeFileSync(join(root, target), shape(document));
  execFileSync('npx', ['biome', 'format', '--write', target], { cwd: root, stdio: 'inherit' });
}

function bindingFile(provider, name) {
  return require.resolve(`@cdktf/provider-${provider}/lib/${name}/index.js`);
}

function typesInUse(provider) {
  const found = { resources: [], dataSources: [] };
  const importing = new RegExp(`@cdktf/provider-${provider}/lib/([a-z0-9-]+)`, 'g');
  const names = new Set(
    readdirSync(targets, { recursive: true })
      .filter((source) => source.endsWith('.ts'))
      .flatMap((source) =>
        [...readFileSync(join(targets, source), 'utf8').matchAll(importing)].map(([, name]) => name),
      ),
  );
  names.delete('provider');
  let version;
  for (const name of [...names].sort()) {
    const text = readFileSync(bindingFile(provider, name), 'utf8');
    version = /providerVersion: '([^']+)'/.exec(text)[1];
    const type = /tfResourceType = "([^"]+)"/.exec(text)[1];
    (name.startsWith('data-') ? found.dataSources : found.resources).push(type);
  }
  return { ...found, version };
}

function pick(types, schemas, kind) {
  return Object.fromEntries(
    types.sort().map((type) => {
      if (schemas[type] === undefined) throw new Error(`${kind} ${type} is not in ${file}`);
      return [type, { version: schemas[type].version ?? 0, ...prune(schemas[type].block) }];
    }),
  );
}

function prune({ attributes = {}, block_types: blocks = {} }) {
  return {
    ...(Object.keys(attributes).length > 0 && { attributes: mapSorted(attributes, pruneAttribute) }),
    ...(Object.keys(blocks).length > 0 && { blocks: mapSorted(blocks, pruneBlock) }),
  };
}

function pruneAttribute({ type, nested_type: nested, required, optional, computed, sensitive, write_only: writeOnly }) {
  return {
    ...(type !== undefined && { type }),
    ...(nested && {
      nested: { nesting: nested.nesting_mode, attributes: mapSorted(nested.attributes, pruneAttribute) },
    }),
    ...(required && { required }),
    ...(optional && { optional }),
    ...(computed && { computed }),
    ...(sensitive && { sensitive }),
    ...(writeOnly && { writeOnly }),
  };
}

function pruneBlock({ nesting_mode: nesting, min_items: min, max_items: max, block }) {
  return { nesting, ...(min && { min }), ...(max && { max }), ...prune(block) };
}

function mapSorted(object, change) {
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, change(object[key])]),
  );
}

/** One line an attribute: the formatter keeps an object on its line when it starts there and fits. */
function shape(document) {
  const indented = (value, indent) => {
    const short = JSON.stringify(value);
    const isAttribute = typeof value.type === 'string' || Array.isArray(value.type);
    if (typeof value !== 'object' || Array.isArray(value) || isAttribute) return short;
    const inner = Object.entries(value).map(
      ([key, each]) => `${indent}  ${JSON.stringify(key)}: ${indented(each, `${indent}  `)}`,
    );
    return `{\n${inner.join(',\n')}\n${indent}}`;
  };
  return `${indented(document, '')}\n`;
}

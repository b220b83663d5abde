/**
 * Writes rehearsal/schemas/<provider>.json: names and types of the resources and data sources that our constructs use.
 *
 *     terraform providers schema -json > schema.json
 *     npm run build && node tools/prune-schemas.mjs schema.json
 *
 * The file must come from the provider version of the installed bindings. A schema file without the provider's own arguments
 * gets them from the bindings, which know every settable one.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const { findBindings } = require('../dist/rehearsal/schemas/bindings/find.js');
const {
  blockFromTerraform,
  typeFromTerraform,
  withLostDescriptions,
} = require('../dist/rehearsal/schemas/from-terraform.js');
// Required in the published schema, which was written without them; the provider asks for neither when its environment has them
// (NETBOX_SERVER_URL, NETBOX_API_TOKEN), and a design holds no secret.
const FROM_ENVIRONMENT = { netbox: ['api_token', 'server_url'] };
const targets = join(root, 'constructs', 'targets');
const file = process.argv[2];
if (file === undefined) throw new Error('say which file `terraform providers schema -json` wrote');

for (const [source, schema] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).provider_schemas)) {
  const provider = basename(source);
  const bindings = findBindings(source, [root]);
  if (bindings === undefined) throw new Error(`no bindings of ${source} are installed`);
  const types = modulesInUse(provider).map((module) => bindings.typeIn(module));
  const target = join('rehearsal', 'schemas', `${provider}.json`);
  const document = {
    provider,
    source: bindings.source,
    version: bindings.version,
    configuration: fromEnvironment(
      provider,
      schema.provider ? blockFromTerraform(schema.provider.block) : bindings.configuration(),
    ),
    resources: pick(bindings, types, 'resource', schema.resource_schemas),
    dataSources: pick(bindings, types, 'data source', schema.data_source_schemas),
  };
  writeFileSync(join(root, target), shape(document));
  execFileSync('npx', ['biome', 'format', '--write', target], { cwd: root, stdio: 'inherit' });
}

function fromEnvironment(provider, { attributes, ...rest }) {
  const known = FROM_ENVIRONMENT[provider] ?? [];
  const entries = Object.entries(attributes).map(([name, { required, ...attribute }]) => [
    name,
    known.includes(name) ? { ...attribute, optional: true } : { ...attribute, ...(required && { required }) },
  ]);
  return { attributes: Object.fromEntries(entries), ...rest };
}

function modulesInUse(provider) {
  const importing = new RegExp(`@cdktf/provider-${provider}/lib/([a-z0-9-]+)`, 'g');
  const modules = readdirSync(targets, { recursive: true })
    .filter((source) => source.endsWith('.ts'))
    .flatMap((source) =>
      [...readFileSync(join(targets, source), 'utf8').matchAll(importing)].map(([, module]) => module),
    );
  return [...new Set(modules)].filter((module) => module !== 'provider').sort();
}

function pick(bindings, types, kind, schemas) {
  const names = types.filter((each) => each.kind === kind).map((each) => each.type);
  return Object.fromEntries(
    names.sort().map((type) => {
      if (schemas[type] === undefined) throw new Error(`${kind} ${type} is not in ${file}`);
      return [type, withLostDescriptions(typeFromTerraform(schemas[type]), bindings.type(kind, type))];
    }),
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

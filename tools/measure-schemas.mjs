/**
 * Compares every type that installed bindings know with the truth, and prints how far they agree.
 *
 *     terraform providers schema -json > schema.json
 *     npm run build && node tools/measure-schemas.mjs schema.json [--all] [folder...]
 *
 * The file must come from the provider version of the bindings. In a file without descriptions the members that are called so are
 * put back, and the types counted. Bindings are looked for from the folders, else from here. `--all` tells
 * what is wrong, type by type.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { compareType, noAgreement } = require('../dist/rehearsal/schemas/agreement.js');
const { findBindings } = require('../dist/rehearsal/schemas/bindings/find.js');
const { typeFromTerraform, withLostDescriptions } = require('../dist/rehearsal/schemas/from-terraform.js');

const words = process.argv.slice(2);
const isAll = words.includes('--all');
const [file, ...folders] = words.filter((word) => !word.startsWith('--'));
if (file === undefined) throw new Error('say which file `terraform providers schema -json` wrote');

const columns = {};
for (const [source, schema] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).provider_schemas)) {
  const bindings = findBindings(source, folders.length > 0 ? folders : [process.cwd()]);
  if (bindings === undefined) throw new Error(`no bindings of ${source} are installed`);
  for (const [kind, written] of [
    ['resource', schema.resource_schemas ?? {}],
    ['data source', schema.data_source_schemas ?? {}],
  ]) {
    columns[`${bindings.source} ${bindings.version}, ${kind}s`] = measure(bindings, kind, written);
  }
}
const figures = [...new Set(Object.values(columns).flatMap(Object.keys))];
console.table(
  Object.fromEntries(
    figures.map((figure) => [
      figure,
      Object.fromEntries(Object.entries(columns).map(([column, each]) => [column, each[figure]])),
    ]),
  ),
);

function measure(bindings, kind, written) {
  const agreement = noAgreement();
  const milliseconds = [];
  let unknown = 0;
  let completed = 0;
  for (const [type, each] of Object.entries(written)) {
    const start = performance.now();
    const rebuilt = bindings.type(kind, type);
    milliseconds.push(performance.now() - start);
    if (rebuilt === undefined) {
      unknown += 1;
      continue;
    }
    const read = typeFromTerraform(each);
    const truth = withLostDescriptions(read, rebuilt);
    if (JSON.stringify(truth) !== JSON.stringify(read)) completed += 1;
    const wrongs = compareType(truth, rebuilt, agreement);
    if (isAll && wrongs.length > 0) console.log(`${kind} ${type}: ${wrongs.join(', ')}`);
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share) => Math.round(milliseconds[Math.floor(share * (milliseconds.length - 1))] * 10) / 10;
  return {
    ...agreement,
    'unknown to the bindings': unknown,
    'descriptions put back': completed,
    'median ms': at(0.5),
    'ninth decile ms': at(0.9),
  };
}

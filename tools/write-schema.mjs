/** Writes the published JSON Schema from the built language: `npm run build && node tools/write-schema.mjs`. A test compares the two. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { blueprintSchema } = require('../dist/blueprints/language/index.js');
const { TargetRegistry } = require('../dist/constructs/targets/registry.js');

const root = fileURLToPath(new URL('..', import.meta.url));
const file = 'blueprints/language/blueprint.schema.json';
writeFileSync(
  new URL(`../${file}`, import.meta.url),
  `${JSON.stringify(blueprintSchema(TargetRegistry.builtIn().names()), null, 2)}\n`,
);
execFileSync('npx', ['biome', 'format', '--write', file], { cwd: root, stdio: 'inherit' });

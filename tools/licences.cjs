/** What is inside the bundle, and under which terms: kept notices are a condition of every licence below. */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** SPDX ids that may be shipped inside an Apache-2.0 package: permissive ones, and MPL-2.0, whose terms end at its own files. */
const ALLOWED_LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  // Not an SPDX id: how jsonify, which came before SPDX, puts its work into the public domain.
  'Public Domain',
  'Python-2.0',
  'Unlicense',
];

/** Whether an SPDX expression can be met with allowed licences alone: every part of an AND, one part of an OR. */
function isAllowed(expression) {
  const bare = String(expression ?? '').replace(/[()]/g, ' ');
  return bare
    .split(/\s+AND\s+/)
    .every((term) => term.split(/\s+OR\s+/).some((licence) => ALLOWED_LICENCES.includes(licence.trim())));
}

/** The packages that given files (as in esbuild's metafile) belong to, in a stable order. */
function bundledPackages(root, inputs) {
  const folders = new Map();
  for (const input of inputs) {
    const path = join(root, input.replace(/^[a-z-]+:/, ''));
    if (!path.includes('node_modules')) continue;
    const folder = packageFolder(path);
    if (folder !== undefined) folders.set(folder, describe(folder));
  }
  const unique = new Map([...folders.values()].map((each) => [`${each.name}@${each.version}`, each]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** Name, version, licence and notices of the package in a folder. */
function describe(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const repository = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  return {
    name: manifest.name,
    version: manifest.version,
    licence: typeof manifest.license === 'string' ? manifest.license : manifest.license?.type,
    source: repository ?? manifest.homepage,
    author,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    folder,
    notices: readdirSync(folder)
      .filter((name) => /^(licen[cs]e|notice|copying|copyright)/i.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').trim()),
  };
}

/** The text that is shipped beside the bundle. Refuses a licence that is not allowed: a build that breaks terms must not exist. */
function licenceDocument(packages) {
  const refused = packages.filter((each) => !isAllowed(each.licence));
  if (refused.length > 0) {
    throw new Error(
      `licences that may not be bundled: ${refused.map((each) => `${each.name} (${each.licence})`).join(', ')}`,
    );
  }
  const mozilla = packages.find((each) => each.licence === 'MPL-2.0' && each.notices.length > 0);
  const sections = packages.map((each) => {
    const head = `${each.name} ${each.version}\nLicence: ${each.licence}\nAuthor: ${each.author ?? 'see source'}\nSource: ${each.source ?? 'see package'}`;
    if (each.notices.length > 0) return [head, ...each.notices].join('\n\n');
    if (each.licence === 'MPL-2.0' && mozilla !== undefined) return `${head}\n\nText as for ${mozilla.name}.`;
    return head;
  });
  return [
    'wattform.js contains these packages, minified. Source code of each stands at its source address. Of cdktf, the file\nlib/tokens/private/stack-trace.js is left out.',
    ...sections,
  ]
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}

function packageFolder(file) {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name !== undefined) return folder;
  }
  return undefined;
}

module.exports = { ALLOWED_LICENCES, isAllowed, bundledPackages, describe, licenceDocument };

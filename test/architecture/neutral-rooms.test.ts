import fs from 'node:fs';
import path from 'node:path';

/**
 * No knowledge of one vendor in a neutral room. Data files, blueprints and the folders of targets may name vendors; code that
 * everybody shares may not. Each exception is named with its reason and must still be needed.
 */
const root = path.join(__dirname, '../..');
const ROOMS = [
  'blueprints/language',
  'catalog',
  'design',
  'exports',
  'diagrams',
  'constructs',
  'stacks',
  'review',
  'cli',
];
// InfiniBand is left out: the standard of a trade association, which several vendors' switches speak.
const VENDORS =
  /\b(aws|amazon|ec2|eks|efa|ebs|fsx|s3|iam|azure|azurerm|aks|entra|google|gcp|gke|gcs|oci|oracle|nvidia|nvlink|amd|instinct|intel|gaudi|trainium|inferentia|neuron)\b/i;

const EXCEPTIONS: { readonly [file: string]: string } = {
  'constructs/targets/registry.ts': 'the one list of the targets that ship',
  'stacks/backend.ts': "Terraform's own backends bear these names",
  'blueprints/language/schema/pool.ts': 'descriptions in the schema show examples to people',
  'blueprints/language/schema/site.ts': 'descriptions in the schema show examples to people',
  'blueprints/language/schema/state.ts': "Terraform's own backends bear these names",
  'design/fabric/sonic.ts': 'SONiC itself names a table AZURE and tells the buffers of one maker apart',
  'design/fabric/sonic-qos.ts': 'SONiC itself names its maps AZURE',
  'cli/starter.ts': 'a first blueprint must stand somewhere',
};

function sources(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return /^constructs\/targets\/[^/]+$/.test(file) ? [] : sources(file);
    }
    return file.endsWith('.ts') ? [file] : [];
  });
}

const COMMENT = /^\s*(\/\*\*|\*|\/\/)/;

/** Lines of code that name a vendor. Comments may: an example says more than a rule. */
function naming(file: string): string[] {
  return fs
    .readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      VENDORS.test(line) && !COMMENT.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
    );
}

const files = ROOMS.flatMap(sources);

describe('neutral rooms', () => {
  test('are there to be read', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  test('name no vendor', () => {
    expect(files.filter((file) => !(file in EXCEPTIONS)).flatMap(naming)).toEqual([]);
  });

  test.each(Object.entries(EXCEPTIONS))('%s is still an exception: %s', (file) => {
    expect(naming(file)).not.toEqual([]);
  });
});

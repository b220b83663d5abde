import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateDocument } from '../../../blueprints/language/document';
import { pipelineFor, Runner } from '../../../deploy/pipeline';
import { galleryDesign, OPTIONS, REMOTE, S3 } from './support';

const AZURE: StateDocument = {
  backend: 'azurerm',
  resourceGroup: 'state',
  storageAccount: 'acmestate',
  container: 'tf',
};

/** To accept a change, run `UPDATE_GOLDEN=1 npx jest test/deploy/pipeline/golden` and say in the commit what it changes for the user. */
test.each([
  ['github-s3.yaml', Runner.GITHUB, S3],
  ['github-azurerm.yaml', Runner.GITHUB, AZURE],
  ['atlantis.yaml', Runner.ATLANTIS, S3],
  ['workspaces.tf.json', Runner.HCP, REMOTE],
])('open-training as %s is what was reviewed', (name, runner, state) => {
  const text = pipelineFor(runner, galleryDesign('open-training', state), OPTIONS);
  const file = join(__dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(join(__dirname, 'golden'), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('the same design is the same bytes', () => {
  for (const runner of [Runner.GITHUB, Runner.ATLANTIS]) {
    const [first, second] = [0, 1].map(() => pipelineFor(runner, galleryDesign('small', S3), OPTIONS));
    expect(first).toBe(second);
  }
});

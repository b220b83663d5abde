import fs from 'node:fs';
import path from 'node:path';
import { addresses, galleryDocument, galleryNames, synthesized, treeOf } from '../support/synthesized';

/**
 * Golden designs. A small one is kept whole, as Terraform; of a large one the addresses and the numbers are kept. To accept a
 * change, run `UPDATE_GOLDEN=1 npx jest test/stacks/golden` and say in the commit what it changes for the user.
 */
const folder = path.join(__dirname, '../golden');
const WHOLE = ['small', 'open-training'];

/** The CDK stamps its own version, which differs between it and its fork. */
function normalized(content: string): string {
  return content.replace(/"version": "0\.\d+\.\d+"/g, '"version": "CDK"');
}

function expectGolden(name: string, content: string): void {
  const file = path.join(folder, name);
  if (process.env.UPDATE_GOLDEN === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  expect(content).toBe(fs.readFileSync(file, 'utf8'));
}

describe.each(galleryNames())('blueprint %s', (name) => {
  const { folder: output, stacks } = synthesized(galleryDocument(name));
  const tree = treeOf(output);

  test('has the basis of design that was reviewed', () => {
    expectGolden(`${name}/basis-of-design.json`, tree['basis-of-design.json']);
  });

  test('has the addresses that were reviewed', () => {
    const inventory = Object.entries(stacks).map(([stack, json]) => [stack, addresses(json)]);
    expectGolden(`${name}/addresses.json`, `${JSON.stringify(Object.fromEntries(inventory), undefined, 2)}\n`);
  });

  if (WHOLE.includes(name)) {
    test.each(Object.keys(stacks))('has the Terraform that was reviewed: %s', (stack) => {
      expectGolden(`${name}/${stack}.tf.json`, normalized(tree[`stacks/${stack}/cdk.tf.json`]));
    });
    test('has the manifest that was reviewed', () => {
      expectGolden(`${name}/manifest.json`, normalized(tree['manifest.json']));
    });
  }
});

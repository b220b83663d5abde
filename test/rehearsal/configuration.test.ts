import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blocksIn } from '../../rehearsal/configuration/block';
import { readModules } from '../../rehearsal/configuration/module-tree';
import { placeOf } from '../../rehearsal/configuration/place';
import { requirementsOf } from '../../rehearsal/configuration/requirements';
import { temporaryFolder } from '../support/synthesized';

/** A folder with these files; modules stand beside it. */
function folderWith(files: { readonly [name: string]: string }): string {
  const folder = join(temporaryFolder(), 'root');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const read = (folder: string, tofu = false) =>
  readModules(folder, { tofu, show: (file) => file.replace(`${folder}/`, '') });

async function sources(files: { readonly [name: string]: string }): Promise<[string, string[], string[]][]> {
  return requirementsOf(await read(folderWith(files))).map(({ source, resources, dataSources }) => {
    return [source, [...resources.keys()], [...dataSources.keys()]];
  });
}

test('JSON may hold an object or a list of them at every level, and comments', () => {
  const named = (document: object) => blocksIn(document, 'x').map(({ kind, labels }) => [kind, ...labels].join('.'));
  const expected = ['resource.a_b.one', 'resource.a_b.two', 'terraform'];
  expect(named({ resource: { a_b: { one: {}, two: {} } }, terraform: {}, '//': {}, locals: {} })).toEqual(expected);
  expect(named({ resource: [{ a_b: [{ one: [{}] }, { two: {} }] }], terraform: [{}] })).toEqual(expected);
});

describe('providers', () => {
  test('are required, configured, or implied by a type or its provider argument', async () => {
    expect(
      await sources({
        'main.tf': `
          terraform {
            required_providers {
              cloud = { source = "example.org/some/cloud" }
            }
          }
          provider "idle" {}
          resource "cloud_vm" "a" {}
          resource "google_x" "b" { provider = google-beta.west }
          resource "random_id" "c" {}
          resource "terraform_data" "d" {}
          data "terraform_remote_state" "e" {}
          check "f" {
            data "tls_certificate" "g" {}
          }
        `,
      }),
    ).toEqual([
      ['example.org/some/cloud', ['cloud_vm'], []],
      ['hashicorp/idle', [], []],
      ['hashicorp/google-beta', ['google_x'], []],
      ['hashicorp/random', ['random_id'], []],
      ['hashicorp/tls', [], ['tls_certificate']],
    ]);
  });

  test('have names of their own in each module', async () => {
    expect(
      await sources({
        'main.tf.json': JSON.stringify({
          terraform: { required_providers: { c: { source: 'one/c' } } },
          module: { m: { source: './m' } },
          resource: { c_a: { x: {} } },
        }),
        'm/main.tf': 'terraform {\n required_providers {\n c = { source = "two/c" }\n }\n}\nresource "c_b" "y" {}\n',
      }),
    ).toEqual([
      ['one/c', ['c_a'], []],
      ['two/c', ['c_b'], []],
    ]);
  });
});

describe('modules', () => {
  test('are read once each, however they call each other', async () => {
    const folder = folderWith({
      'main.tf': 'module "a" {\n source = "./a"\n}\nmodule "b" {\n source = "./b/../b"\n}\n',
      'a/main.tf': 'module "b" {\n source = "../b"\n}\n',
      'b/main.tf': 'module "a" {\n source = "../a"\n}\n',
    });
    expect((await read(folder)).map(({ directory }) => directory)).toEqual([
      folder,
      join(folder, 'a'),
      join(folder, 'b'),
    ]);
  });

  test.each([
    ['"terraform-aws-modules/vpc/aws"', 'which an engine would fetch'],
    ['"git::https://example.org/x.git"', 'which an engine would fetch'],
    ['"/absolute"', 'which an engine would fetch'],
    ['"./$' + '{var.x}"', 'which an engine would fetch'],
    ['"./nothing"', 'there is no such folder'],
  ])('from %s are refused with file and line', async (source, words) => {
    const folder = folderWith({ 'main.tf': `\nmodule "far" {\n  source = ${source}\n}\n` });
    await expect(read(folder)).rejects.toThrow(`main.tf:2: module far comes from`);
    await expect(read(folder)).rejects.toThrow(words);
  });
});

test('what is no configuration is said with its line', async () => {
  await expect(read(folderWith({ 'a.tf': '\na "b" { c { d = 1 } }\n' }))).rejects.toThrow(
    /^a\.tf:2: Argument definition/,
  );
  await expect(read(folderWith({ 'a.tf': 'resource "x" "y" {\n  a = \n}\n' }))).rejects.toThrow(
    /^a\.tf:2: Invalid expression/,
  );
  await expect(read(folderWith({ 'a.tf.json': '{ "resource": }' }))).rejects.toThrow(/^a\.tf\.json: /);
});

test('OpenTofu reads its own files instead of those of the same name', async () => {
  const folder = folderWith({
    'main.tf': 'resource "old_x" "a" {}',
    'main.tofu': 'resource "new_x" "a" {}',
    'more.tf': 'resource "more_x" "a" {}',
    '.hidden.tf': 'broken {',
  });
  const types = async (tofu: boolean) => (await read(folder, tofu))[0]!.blocks.map(({ labels }) => labels[0]);
  expect(await types(false)).toEqual(['old_x', 'more_x']);
  expect(await types(true)).toEqual(['new_x', 'more_x']);
});

test('blocks are found again in both syntaxes', async () => {
  const folder = folderWith({
    'a.tf': '# one\nresource "x_a" "one" {\n}\n\ndata "x_b" "two" {}\nresource x_a three {}\n',
    'b.tf.json': '{\n  "resource": [\n    { "x_a": { "four": {} } },\n    { "x_a": {\n      "five": {} } }\n  ]\n}\n',
  });
  const [module] = await read(folder);
  const places = module!.blocks.map((block) => [block.labels.at(-1), placeOf(block, 'f')]);
  expect(Object.fromEntries(places)).toEqual({ one: 'f:2', two: 'f:5', three: 'f:6', four: 'f:3', five: 'f:5' });
});

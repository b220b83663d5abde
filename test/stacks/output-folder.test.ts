import fs from 'node:fs';
import path from 'node:path';
import { OutputFolder, OutputFolderError } from '../../stacks/output-folder';
import { temporaryFolder, treeOf } from '../support/synthesized';

const manifest = (...stacks: string[]) =>
  JSON.stringify({ version: '1', stacks: Object.fromEntries(stacks.map((name) => [name, {}])) });

function write(root: string, ...stacks: string[]): void {
  const folder = new OutputFolder(root);
  folder.withStaging((staging) =>
    folder.replace(staging, [
      { path: 'manifest.json', content: manifest(...stacks) },
      ...stacks.map((name) => ({ path: `stacks/${name}/cdk.tf.json`, content: `{"of":"${name}"}` })),
    ]),
  );
}

describe('the output folder', () => {
  test('is made, nested or not, and holds the files and nothing else', () => {
    const root = path.join(temporaryFolder(), 'a', 'b');
    write(root, 'ohio');
    expect(Object.keys(treeOf(root)).sort()).toEqual(['manifest.json', 'stacks/ohio/cdk.tf.json']);
  });

  test('loses the configuration of stacks that are gone, and keeps what the engine left beside it', () => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'ohio', 'oregon', 'texas');
    fs.writeFileSync(path.join(root, 'stacks/oregon/.terraform.lock.hcl'), 'locked');
    write(root, 'ohio');
    expect(Object.keys(treeOf(root)).sort()).toEqual([
      'manifest.json',
      'stacks/ohio/cdk.tf.json',
      'stacks/oregon/.terraform.lock.hcl',
    ]);
  });

  test('stays whole when the work fails', () => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'ohio');
    const before = treeOf(root);
    const folder = new OutputFolder(root);
    expect(() =>
      folder.withStaging((staging) => {
        fs.writeFileSync(path.join(staging, 'half'), 'half');
        throw new Error('design broke');
      }),
    ).toThrow('design broke');
    expect(treeOf(root)).toEqual(before);
  });

  test('is refused when it holds things that are not ours', () => {
    const home = temporaryFolder();
    fs.writeFileSync(path.join(home, 'thesis.txt'), 'precious');
    expect(() => write(home, 'ohio')).toThrow(OutputFolderError);
    expect(() => write(home, 'ohio')).toThrow(/holds other files/);
    expect(treeOf(home)).toEqual({ 'thesis.txt': 'precious' });
  });

  test('is refused when it is a file', () => {
    const file = path.join(temporaryFolder(), 'out');
    fs.writeFileSync(file, 'x');
    expect(() => write(file, 'ohio')).toThrow(/is a file/);
  });

  test.each(['stacks', 'stacks/ohio', 'manifest.json'])('never follows a link at %s', (link) => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'ohio');
    const elsewhere = temporaryFolder();
    const outside = path.join(elsewhere, 'x');
    const inside = path.join(root, link);
    fs.renameSync(inside, outside);
    fs.symlinkSync(outside, inside);
    const before = treeOf(elsewhere);
    expect(() => write(root, 'ohio')).toThrow(/is a link/);
    expect(treeOf(elsewhere)).toEqual(before);
  });
});

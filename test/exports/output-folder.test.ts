import fs from 'node:fs';
import path from 'node:path';
import { OutputFolder } from '../../stacks/output-folder';
import { temporaryFolder, treeOf } from '../support/synthesized';

function write(root: string, ...files: string[]): void {
  const folder = new OutputFolder(root);
  folder.withStaging((staging) =>
    folder.replace(staging, [
      { path: 'manifest.json', content: JSON.stringify({ version: '1', stacks: { gavle: {} } }) },
      { path: 'stacks/gavle/cdk.tf.json', content: '{}' },
      ...files.map((file) => ({ path: `halls/gavle/${file}`, content: file })),
    ]),
  );
}

describe('the folder of halls', () => {
  test('loses what no longer belongs: the configuration of a switch that is gone', () => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'subnets.csv', 'sonic/c-leaf-u01-r1.json', 'sonic/c-leaf-u02-r1.json', 'slurm/old/topology.yaml');
    write(root, 'subnets.csv', 'sonic/c-leaf-u01-r1.json');
    expect(Object.keys(treeOf(root)).sort()).toEqual([
      'halls/gavle/sonic/c-leaf-u01-r1.json',
      'halls/gavle/subnets.csv',
      'manifest.json',
      'stacks/gavle/cdk.tf.json',
    ]);
    expect(fs.existsSync(path.join(root, 'halls/gavle/slurm'))).toBe(false);
  });

  test('goes when no site has a hall', () => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'subnets.csv');
    write(root);
    expect(Object.keys(treeOf(root)).sort()).toEqual(['manifest.json', 'stacks/gavle/cdk.tf.json']);
    expect(fs.existsSync(path.join(root, 'halls'))).toBe(false);
  });

  test('does not keep the stack of another site with its name', () => {
    const root = path.join(temporaryFolder(), 'out');
    write(root, 'subnets.csv');
    const folder = new OutputFolder(root);
    folder.withStaging((staging) =>
      folder.replace(staging, [
        { path: 'manifest.json', content: JSON.stringify({ stacks: { ohio: {} } }) },
        { path: 'stacks/ohio/cdk.tf.json', content: '{}' },
        { path: 'halls/gavle/subnets.csv', content: '' },
      ]),
    );
    expect(Object.keys(treeOf(root)).sort()).toEqual([
      'halls/gavle/subnets.csv',
      'manifest.json',
      'stacks/ohio/cdk.tf.json',
    ]);
  });

  test.each(['halls', 'halls/gavle', 'halls/gavle/sonic', 'halls/gavle/subnets.csv'])(
    'never follows a link at %s',
    (link) => {
      const root = path.join(temporaryFolder(), 'out');
      write(root, 'subnets.csv', 'sonic/c-leaf-u01-r1.json');
      const outside = temporaryFolder();
      fs.writeFileSync(path.join(outside, 'precious'), 'precious');
      fs.rmSync(path.join(root, link), { recursive: true });
      fs.symlinkSync(outside, path.join(root, link));
      expect(() => write(root, 'subnets.csv')).toThrow(/is a link/);
      expect(treeOf(outside)).toEqual({ precious: 'precious' });
    },
  );
});

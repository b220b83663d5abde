import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** Modules that a program loads, by the names of their packages. */
function loadedBy(program: string): string[] {
  const script = `${program}; console.log(JSON.stringify(Object.keys(require.cache)))`;
  const files = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })) as string[];
  return [...new Set(files.map((file) => file.replace(/^.*node_modules\/((@[^/]+\/)?[^/]+)\/.*$/, '$1')))];
}

const registry = "const { TargetRegistry } = require('./dist/constructs/targets/registry')";

describe('a run loads only what it uses', () => {
  test('the design of a blueprint loads no CDK', () => {
    const packages = loadedBy(`${registry}; TargetRegistry.builtIn().profiles(); require('./dist/design')`);
    expect(packages.filter((name) => /cdktf|constructs$/.test(name))).toEqual([]);
  });

  test.each([
    ['aws', '@cdktf/provider-azurerm'],
    ['azure', '@cdktf/provider-aws'],
  ])('target %s loads nothing of %s', (name, other) => {
    const packages = loadedBy(`${registry}; TargetRegistry.builtIn().target('${name}')`);
    expect(packages).toContain('cdktf');
    expect(packages).not.toContain(other);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { TargetRegistry } from '../../constructs/targets/registry';
import { Feature } from '../../design/target-profile';

test('the table of features says what the targets declare', () => {
  const registry = TargetRegistry.builtIn();
  const page = fs.readFileSync(path.join(__dirname, '../../docs/targets.md'), 'utf8');
  const header = `| feature | ${registry.names().join(' | ')} |`;
  const rows = Object.values(Feature).map((feature) => {
    const cells = registry.profiles().map((profile) => (profile.features.includes(feature) ? 'yes' : '–'));
    return `| ${feature} | ${cells.join(' | ')} |`;
  });
  expect(page).toContain([header, '| --- |'.concat(' --- |'.repeat(registry.names().length)), ...rows].join('\n'));
});

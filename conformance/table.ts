import type { TargetRegistry } from '../constructs/targets/registry';
import { Feature } from '../design/target-profile';

/** What each target of a registry can do: a row a feature, as Markdown. A gap is a cell. */
export function conformanceTable(registry: TargetRegistry): string {
  const profiles = registry.profiles();
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['feature', ...profiles.map(({ name }) => name)]),
    row(['---', ...profiles.map(() => '---')]),
    ...Object.values(Feature).map((feature) =>
      row([feature, ...profiles.map(({ features }) => (features.includes(feature) ? 'yes' : '–'))]),
    ),
  ].join('\n');
}

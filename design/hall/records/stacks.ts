import type { SiteDesign, StackDesign } from '../../basis';
import type { ITargetProfile } from '../../target-profile';
import { chainStack, type HallParts, linkStack, recordsOfChain, recordsOfRow, rowOfKey, rowStack } from './parts';

/** The stack of the kinds that all halls of a target share. */
export function kindsStack(target: string): string {
  return `${target}-kinds`;
}

/** Records of a stack, and how long the target's inventory takes for them. */
export function sized(
  records: number,
  { secondsPerRecord }: ITargetProfile,
): Pick<StackDesign, 'records' | 'applySeconds'> {
  return secondsPerRecord === undefined
    ? { records }
    : { records, applySeconds: Math.ceil(records * secondsPerRecord) };
}

/**
 * Stacks of a hall in deploy order, without those of its site and its control planes: the grid, the power of each hall, the rows, and
 * cables last, which may lead to any row.
 */
export function hallStacks(site: SiteDesign, parts: HallParts, profile: ITargetProfile): StackDesign[] {
  const planes = site.clusters.flatMap(({ controlPlanes }) => controlPlanes.map(({ stack }) => stack));
  const grounds = [kindsStack(site.target), site.name];
  const stack = (name: string, records: number, dependsOn: string[]): StackDesign => ({
    name,
    site: site.name,
    ...sized(records, profile),
    dependsOn,
  });
  const chains: StackDesign[] = [];
  for (const chain of parts.chains) {
    // What feeds a hall stands outside of it, or in a hall before it.
    chains.push(
      stack(chainStack(site.name, chain), recordsOfChain(chain), [...grounds, ...chains.map(({ name }) => name)]),
    );
  }
  const power = chains.map(({ name }) => name);
  return [
    ...chains,
    ...parts.rows.map((row) => stack(rowStack(site.name, row), recordsOfRow(row), [...grounds, ...planes, ...power])),
    ...parts.links.map((part) =>
      stack(linkStack(site.name, part), part.records, [
        site.name,
        ...part.rows.map((key) => rowStack(site.name, rowOfKey(key))),
      ]),
    ),
  ];
}

import type { RedundancyChange } from '../model';
import type { WrittenBasis } from './read-basis';

interface Held {
  readonly site: string;
  readonly loadClass: string;
  readonly property: string;
  readonly because?: string;
}

/** What the power of owned halls withstands before and not after, or the other way round. */
export function compareRedundancy(base: WrittenBasis, head: WrittenBasis): RedundancyChange[] {
  const [before, after] = [held(base), held(head)];
  const halls = new Set(head.sites.filter(({ hall }) => hall !== undefined).map(({ name }) => name));
  const halled = new Set(base.sites.filter(({ hall }) => hall !== undefined).map(({ name }) => name));
  const told = (change: 'won' | 'lost', { site, loadClass, property, because }: Held): RedundancyChange => ({
    site,
    loadClass,
    property,
    change,
    what: `${property} ${change} in hall ${site} (${loadClass} load)`,
    ...(because !== undefined && { because }),
  });
  const lost = [...before.values()].filter((each) => halls.has(each.site) && !after.has(idOf(each)));
  const won = [...after.values()].filter((each) => halled.has(each.site) && !before.has(idOf(each)));
  return [
    ...lost.map((each) => told('lost', { ...each, because: whyNot(head, each) })),
    ...won.map((each) => told('won', each)),
  ];
}

/** Properties by the names that the design gives them; a redundancy is one that a load class has. */
function held({ sites }: WrittenBasis): Map<string, Held> {
  const all = sites.flatMap(({ name: site, hall }) =>
    (hall?.power.properties ?? []).flatMap(
      ({ loadClass, redundancy, concurrentlyMaintainable, singleFaultTolerant }): Held[] => [
        { site, loadClass, property: redundancy },
        ...(concurrentlyMaintainable.holds
          ? [{ site, loadClass, property: 'concurrently maintainable', because: concurrentlyMaintainable.because }]
          : []),
        ...(singleFaultTolerant.holds
          ? [{ site, loadClass, property: 'single-fault tolerant', because: singleFaultTolerant.because }]
          : []),
      ],
    ),
  );
  return new Map(all.map((each) => [idOf(each), each]));
}

function whyNot({ sites }: WrittenBasis, { site, loadClass, property }: Held): string | undefined {
  const found = sites
    .find(({ name }) => name === site)
    ?.hall?.power.properties.find((each) => each.loadClass === loadClass);
  if (found === undefined) return 'there is no such load any more';
  if (property === 'concurrently maintainable') return found.concurrentlyMaintainable.because;
  if (property === 'single-fault tolerant') return found.singleFaultTolerant.because;
  return `it has ${found.redundancy} now`;
}

function idOf({ site, loadClass, property }: Held): string {
  return JSON.stringify([site, loadClass, property]);
}

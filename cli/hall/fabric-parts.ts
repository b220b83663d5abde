import type { NetworkDesign } from '../../design/fabric';
import { marked } from '../explain/figures';
import type { Page } from '../outcome';
import { number } from '../text';
import { grouped, range, section, sentences } from './folded';

export function switchTable(networks: NetworkDesign[], page: Page): string {
  const rows = networks.flatMap(({ role, bill, models }) =>
    Object.entries(bill.switches).map(([tier, count]) => {
      const model = models[tier];
      return [
        role,
        tier,
        number(count),
        model === undefined ? '?' : `${model.vendor} ${model.model}`,
        model === undefined ? '?' : `${model.ports} x ${model.gbps} Gbit/s`,
        model?.sonic ?? '?',
        model?.maximumW === undefined ? '?' : number(model.maximumW),
      ];
    }),
  );
  const columns = [
    { head: 'network', whole: true },
    { head: 'tier', whole: true },
    { head: 'switches', right: true },
    { head: 'model' },
    { head: 'ports' },
    { head: 'SONiC' },
    { head: 'W at most', right: true },
  ];
  return section(page, 'switches by model', columns, rows, 'kind of switch', 24);
}

export function cableTable(networks: NetworkDesign[], page: Page): string {
  const rows = networks.flatMap(({ role, links }) =>
    [...grouped(links, ({ tier, medium, gbps }) => `${tier} ${medium} ${gbps}`).values()].map((group) => [
      role,
      group[0]!.tier,
      group[0]!.medium === 'unknown' ? '?' : group[0]!.medium,
      group[0]!.cableType,
      number(group.length),
      range(
        group.map(({ lengthM }) => lengthM),
        'm',
      ),
    ]),
  );
  const columns = [
    { head: 'network', whole: true },
    { head: 'between', whole: true },
    { head: 'medium' },
    { head: 'cable' },
    { head: 'cables', right: true },
    { head: 'length' },
  ];
  return section(page, 'cables', columns, rows, 'kind of cable', 24);
}

export function opticTable(networks: NetworkDesign[], page: Page): string {
  const rows = networks.flatMap(({ role, optics }) =>
    optics.map(({ optic, kind, count, watts }) => [role, optic, kind, number(count), marked(watts)]),
  );
  const columns = [
    { head: 'network', whole: true },
    { head: 'optic or cable with plugs', whole: true },
    { head: 'kind' },
    { head: 'pieces', right: true },
    { head: 'W of all, at most', right: true },
  ];
  return section(page, 'optics', columns, rows, 'optic', 24);
}

/** Where the facts about switches, optics and cables stand; a maker's figures are claims. In sentences: an address stays whole. */
export function sourceList(networks: NetworkDesign[], page: Page): string {
  const models = networks.flatMap((network) => Object.values(network.models));
  const optics = networks.flatMap((network) => network.optics);
  const texts = [
    ...models.map(({ id, powerBasis, source }) => {
      return `${id}: ${powerBasis === undefined ? '? no power is known' : `! power by ${powerBasis}`}; ${source}`;
    }),
    ...optics.map(({ optic, watts }) => {
      const source = watts.sources.join('; ') || (watts.note ?? 'no source');
      return `${optic}: ${watts.value === undefined ? '? no power is known' : '! power at most, by its maker'}; ${source}`;
    }),
  ];
  return sentences(page, 'where the facts about them come from', [...new Set(texts)], 40);
}

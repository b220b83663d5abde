import type { FabricDesign, NetworkDesign } from '../../design/fabric';
import type { Page } from '../outcome';
import { number } from '../text';
import { grouped, section } from './folded';

/** Addresses and autonomous systems; subnets of one purpose stand in one row. */
export function addressSections({ addresses, networks }: FabricDesign, page: Page): string[] {
  const { blocks, subnets } = addresses;
  const rows = [
    ...grouped(subnets, ({ purpose }) => KINDS.find((kind) => purpose.startsWith(`${kind} `)) ?? purpose),
  ].flatMap(([purpose, group]) =>
    group.length === 1 || !KINDS.includes(purpose)
      ? group.map(({ prefix, purpose: exact, used }) => [exact, prefix, '1', number(used)])
      : [
          [
            purpose,
            `${group[0]!.prefix} to ${group.at(-1)!.prefix}`,
            number(group.length),
            number(group.reduce((sum, { used }) => sum + used, 0)),
          ],
        ],
  );
  const columns = [
    { head: 'for' },
    { head: 'prefix' },
    { head: 'subnets', right: true },
    { head: 'addresses used', right: true },
  ];
  const title = `addresses: links ${blocks.links}, loopbacks ${blocks.loopbacks}, out-of-band ${blocks.outOfBand}`;
  return [section(page, title, columns, rows, 'subnet', 24), asnTable(networks, page)];
}

/** Purposes that have a subnet a switch. */
const KINDS = ['out-of-band'];

function asnTable(networks: NetworkDesign[], page: Page): string {
  const rows = networks.flatMap(({ role, switches }) =>
    [...grouped(switches, ({ tier }) => tier)].flatMap(([tier, group]) => {
      const numbers = [...new Set(group.flatMap(({ asn }) => asn ?? []))].sort((one, other) => one - other);
      if (numbers.length === 0) return [];
      const [first, last] = [numbers[0]!, numbers.at(-1)!];
      // Autonomous systems are names, not amounts: no separators.
      return [
        [
          role,
          tier,
          first === last ? String(first) : `${first} to ${last}`,
          number(numbers.length),
          number(group.length),
        ],
      ];
    }),
  );
  const columns = [
    { head: 'network', whole: true },
    { head: 'tier', whole: true },
    { head: 'numbers' },
    { head: 'systems', right: true },
    { head: 'switches', right: true },
  ];
  return section(
    page,
    'autonomous systems (BGP)',
    columns,
    rows.length === 0 ? [['no network routes', '', '', '', '']] : rows,
    'tier',
    24,
  );
}

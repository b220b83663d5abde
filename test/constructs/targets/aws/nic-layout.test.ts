import { INTERFACES_PER_CARD, type Nic, NicKind, nicLayout } from '../../../../constructs/targets/aws/nic-layout';
import { catalogInstances } from './samples';

/** Every EFA row of the catalog: its layout in short, or why there is none. A new row must be added here on purpose. */
const EXPECTED: { readonly [instanceType: string]: Layout | string } = {
  'p4d.24xlarge': { cards: 4, efaOnCard0: true },
  'p4de.24xlarge': { cards: 4, efaOnCard0: true },
  'p5.4xlarge': { cards: 1, efaOnCard0: true },
  'p5.48xlarge': { cards: 32, efaOnCard0: true },
  'p5e.48xlarge': { cards: 32, efaOnCard0: true },
  'p5en.48xlarge': { cards: 16, efaOnCard0: true },
  'p6-b200.48xlarge': { cards: 8, efaOnCard0: true },
  'p6-b300.48xlarge': { cards: 17, efaOnCard0: false },
  'p6e-gb200.36xlarge': 'sources disagree',
  'g5.48xlarge': { cards: 1, efaOnCard0: true },
  'g6.8xlarge': { cards: 1, efaOnCard0: true },
  'g6.12xlarge': { cards: 1, efaOnCard0: true },
  'g6.24xlarge': { cards: 1, efaOnCard0: true },
  'g6.48xlarge': { cards: 1, efaOnCard0: true },
  'g6e.8xlarge': { cards: 1, efaOnCard0: true },
  'g6e.12xlarge': { cards: 1, efaOnCard0: true },
  'g6e.24xlarge': { cards: 2, efaOnCard0: true },
  'g6e.48xlarge': { cards: 4, efaOnCard0: true },
  'g7.12xlarge': 'how many network cards',
  'g7.24xlarge': 'how many network cards',
  'g7.48xlarge': 'how many network cards',
  'g7e.8xlarge': { cards: 1, efaOnCard0: true },
  'g7e.12xlarge': { cards: 1, efaOnCard0: true },
  'g7e.24xlarge': { cards: 2, efaOnCard0: true },
  'g7e.48xlarge': { cards: 4, efaOnCard0: true },
  'trn1.32xlarge': { cards: 8, efaOnCard0: true },
  'trn1n.32xlarge': { cards: 16, efaOnCard0: true },
  'trn2.48xlarge': { cards: 16, efaOnCard0: true },
  'trn2u.48xlarge': 'how many network cards',
  'c7gn.16xlarge': { cards: 1, efaOnCard0: true },
  'hpc7a.96xlarge': 'how many network cards',
  'hpc7g.16xlarge': 'how many network cards',
};

interface Layout {
  readonly cards: number;
  readonly efaOnCard0: boolean;
}

const EFA_ROWS = catalogInstances().filter((row) => row.rdmaKind === 'EFA');

function layoutOf(row: (typeof EFA_ROWS)[number]) {
  return nicLayout({
    instanceType: row.instanceType,
    rdmaInterfaces: row.rdmaInterfaces,
    networkCards: row.maxNetworkCards,
  });
}

test('the table names exactly the EFA rows of the catalog', () => {
  expect(EFA_ROWS.map((row) => row.instanceType).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(EFA_ROWS.map((row) => [row.instanceType, row] as const))('%s', (instanceType, row) => {
  const expected = EXPECTED[instanceType]!;
  const layout = layoutOf(row);

  if (typeof expected === 'string') {
    test('is refused with the reason', () => {
      expect(layout.nics).toEqual([]);
      expect(layout.refusal).toContain(expected);
      expect(layout.refusal).toContain(instanceType);
    });
    return;
  }

  test('has the layout of its cards', () => {
    const efaOnly = (card: number, device: number): Nic => ({ card, device, kind: NicKind.EFA_ONLY });
    const others = Array.from({ length: expected.cards - 1 }, (_, index) => efaOnly(index + 1, 0));
    expect(layout.refusal).toBeUndefined();
    expect(layout.nics).toEqual([
      { card: 0, device: 0, kind: NicKind.INTERFACE },
      ...(expected.efaOnCard0 ? [efaOnly(0, 1)] : []),
      ...others,
    ]);
  });

  test('has as many EFA interfaces as the catalog says, and one primary', () => {
    expect(layout.nics.filter((nic) => nic.kind === NicKind.EFA_ONLY)).toHaveLength(row.rdmaInterfaces!);
    expect(layout.nics.filter((nic) => nic.kind === NicKind.INTERFACE)).toHaveLength(1);
  });

  test('keeps each card within its interfaces, each place used once', () => {
    const most = INTERFACES_PER_CARD[instanceType] ?? 2;
    expect(layout.nics.every((nic) => nic.device < most)).toBe(true);
    expect(layout.nics.every((nic) => nic.card < row.maxNetworkCards!)).toBe(true);
    expect(new Set(layout.nics.map((nic) => `${nic.card}/${nic.device}`)).size).toBe(layout.nics.length);
  });
});

test('an unknown count is refused, never guessed', () => {
  expect(nicLayout({ instanceType: 'p9.48xlarge', networkCards: 8 }).refusal).toContain('how many EFA interfaces');
  expect(nicLayout({ instanceType: 'p9.48xlarge', rdmaInterfaces: 16, networkCards: 17 }).refusal).toContain(
    '16 EFA interfaces on 17 network cards',
  );
  expect(nicLayout({ instanceType: 'inf2.xlarge', rdmaInterfaces: 0, networkCards: 1 }).refusal).toContain('no EFA');
});

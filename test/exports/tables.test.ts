import { parse } from 'csv-parse/sync';
import { NetworkRole } from '../../design/hall/seams';
import { cluster, designed, HALLS } from './halls';

type Row = { readonly [column: string]: string };

function read(text: string | undefined): Row[] {
  return parse(text ?? '', { columns: true }) as Row[];
}

function sum(rows: Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

describe.each(Object.keys(HALLS))('%s', (name) => {
  const { hall, files } = HALLS[name]!();
  const links = hall.fabric.networks.flatMap(({ role, links: all }) => all.map((link) => ({ role, ...link })));

  test('the cable schedule has every cable once', () => {
    const cables = read(files['cable-schedule.csv']);
    const ends = cables.map((row) => `${row['network']} ${row['from_device']} ${row['from_port']}`);
    expect(new Set(ends).size).toBe(links.length);
    expect(ends).toEqual(links.map(({ role, a }) => `${role} ${a.device} ${a.port}`));
    expect(sum(cables, 'length_m')).toBeCloseTo(links.reduce((total, { lengthM }) => total + lengthM, 0));
  });

  test('no address is given twice, every one has its device, and the counts are those of the plan', () => {
    const addresses = read(files['addresses.csv']).filter((row) => row['address'] !== '');
    expect(new Set(addresses.map((row) => row['address']!.split('/')[0])).size).toBe(addresses.length);
    const subnets = read(files['subnets.csv']);
    expect(subnets).toHaveLength(hall.fabric.addresses.subnets.length);
    // A management subnet counts its gateway too.
    const gateways = subnets.filter((row) => row['purpose']!.startsWith('out-of-band ')).length;
    expect(sum(subnets, 'used')).toBe(addresses.length + gateways);
    for (const sw of hall.fabric.networks.flatMap(({ switches }) => switches)) {
      if (sw.outOfBand === undefined) continue;
      expect(addresses).toContainEqual(
        expect.objectContaining({ device: sw.name, address: sw.outOfBand, gateway: sw.outOfBandGateway }),
      );
    }
  });

  test('the bill counts what the design has, says where each line comes from and knows no price', () => {
    const bill = read(files['bill-of-materials.csv']);
    const of = (category: string, use = '') =>
      sum(
        bill.filter((row) => row['category'] === category && (use === '' || row['use']!.split(' ')[0] === use)),
        'quantity',
      );
    const whole = hall.racks.racks.filter(({ servers }) => servers[0]?.unit === undefined);
    expect(of('rack-scale-system')).toBe(whole.length);
    expect(of('rack')).toBe(hall.loads.length - whole.length);
    expect(of('server')).toBe(
      hall.racks.endpoints.length - whole.reduce((all, { servers }) => all + servers.length, 0),
    );
    for (const { role, switches, links: cables, optics } of hall.fabric.networks) {
      expect([role, of('switch', role)]).toEqual([role, switches.length]);
      expect([role, of('cable', role)]).toEqual([role, cables.length]);
      const modules = optics.filter(({ kind }) => kind === 'transceiver').reduce((all, { count }) => all + count, 0);
      expect([role, of('optic', role)]).toEqual([role, modules]);
    }
    expect(of('feed')).toBe(hall.power.feeds.length);
    expect(of('electrical') + of('feed')).toBe(hall.power.equipment.length);
    expect(of('battery')).toBe(hall.power.equipment.filter(({ batteryKwh = 0 }) => batteryKwh > 0).length);
    for (const row of bill) {
      expect(row['basis']).not.toBe('');
      expect(row['source']).not.toBe('');
      expect([row['unit_price'], row['currency'], row['price_basis']]).toEqual(['', '', 'unknown']);
    }
  });
});

test('what the blueprint describes is not billed as a row of the catalog, even under the name of one', () => {
  const { files } = designed(
    ', racks: { servers: { dgx-h100: { accelerator: h100-sxm, accelerators: 8, height: 5, power: 9 kW } } }',
    cluster('frontier', 'h100-sxm', 16, 'training', ', instance: dgx-h100'),
  );
  const [server] = read(files['bill-of-materials.csv']).filter((row) => row['category'] === 'server');
  expect(server).toMatchObject({
    item: 'dgx-h100',
    quantity: '2',
    basis: 'stated',
    source: 'described in the blueprint',
  });
});

test('engineering defaults are marked where they decide a size', () => {
  const bill = read(HALLS['inference, fed from two sides behind UPS and generators']!().files['bill-of-materials.csv']);
  const marks = new Map(bill.map((row) => [row['item'], row['basis']]));
  expect(marks.get('transformer')).toBe('engineering default');
  expect(marks.get('ups')).toBe('engineering default');
  expect(marks.get('generator')).toBe('engineering default');
  expect(marks.get('busway')).toBe('derived');
});

test('twisted pair and copper with fixed plugs are cables, and no modules', () => {
  const { hall, files } = HALLS['training, fed from one side']!();
  const management = hall.fabric.networks.find(({ role }) => role === NetworkRole.OUT_OF_BAND)!;
  const pairs = management.optics.find(({ kind }) => kind === 'twisted-pair')!;
  const bill = read(files['bill-of-materials.csv']);
  const cables = bill.filter((row) => row['category'] === 'cable' && row['description'] === 'cat6a');
  expect(sum(cables, 'quantity')).toBe(pairs.count);
  expect(bill.map((row) => row['item'])).not.toContain(pairs.optic);
});

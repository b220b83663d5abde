import { parse } from 'yaml';
import { checkDocument } from '../../../blueprints/language';
import { loadCatalog } from '../../../catalog';
import { profile as netbox } from '../../../constructs/targets/netbox/profile';
import { designBlueprint } from '../../../design';
import type { SiteDesign } from '../../../design/basis';
import type { HallDesign } from '../../../design/hall';
import { floorOf, type HallParts, kindsOf, type LinkRecord, RECORDS_OF_A_PART } from '../../../design/hall/records';

const catalog = loadCatalog();

interface Recorded {
  readonly site: SiteDesign;
  readonly hall: HallDesign;
  readonly parts: HallParts;
  readonly stacks: ReturnType<typeof designBlueprint>['basis'] & object;
}

function recorded(accelerators: string, site = ''): Recorded {
  const { document, findings } = checkDocument(
    parse(`
wattform: 1
name: own
sites:
  gavle: { target: netbox, region: sweden${site} }
clusters:
  frontier: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: ${accelerators} }
`),
    { targets: ['netbox'] },
  );
  expect(findings).toEqual([]);
  const { basis, records, findings: found } = designBlueprint(document!, { catalog, profiles: [netbox] });
  expect(found.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  const { hall, parts } = records.get('gavle')!;
  return { site: basis!.sites[0]!, hall, parts, stacks: basis! };
}

/** The row and part of each link, by where it begins. */
function linksByEnd({ parts }: Recorded): Map<string, LinkRecord & { readonly stack: string }> {
  return new Map(
    parts.links.flatMap(({ hall, row, part, links }) =>
      links.map((link) => [`${link.fromDevice} ${link.fromPort}`, { ...link, stack: `${hall}-${row} ${part}` }]),
    ),
  );
}

const HALLS: [what: string, accelerators: string, site: string][] = [
  ['air-cooled servers', '{ model: h100-sxm, count: 128 }', ''],
  [
    'accelerators of AMD, 2N',
    '{ model: mi300x, count: 256 }',
    ', power: { redundancy: { critical: 2N, checkpointable: 2N, deferrable: 2N } }',
  ],
  ['racks of 72', '{ model: gb200, count: 288 }', ''],
  ['an InfiniBand fabric', '{ model: h100-sxm, count: 256 }', ', fabric: { technology: infiniband }'],
];

describe.each(HALLS)('records of a hall of %s', (_what, accelerators, more) => {
  const made = recorded(accelerators, more);
  const { hall, parts } = made;
  const kinds = kindsOf([{ site: made.site, hall }], []);
  const kindOf = new Map(kinds.deviceKinds.map((kind) => [kind.id, kind]));
  const devices = parts.rows.flatMap((row) => row.devices);
  const strips = new Map(
    parts.rows.flatMap((row) =>
      row.feeds.map(({ strip, stripKind, rack, side }) => [strip, { stripKind, rack, side }]),
    ),
  );
  const portsOf = new Map(
    devices.map(({ name, kind }) => [name, new Set(kindOf.get(kind)!.ports.map((port) => port.name))]),
  );

  test('has every server, switch and rack of the design, once', () => {
    const servers = hall.racks.racks.flatMap((rack) => rack.servers.map(({ name }) => name));
    const switches = hall.fabric.networks.flatMap((network) => network.switches.map(({ name }) => name));
    expect(devices.map(({ name }) => name).sort()).toEqual([...servers, ...switches].sort());
    const racks = parts.rows.flatMap((row) => row.racks.map(({ place }) => place.name));
    expect(racks.sort()).toEqual(hall.loads.map(({ rack }) => rack.name).sort());
  });

  test('leads every cable to ports that its kinds of devices have, and to each once', () => {
    const links = parts.links.flatMap((part) => part.links);
    expect(links.length).toBe(hall.fabric.networks.reduce((sum, network) => sum + network.links.length, 0));
    const ends = links.flatMap((link) => [
      [link.fromDevice, link.fromPort],
      [link.toDevice, link.toPort],
    ]);
    expect(ends.filter(([device, port]) => !portsOf.get(device!)!.has(port!))).toEqual([]);
    expect(new Set(ends.map((end) => end.join(' '))).size).toBe(ends.length);
  });

  test('keeps every row that a cable leads to among those of its part', () => {
    const rowOf = new Map(parts.rows.flatMap((row) => row.devices.map(({ name }) => [name, `${row.hall}-${row.row}`])));
    for (const { links, rows } of parts.links) {
      const reached = links.flatMap(({ fromDevice, toDevice }) => [rowOf.get(fromDevice), rowOf.get(toDevice)]);
      expect(rows).toEqual([...new Set(reached)].sort());
    }
  });

  test('plugs every device into outlets that are there, none twice, on strips of its own rack', () => {
    const plugs = devices.flatMap(({ rack, name, kind, plugs: own }) =>
      own.map((plug) => ({ rack, name, kind, ...plug })),
    );
    expect(plugs.length).toBeGreaterThanOrEqual(devices.length);
    for (const { rack, kind, inlet, strip, outlet } of plugs) {
      expect(strips.get(strip)!.rack).toBe(rack);
      expect(kindOf.get(strips.get(strip)!.stripKind)!.outlets).toContain(outlet);
      expect(kindOf.get(kind)!.inlets.map(({ name }) => name)).toContain(inlet);
    }
    expect(new Set(plugs.map(({ strip, outlet }) => `${strip} ${outlet}`)).size).toBe(plugs.length);
  });

  test('leads from every server to the grid', () => {
    const equipment = new Map(parts.chains.flatMap((chain) => chain.equipment.map((each) => [each.name, each])));
    const feeds = new Map(parts.rows.flatMap((row) => row.feeds.map((feed) => [feed.strip, feed])));
    const reaches = (name: string): boolean => {
      const { upstream } = equipment.get(name)!;
      return upstream.length === 0 ? /^(utility|gen)/.test(name) : upstream.every((way) => reaches(way.name));
    };
    for (const { plugs } of devices) {
      expect(plugs.length).toBeGreaterThan(0);
      for (const { strip } of plugs) {
        const { panel } = feeds.get(strip)!;
        expect(equipment.get(panel)!.panel).toBe(true);
        expect(reaches(panel)).toBe(true);
      }
    }
  });

  test('rounds draws up and capacities down', () => {
    for (const { equipment } of parts.chains) {
      for (const { name, peakW, limitW } of equipment) {
        const designed = hall.power.equipment.find(({ id }) => id === name)!;
        expect(peakW).toBeGreaterThanOrEqual(designed.peakKw * 1000 - 1e-3);
        if (limitW !== undefined) expect(limitW).toBeLessThanOrEqual(designed.limitKw! * 1000 + 1e-3);
        if (limitW !== undefined) expect(peakW).toBeLessThanOrEqual(limitW);
      }
    }
  });

  test('counts what a stack holds', () => {
    const stacks = made.stacks.stacks.filter(({ records }) => records !== undefined);
    expect(stacks.length).toBe(2 + parts.chains.length + parts.rows.length + parts.links.length);
    expect(floorOf(hall).halls.length).toBe(made.site.hall!.halls);
    for (const { records, applySeconds } of stacks) {
      expect(records).toBeLessThanOrEqual(RECORDS_OF_A_PART);
      expect(applySeconds).toBe(Math.ceil((records! * 157) / 906));
    }
  });
});

describe('a hall of 16,384 accelerators', () => {
  test.each(['h100-sxm', 'mi300x', 'gb200'])('of %s fits into states of 3,000 records', (model) => {
    const { stacks } = recorded(`{ model: ${model}, count: 16384 }`).stacks;
    expect(Math.max(...stacks.map(({ records }) => records ?? 0))).toBeLessThanOrEqual(RECORDS_OF_A_PART);
    expect(stacks.length).toBeLessThan(400);
  });
});

describe('names and places are stable', () => {
  // Sixty servers; the fabric has room for sixty-four, and rack 17 takes those of rack 3.
  const before = recorded('{ model: h100-sxm, count: 480 }');

  test('taking out rack 3 moves no cable of another rack, to no other port, address or state', () => {
    const after = linksByEnd(recorded('{ model: h100-sxm, count: 480 }', ', racks: { retired: [3] }'));
    const kept = [...linksByEnd(before)].filter(([end]) => !end.startsWith('r0003-'));
    expect(kept.length).toBeGreaterThan(1000);
    for (const [end, link] of kept) expect(after.get(end)).toEqual(link);
  });

  test('growing a pool moves no cable that a server has', () => {
    const after = linksByEnd(recorded('{ model: h100-sxm, count: 768 }'));
    const servers = [...linksByEnd(before)].filter(([end]) => /^r0\d{3}-/.test(end));
    expect(servers.length).toBeGreaterThan(500);
    // A longer or shorter cable may be ordered: racks of switches stand behind more of their kind.
    for (const [end, { lengthM: _length, cableType: _type, ...link }] of servers) {
      expect(after.get(end)).toMatchObject(link);
    }
  });
});

describe('halls of several sites in one inventory', () => {
  const two = (second: string, cluster = 'b') =>
    designBlueprint(
      checkDocument(
        parse(`
wattform: 1
name: own
sites:
  gavle: { target: netbox, region: sweden }
  lulea: { target: netbox, region: sweden${second} }
clusters:
  a: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 64 } }
  ${cluster}: { site: lulea, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 64 } }
`),
        { targets: ['netbox'] },
      ).document!,
      { catalog, profiles: [netbox] },
    );

  test('may not have the same numbers in BGP, and the hint is a base that works', () => {
    const { basis, findings } = two('');
    expect(basis).toBeUndefined();
    const clash = findings.find(({ message }) => message.includes('BGP'))!;
    expect(clash.path).toEqual(['sites', 'lulea']);
    const base = /to (\d+)/.exec(clash.hint!)![1];
    expect(two(`, fabric: { asnBase: ${base} }`).basis).toBeDefined();
  });

  test('share their kinds, which are made once', () => {
    const { basis } = two(', fabric: { asnBase: 4200100000 }');
    expect(basis!.stacks.filter(({ name }) => name === 'netbox-kinds')).toHaveLength(1);
    expect(basis!.stacks[0]!.name).toBe('netbox-kinds');
  });

  test('a cluster may not take the name of a part of its hall', () => {
    const { basis, findings } = two(', fabric: { asnBase: 4200100000 }', 'grid');
    expect(basis).toBeUndefined();
    expect(findings.find(({ code }) => code === 'WF330')!.message).toContain('lulea-grid');
  });
});

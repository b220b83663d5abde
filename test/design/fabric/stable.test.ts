import { designFabric, type FabricAsk, type FabricDesign } from '../../../design/fabric';
import { NetworkRole } from '../../../design/hall/seams';
import { ALL_PORTS, allNetworks, ask, compute, hall } from './halls';

function design(of: FabricAsk): FabricDesign {
  const { design: made, findings } = designFabric(of);
  expect(findings).toEqual([]);
  return made!;
}

/** Every line that an operator would see change. */
function lines({ networks, networkRacks }: FabricDesign): { readonly [key: string]: string } {
  const all: { [key: string]: string } = {};
  for (const { role, switches, links } of networks) {
    for (const sw of switches) all[`${role} ${sw.name}`] = JSON.stringify(sw);
    for (const link of links) all[`${link.a.device} ${link.a.port}`] = JSON.stringify(link);
  }
  for (const rack of networkRacks) all[rack.rack.name] = JSON.stringify([rack.rack, rack.switches]);
  return all;
}

function changes(before: FabricDesign, after: FabricDesign): string[] {
  const [old, now] = [lines(before), lines(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => old[key] !== now[key]);
}

describe('taking out rack 3', () => {
  it.each([1, 3, 7, 32])(
    're-cables and renumbers nothing but its own links, on four networks (rack %i of 32)',
    (gone) => {
      const endpoints = hall({ servers: 128, ports: ALL_PORTS });
      const pools = [{ name: 'c/w', servers: 128 }];
      const before = design(ask(endpoints, allNetworks(), { pools }));
      const after = design(
        ask(
          endpoints.filter(({ rack }) => rack.index !== gone),
          allNetworks(),
          { pools },
        ),
      );
      const own = `r${String(gone).padStart(4, '0')}-`;
      const changed = changes(before, after);
      expect(changed.length).toBe(4 * (8 + 2 + 2 + 1));
      expect(changed.filter((key) => !key.startsWith(own))).toEqual([]);
      expect(after.networks.every(({ proof }) => proof.holds)).toBe(true);
    },
  );

  it('holds for racks of a rack-scale system, and for three tiers', () => {
    const ports = [{ network: NetworkRole.COMPUTE, count: 4, gbps: 400 }];
    const endpoints = hall({ servers: 18 * 80, perRack: 18, accelerators: 4, ports });
    const pools = [{ name: 'c/w', servers: endpoints.length, scaleUpServers: 18 }];
    const before = design(ask(endpoints, [compute('qm9700')], { pools }));
    const after = design(
      ask(
        endpoints.filter(({ rack }) => rack.index !== 3),
        [compute('qm9700')],
        { pools },
      ),
    );
    expect(before.networks[0]?.tiers).toBe(3);
    const changed = changes(before, after);
    // A rack is a unit here: its four leafs go with it, and the racks' lists of switches tell of that.
    const names = ['r0003-', 'c-leaf-u03-', 'compute c-leaf-u03-', 'r2'];
    expect(changed.filter((key) => !names.some((name) => key.startsWith(name)))).toEqual([]);
  });
});

describe('growth', () => {
  it('appends what it was planned for', () => {
    const pools = [{ name: 'c/w', servers: 256 }];
    const few = design(ask(hall({ servers: 96, ports: ALL_PORTS }), allNetworks(), { pools }));
    const many = design(ask(hall({ servers: 256, ports: ALL_PORTS }), allNetworks(), { pools }));
    const [old, now] = [lines(few), lines(many)];
    const moved = Object.keys(old).filter((key) => old[key] !== now[key] && !/^r2\d{4}$/.test(key));
    expect(moved).toEqual([]);
  });

  it('adds pods and cores without moving a cable of the pods that stand', () => {
    const pools = [{ name: 'c/w', servers: 1024 }];
    const few = design(ask(hall({ servers: 300 }), [compute('qm9700')], { pools }));
    const many = design(ask(hall({ servers: 1024 }), [compute('qm9700')], { pools }));
    const [old, now] = [lines(few), lines(many)];
    expect(Object.keys(old).filter((key) => old[key] !== now[key] && !/^r2\d{4}$/.test(key))).toEqual([]);
  });

  it('of one pool leaves the next alone when that one begins in a unit of its own, and both are planned for', () => {
    const second = hall({ servers: 32, pool: 'c/second', firstRack: 161 });
    const pools = [
      { name: 'c/w', servers: 192 },
      { name: 'c/second', firstUnit: 7 },
    ];
    const before = design(ask([...hall({ servers: 64 }), ...second], [compute('qm9700')], { pools }));
    const after = design(ask([...hall({ servers: 128 }), ...second], [compute('qm9700')], { pools }));
    const names = changes(before, after);
    expect(names.filter((key) => /^r01|leaf-u07/.test(key))).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  designFabric,
  FabricTechnology,
  type NetworkDesign,
  type SonicConfig,
  sonicConfigs,
} from '../../../design/fabric';
import { ALL_PORTS, allNetworks, ask, compute, hall, model } from './halls';

/** Python with the packages osism (installed without its dependencies) and pydantic. */
const PYTHON = process.env['CHECK_PYTHON'] ?? 'python3';
const CHECK = join(__dirname, 'check_config_db.py');
const missing = spawnSync(PYTHON, ['-c', 'import importlib.metadata as m, pydantic; m.distribution("osism")'], {
  encoding: 'utf8',
});
const reason = missing.status === 0 ? undefined : (missing.stderr ?? String(missing.error)).trim().split('\n').at(-1);

function check(configs: SonicConfig[]): { readonly errors: string[]; readonly unchecked: string[] } {
  const input = JSON.stringify(Object.fromEntries(configs.map(({ device, tables }) => [device, tables])));
  const { stdout, stderr, status } = spawnSync(PYTHON, [CHECK], { input, encoding: 'utf8', maxBuffer: 1e9 });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const networks = (): NetworkDesign[] =>
  designFabric(ask(hall({ servers: 64, ports: ALL_PORTS }), allNetworks())).design!.networks;
const one = (device: string): SonicConfig =>
  networks()
    .flatMap((network) => sonicConfigs(network))
    .find((each) => each.device === device)!;

describe('config_db.json', () => {
  it('of a leaf: BGP unnumbered to every spine, a /31 to every server, PFC and ECN on the lossless priorities', () => {
    const { tables } = one('c-leaf-u01-r3');
    expect(tables['DEVICE_METADATA']?.['localhost']).toMatchObject({
      hostname: 'c-leaf-u01-r3',
      platform: 'x86_64-nvidia_sn5600-r0',
      type: 'ToRRouter',
      bgp_asn: '4200010002',
      frr_mgmt_framework_config: 'true',
    });
    expect(tables['LOOPBACK_INTERFACE']).toEqual({ Loopback0: {}, 'Loopback0|10.64.0.2/32': {} });
    expect(tables['MGMT_INTERFACE']).toEqual({ 'eth0|10.80.0.132/26': { gwaddr: '10.80.0.129' } });
    // 64 servers down on cages 1 to 32, 64 uplinks on the others.
    expect(Object.keys(tables['PORT'] ?? {})).toHaveLength(128);
    expect(tables['PORT']?.['Ethernet4']).toMatchObject({ lanes: '4,5,6,7', index: '1', speed: '400000', fec: 'rs' });
    expect(Object.keys(tables['BGP_NEIGHBOR'] ?? {})).toHaveLength(64);
    expect(tables['BGP_NEIGHBOR']?.['default|Ethernet256']).toMatchObject({ peer_group_name: 'FABRIC' });
    expect(tables['INTERFACE']?.['Ethernet256']).toEqual({ ipv6_use_link_local_only: 'enable' });
    expect(Object.keys(tables['INTERFACE'] ?? {}).filter((key) => key.endsWith('/31'))).toHaveLength(64);
    expect(tables['PORT_QOS_MAP']?.['Ethernet0']).toMatchObject({ pfc_enable: '3,4', dscp_to_tc_map: 'AZURE' });
    expect(tables['DSCP_TO_TC_MAP']?.['AZURE']).toMatchObject({ 26: '3', 48: '6', 0: '1' });
    expect(tables['WRED_PROFILE']?.['AZURE_LOSSLESS']).toMatchObject({ ecn: 'ecn_all' });
    expect(tables['PFC_WD']?.['Ethernet0']).toMatchObject({ action: 'drop', detection_time: '200' });
  });

  it('of Ultra Ethernet marks and does not pause; of plain Ethernet does neither; of InfiniBand there is none', () => {
    const configs = (technology: FabricTechnology) => {
      const network = compute('sn5600', { technology });
      return sonicConfigs(designFabric(ask(hall({ servers: 8 }), [network])).design!.networks[0]!);
    };
    const [ultra] = configs(FabricTechnology.ULTRA_ETHERNET);
    expect(ultra?.tables['PFC_WD']).toBeUndefined();
    expect(ultra?.tables['PORT_QOS_MAP']?.['Ethernet0']).not.toHaveProperty('pfc_enable');
    expect(ultra?.tables['WRED_PROFILE']).toBeDefined();
    expect(configs(FabricTechnology.ETHERNET)[0]?.tables['WRED_PROFILE']).toBeUndefined();
    const infiniband = designFabric(ask(hall({ servers: 8 }), [compute('qm9700')])).design!.networks[0]!;
    expect(sonicConfigs(infiniband)).toEqual([]);
  });

  it('says what was assumed', () => {
    const network = compute('7060x6-64pe');
    const [config] = sonicConfigs(designFabric(ask(hall({ servers: 8 }), [network])).design!.networks[0]!);
    expect(config?.notes.join('\n')).toContain('lanes of DCS-7060X6-64PE are assumed');
    expect(model('7060x6-64pe').sonicFirstLane).toBeUndefined();
  });
});

const name = 'passes schemas that others generated from SONiC’s own YANG models';
if (reason !== undefined) {
  it.skip(`${name} (skipped: ${reason}; pip install pydantic, pip install --no-deps osism)`, () => {});
} else {
  describe(name, () => {
    it('every switch of all networks, RoCE, plain and management', () => {
      const { errors, unchecked } = check(networks().flatMap((network) => sonicConfigs(network)));
      expect(errors).toEqual([]);
      // The package leaves this table out on purpose: its platform models autoneg otherwise.
      expect(unchecked.filter((line) => !line.includes("'MGMT_PORT'") && !line.includes('MGMT_PORT'))).toEqual([]);
    });

    it('three tiers of another vendor, Ultra Ethernet', () => {
      const network = compute('as9817-64o', { technology: FabricTechnology.ULTRA_ETHERNET, uplinkGbps: 800 });
      const [built] = designFabric(ask(hall({ servers: 600 }), [network])).design!.networks;
      expect(built?.tiers).toBe(3);
      const configs = sonicConfigs(built!).filter((_, at) => at % 40 === 0);
      expect(check(configs).errors).toEqual([]);
    });

    it('and the check is a real one: a wrong field, value or reference is found', () => {
      const { tables, device, notes } = one('c-leaf-u01-r1');
      const broken = {
        ...tables,
        PORT: { ...tables['PORT'], Ethernet0: { ...tables['PORT']!['Ethernet0'], speed: 'fast', colour: 'red' } },
        PFC_WD: { ...tables['PFC_WD'], Ethernet4096: { action: 'drop' } },
      } as SonicConfig['tables'];
      const { errors } = check([{ device, tables: broken, notes }]);
      expect(errors).toEqual([
        expect.stringContaining('PORT Ethernet0.speed'),
        expect.stringContaining("ifname='Ethernet4096' does not resolve"),
        expect.stringContaining('PORT Ethernet0: no field colour'),
      ]);
    });
  });
}

import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { cluster, designed } from './halls';

type Row = { readonly [column: string]: string };

const REDUNDANCY = ['N', 'N+1', 'block', '2N', '2(N+1)', '3N/2', '4N/3', '5N/4'];

const site = fc.record({
  model: fc.constantFrom('h100-sxm', 'mi300x', 'gaudi3', 'gb200'),
  servers: fc.integer({ min: 1, max: 40 }),
  purpose: fc.constantFrom('training', 'inference', 'batch'),
  redundancy: fc.constantFrom(...REDUNDANCY),
  code: fc.constantFrom('NEC', 'IEC'),
  row: fc.constantFrom('busway', 'panel'),
});

test('all files speak of the same servers, racks, feeds and cables, whatever the hall', () => {
  fc.assert(
    fc.property(site, ({ model, servers, purpose, redundancy, code, row }) => {
      const power = `code: ${code}, row: ${row}, redundancy: { critical: ${redundancy}, checkpointable: ${redundancy}, deferrable: ${redundancy} }`;
      // A panel of 400 A carries no rack of this size.
      const kind = model === 'gb200' && row === 'panel' ? 'h100-sxm' : model;
      const accelerators = kind === 'gb200' ? Math.ceil(servers / 18) * 72 : servers * 8;
      const { hall, files } = designed(`, power: { ${power} }`, cluster('one', kind, accelerators, purpose));
      const names = hall.racks.endpoints.map(({ name }) => name).sort();
      const table = (file: string): Row[] => parseCsv(files[file]!, { columns: true }) as Row[];

      const cabled = table('cable-schedule.csv').filter((each) => each['tier'] === 'server-leaf');
      expect(
        [...new Set(cabled.map((each) => each['from_device']!))].filter((each) => names.includes(each)).sort(),
      ).toEqual(names);

      const dps = JSON.parse(files['dps/topology.json']!) as { Entities: { Type: string; Name: string }[] };
      expect(
        dps.Entities.filter(({ Type }) => Type === 'ComputerSystem')
          .map(({ Name }) => Name)
          .sort(),
      ).toEqual(names);

      const chassis = JSON.parse(files['redfish/v1/Chassis/index.json']!) as {
        Members: { Id: string; ElectricalSourceNames: string[] }[];
      };
      expect(chassis.Members.map(({ Id }) => Id).sort()).toEqual(hall.loads.map(({ rack }) => rack.name).sort());
      const feeds = chassis.Members.flatMap((rack) => rack.ElectricalSourceNames);
      expect(feeds.sort()).toEqual(hall.power.feeds.map(({ id }) => id).sort());

      const [tree] = parseYaml(files['slurm/one/topology.yaml']!) as { tree: { switches: { nodes?: string }[] } }[];
      const listed = tree!.tree.switches.map(({ nodes = '' }) => nodes).join(',');
      const racks = new Set(names.map((name) => name.split('-')[0]));
      expect(new Set([...listed.matchAll(/r\d+/g)].map(([rack]) => rack))).toEqual(racks);
    }),
    { numRuns: 25 },
  );
});

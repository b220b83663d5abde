import fs from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { sonicConfigs } from '../../design/fabric';
import type { HallDesign } from '../../design/hall';
import { hallFiles, siteFiles } from '../../exports';
import { HallFacts } from '../../exports/facts';
import { LazyFile } from '../../exports/file';
import { SWITCHES_UNASKED } from '../../exports/sonic';
import { catalog, cluster, contentsOf, designed, HALLS } from './halls';

const GOLDEN = path.join(__dirname, 'golden');
const small = () => designed('', cluster('answers', 'h100-sxm', 16, 'inference'));

/** To accept a change: `UPDATE_GOLDEN=1 npx jest test/exports/files`, and say in the commit what it changes for the user. */
describe('the exports of a small hall are those that were reviewed', () => {
  const { files } = small();
  const reviewed = Object.keys(files).filter((file) => !file.startsWith('sonic/'));

  test.each(reviewed)('%s', (file) => {
    const kept = path.join(GOLDEN, file);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      fs.mkdirSync(path.dirname(kept), { recursive: true });
      fs.writeFileSync(kept, files[file]!);
    }
    expect(files[file]).toBe(fs.readFileSync(kept, 'utf8'));
  });

  test('and no more of them', () => {
    const kept = (fs.readdirSync(GOLDEN, { recursive: true, withFileTypes: true }) as fs.Dirent[])
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(GOLDEN, path.join(entry.parentPath, entry.name)));
    expect(kept.sort()).toEqual(reviewed.sort());
  });
});

describe('files', () => {
  test('are the same bytes again, also when the document has its keys in another order', () => {
    const one = HALLS['two clusters of different servers, IEC']!();
    const other = designed(
      ', power: { code: IEC }',
      cluster('answers', 'mi300x', 64, 'inference') + cluster('frontier', 'gb200', 144),
    );
    expect(other.files).toEqual(one.files);
    expect(Object.keys(other.files)).toEqual(Object.keys(one.files));
  });

  test('end with a line feed and have unix lines', () => {
    for (const [file, content] of Object.entries(small().files)) {
      expect([file, /\n$/.test(content), content.includes('\r')]).toEqual([file, true, false]);
    }
  });

  test('stand in the folder of their site, and their contents are made when they are asked for', () => {
    const { document, hall } = small();
    const trap = new Proxy(hall, {
      get: (target, key) => {
        if (key === 'power' && trapped) throw new Error('made too early');
        return Reflect.get(target, key) as unknown;
      },
    });
    let trapped = false;
    const files = hallFiles(document, new Map([['gavle', trap]]), { catalog });
    trapped = true;
    expect(files.every((file) => file.path.startsWith('halls/gavle/'))).toBe(true);
    const bill = files.find((file) => file.path.endsWith('bill-of-materials.csv'))!;
    expect(() => bill.content).toThrow('made too early');
  });

  test.each(['../x', 'a/../b', '/etc/passwd', 'a//b', '', '.hidden', 'a\nb', 'a/.', 'c:\\x'])(
    'have no path like %j',
    (bad) => {
      expect(() => new LazyFile(bad, () => '')).toThrow('no path of an export');
    },
  );
});

describe('config_db.json', () => {
  test('stands there for every switch that SONiC runs on, as the fabric renders it', () => {
    const { hall, files } = small();
    const configs = hall.fabric.networks.flatMap((network) => sonicConfigs(network));
    const written = Object.entries(files).filter(([file]) => file.startsWith('sonic/'));
    expect(configs.length).toBeGreaterThan(0);
    expect(Object.fromEntries(written.map(([file, content]) => [file, JSON.parse(content)]))).toEqual(
      Object.fromEntries(configs.map(({ device, tables }) => [`sonic/${device}.json`, tables])),
    );
  });

  test('of very many switches is written when asked for, and its absence is said', () => {
    const { document, hall, files } = designed('', cluster('frontier', 'h100-sxm', 8192));
    const open = hall.fabric.networks.flatMap((network) => sonicConfigs(network)).length;
    expect(open).toBeGreaterThan(SWITCHES_UNASKED);
    expect(Object.keys(files).filter((file) => file.startsWith('sonic/'))).toEqual(['sonic/LEFT-OUT.txt']);
    expect(files['sonic/LEFT-OUT.txt']).toContain(`SONiC runs on ${open} switches`);
    const all = hallFiles(document, new Map([['gavle', hall]]), { catalog, switchConfigs: true });
    expect(all.filter((file) => file.path.includes('/sonic/'))).toHaveLength(open);
  });
});

describe('names that the language would never let through stay text', () => {
  const HOSTILE = '=HYPERLINK("http://x","y"),\n${x} %{x}: "#';

  /** The design with every name of a pool, server and rack type replaced. */
  function poisoned(hall: HallDesign): HallDesign {
    const pool = `answers/${HOSTILE}`;
    return {
      ...hall,
      racks: {
        ...hall.racks,
        racks: hall.racks.racks.map((rack) => ({ ...rack, pool, type: HOSTILE })),
        endpoints: hall.racks.endpoints.map((endpoint) => ({ ...endpoint, pool })),
        pools: hall.racks.pools.map((each) => ({ ...each, name: pool, server: HOSTILE })),
      },
    };
  }

  test('in every form', () => {
    const { hall } = small();
    const files = siteFiles('gavle', poisoned(hall), new HallFacts(catalog));
    const contents = Object.fromEntries(files.map((file) => [file.path, file.content]));
    for (const [file, content] of Object.entries(contents)) {
      if (file.endsWith('.json')) expect(() => JSON.parse(content)).not.toThrow();
      if (file.endsWith('.yaml')) expect(() => parseYaml(content)).not.toThrow();
    }
    const bill = parseCsv(contents['bill-of-materials.csv']!, { columns: true }) as { [column: string]: string }[];
    expect(bill.find((row) => row['category'] === 'server')).toMatchObject({
      item: `'${HOSTILE}`,
      use: `answers/${HOSTILE}`,
      quantity: '2',
    });
    for (const row of bill) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    const dps = JSON.parse(contents['dps/topology.json']!) as { Entities: { Type: string; Model: string }[] };
    expect(dps.Entities.find(({ Type }) => Type === 'ComputerSystem')?.Model).toBe(
      HOSTILE.toUpperCase().replaceAll('-', '_'),
    );
  });
});

test('a document without halls has no such files', () => {
  expect(contentsOf(small().document, new Map())).toEqual({});
});

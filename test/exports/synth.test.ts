import { parse } from 'csv-parse/sync';
import { documentOf, synthesized, treeOf } from '../support/synthesized';

const DOCUMENT = `
wattform: 1
name: own
sites:
  gavle: { target: netbox, region: sweden }
clusters:
  answers: { site: gavle, purpose: inference, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }
`;

describe('a synth of an owned hall', () => {
  const { folder, result } = synthesized(documentOf(DOCUMENT));
  const tree = treeOf(folder);
  const terraform = Object.entries(tree)
    .filter(([file]) => file.startsWith('stacks/'))
    .map(([, content]) => content)
    .join('\n');

  test('writes the files for other tools beside the Terraform, and says so', () => {
    const written = Object.keys(tree).filter((file) => file.startsWith('halls/gavle/'));
    expect(written).toEqual(
      expect.arrayContaining([
        'halls/gavle/bill-of-materials.csv',
        'halls/gavle/cable-schedule.csv',
        'halls/gavle/dps/topology.json',
        'halls/gavle/redfish/v1/PowerEquipment/RackPDUs/index.json',
        'halls/gavle/slurm/answers/topology.yaml',
        'halls/gavle/sonic/c-leaf-u01-r1.json',
      ]),
    );
    expect(result.files).toEqual(Object.keys(tree).sort());
  });

  test('names things there as the Terraform does', () => {
    const cables = parse(tree['halls/gavle/cable-schedule.csv']!, { columns: true }) as { [column: string]: string }[];
    const devices = new Set(cables.flatMap((row) => [row['from_device']!, row['to_device']!]));
    expect([...devices].filter((name) => !terraform.includes(`"${name}"`))).toEqual([]);
    const feeds = [
      ...tree['halls/gavle/redfish/v1/PowerEquipment/RackPDUs/index.json']!.matchAll(/"Id": "(feed-[^"]+)"/g),
    ];
    expect(feeds.length).toBeGreaterThan(0);
    expect(feeds.map(([, name]) => name!).filter((name) => !terraform.includes(`"${name}"`))).toEqual([]);
  });

  test('leaves what a cloud gets alone', () => {
    const cloud = documentOf(
      DOCUMENT.replace('target: netbox, region: sweden', 'target: aws, region: us-east-1, zone: us-east-1a').replace(
        'count: 16 }',
        'count: 16 }, capacity: { mode: on-demand }',
      ),
    );
    expect(Object.keys(treeOf(synthesized(cloud).folder)).filter((file) => file.startsWith('halls/'))).toEqual([]);
  });
});

import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { History, NO_ANSWERS } from '../../deploy/history';
import { removeImports, writeImports } from '../../deploy/imports';
import { Journal } from '../../deploy/journal';
import { differenceOf } from '../../deploy/reconcile';
import { readState } from '../../deploy/state';
import { LineFollower } from '../../engine';

const RESOURCE = {
  module: '',
  resource_type: 'aws_vpc',
  resource_name: 'main',
  resource_key: null,
  implied_provider: 'aws',
};
const at = (name: string, key: string | null = null, type = 'aws_vpc') => ({
  ...RESOURCE,
  resource_type: type,
  resource_name: name,
  resource_key: key,
  addr: key === null ? `${type}.${name}` : `${type}.${name}["${key}"]`,
});
const line = (type: string, hook: object): string => JSON.stringify({ type, hook });
const started = (name: string, action = 'create', id?: string): string =>
  line('apply_start', { resource: at(name), action, ...(id && { id_key: 'id', id_value: id }) });
const completed = (name: string, id: string): string =>
  line('apply_complete', { resource: at(name), action: 'create', id_key: 'id', id_value: id });
const destroyed = (name: string): string => line('apply_complete', { resource: at(name), action: 'delete' });
const errored = (name: string): string => line('apply_errored', { resource: at(name), action: 'create' });
const replaced = (name: string): string =>
  JSON.stringify({ type: 'planned_change', change: { action: 'replace', resource: at(name) } });
const said = (summary: string): string =>
  JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary } });
const stream = (...lines: string[]): string => `${lines.join('\n')}\n`;

function stateWith(...objects: [name: string, id: string, deposed?: string][]) {
  const resources = objects.map(([name, id, deposed]) => ({
    mode: 'managed',
    type: 'aws_vpc',
    name,
    instances: [{ attributes: { id }, ...(deposed && { deposed }) }],
  }));
  return readState(JSON.stringify({ version: 4, serial: 1, lineage: 'l', resources }))!;
}

/** What is lost, doubtful and superseded, by name. */
function compared(history: History, ...objects: [string, string, string?][]): [string[], string[], string[]] {
  const { lost, doubtful, superseded } = differenceOf(history.all(), stateWith(...objects));
  const name = ({ resource }: { resource: { addr: string } }): string => resource.addr.split('.')[1]!;
  return [lost.map(name), doubtful.map(name), superseded.map(({ object }) => name(object))];
}

describe('what the journal of a killed apply says', () => {
  test('created and in no state: lost; begun: doubtful; in the state: neither', () => {
    const text = stream(started('a'), started('b'), started('c'), completed('a', '1'), completed('c', '3'));
    expect(compared(new History().read(text), ['c', '3'])).toEqual([['a'], ['b'], []]);
    expect(compared(new History().read(text), ['a', '1'], ['b', '2'], ['c', '3'])).toEqual([[], [], []]);
  });

  test('a line that was cut off is as good as none', () => {
    const cut = completed('a', '1').slice(0, -20);
    expect(compared(new History().read(`${stream(started('a'))}${cut}`))).toEqual([[], ['a'], []]);
    expect(compared(new History().read('warning: a wrapper talks\n42\nnull\n"x"\n'))).toEqual([[], [], []]);
  });

  test('what was refused does not exist when the engine lived to say so, unless its provider died', () => {
    const text = stream(started('a'), errored('a'));
    expect(compared(new History().read(text))).toEqual([[], ['a'], []]);
    expect(compared(new History().read(text + said('no capacity')))).toEqual([[], [], []]);
    expect(compared(new History().read(text + said('Plugin did not respond')))).toEqual([[], ['a'], []]);
  });

  test('an object that took the place of another is not taken for it', () => {
    const text = stream(replaced('a'), started('a', 'delete', 'old'), destroyed('a'), started('a'));
    expect(compared(new History().read(text), ['a', 'old'])).toEqual([[], ['a'], []]);
    expect(compared(new History().read(text), ['a', 'new'])).toEqual([[], [], []]);
    const done = text + stream(completed('a', 'new'));
    expect(compared(new History().read(done), ['a', 'old'])).toEqual([[], [], ['a']]);
    expect(compared(new History().read(done))).toEqual([['a'], [], []]);
  });

  test('create before destroy: the one that goes is the other one', () => {
    const text = stream(
      replaced('a'),
      started('a'),
      completed('a', 'new'),
      started('a', 'delete', 'old'),
      destroyed('a'),
    );
    expect(compared(new History().read(text))).toEqual([['a'], [], []]);
    expect(compared(new History().read(stream(replaced('a'), started('a'))), ['a', 'old'])).toEqual([[], ['a'], []]);
    expect(compared(new History().read(stream(replaced('a'), started('a'))), ['a', 'new'])).toEqual([[], ['a'], []]);
  });

  test('what a later run destroyed is not missed', () => {
    const history = new History().read(stream(started('a'), completed('a', '1')));
    expect(compared(history.read(stream(started('a', 'delete', '1'), destroyed('a'))))).toEqual([[], [], []]);
  });

  test('answers count for what went before them', () => {
    const history = new History().read(stream(started('a'), started('b')));
    history.answer({ adopt: { 'aws_vpc.a': 'x' }, absent: ['aws_vpc.b'] });
    expect(compared(history)).toEqual([['a'], [], []]);
    expect(compared(history, ['a', 'y'])).toEqual([[], [], []]);
    expect(compared(history.read(stream(started('b'))))).toEqual([['a'], ['b'], []]);
  });

  test('objects without a cloud are not missed', () => {
    const resource = { ...at('a'), implied_provider: 'terraform' };
    const text = line('apply_complete', { resource, action: 'create', id_key: 'id', id_value: '1' });
    expect(compared(new History().read(text))).toEqual([[], [], []]);
  });
});

test('a file is followed by whole lines, also where a character is cut in two', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'wf-')), 'stream');
  writeFileSync(file, '');
  const follower = new LineFollower(file);
  expect(follower.lines()).toEqual([]);
  const bytes = Buffer.from('one\nzwölf\nlast');
  appendFileSync(file, bytes.subarray(0, 7));
  expect(follower.lines()).toEqual(['one']);
  appendFileSync(file, bytes.subarray(7));
  expect(follower.lines()).toEqual(['zwölf']);
  appendFileSync(file, '\n');
  expect(follower.lines()).toEqual(['last']);
});

test('records are in order and survive a torn one', () => {
  const journal = new Journal(mkdtempSync(join(tmpdir(), 'wf-')));
  const first = journal.begin('deploy', NO_ANSWERS);
  journal.settle({ lineage: 'l', serial: 3, objects: 2 });
  const second = journal.begin('deploy', NO_ANSWERS);
  writeFileSync(journal.file('000003.run.json'), '{"name":"000');
  expect(journal.runs().map(({ name }) => name)).toEqual([first.name, second.name]);
  expect(journal.unsettled().map(({ name }) => name)).toEqual([second.name]);
  expect(journal.lastSettlement()).toEqual({ lineage: 'l', serial: 3, objects: 2 });
});

test('imports: ids are data, and types that are imported by other ids get those', () => {
  const home = mkdtempSync(join(tmpdir(), 'wf-'));
  const lost = (resource: ReturnType<typeof at>, id: string) => ({
    resource,
    replacement: false,
    former: [],
    fate: { kind: 'created', idKey: 'id', id } as const,
  });
  const resource: { [type: string]: { [name: string]: object } } = {
    aws_route_table_association: {
      each: {
        for_each: '${toset(["a"])}',
        subnet_id: '${aws_subnet.s[each.key].id}',
        route_table_id: '${aws_route_table.t[each.value].id}',
      },
    },
    aws_iam_role_policy_attachment: { one: { role: 'node', policy_arn: 'arn:aws:iam::aws:policy/x' } },
  };
  writeImports(
    home,
    [
      lost(at('main'), 'vpc-${file("/etc/passwd")}-%{if x}'),
      lost(at('each', 'a', 'aws_route_table_association'), 'rtbassoc-1'),
      lost(at('one', null, 'aws_iam_role_policy_attachment'), 'node-123'),
    ],
    { resource },
  );
  const written = JSON.parse(readFileSync(join(home, 'wattform-import.tf.json'), 'utf8'));
  expect(written.import).toEqual([
    { to: 'aws_vpc.main', id: 'vpc-$${file("/etc/passwd")}-%%{if x}' },
    {
      to: 'aws_route_table_association.each["a"]',
      id: '${aws_subnet.s["a"].id}/${aws_route_table.t[{for k, v in toset(["a"]) : k => v}["a"]].id}',
    },
    { to: 'aws_iam_role_policy_attachment.one', id: 'node/arn:aws:iam::aws:policy/x' },
  ]);
  removeImports(home);
  expect(() => readFileSync(join(home, 'wattform-import.tf.json'))).toThrow();
});

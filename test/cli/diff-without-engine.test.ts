import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWS, edited } from '../review/support';
import { type Ended, scratch, wattform } from './wattform';

const folder = scratch();

function write(name: string, text: string): string {
  const file = join(folder.path, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('wattform diff without an engine', () => {
  const run = (...words: string[]): Ended =>
    wattform(['diff', ...words], { cwd: folder.path, env: { PATH: '/nowhere' } });

  test('needs none where nothing differs', () => {
    write('a.yaml', AWS);
    write('b.yaml', `# reviewed\n${AWS}`);
    expect(run('a.yaml', 'b.yaml')).toMatchObject({ status: 0, stderr: '' });
  });

  test('and says so where something does', () => {
    write('a.yaml', AWS);
    write('b.yaml', edited(AWS, ['count: 16', 'count: 32']));
    expect(run('a.yaml', 'b.yaml')).toMatchObject({ status: 2, stdout: '' });
  });

  test.each([
    [['none.yaml', 'a.yaml'], 'none.yaml is neither a file, a folder nor a revision of git'],
    [['a.yaml'], 'a diff has two sides'],
    [[], 'a diff has two sides'],
    [['.', 'a.yaml'], 'holds neither a synthesis'],
    [['a.yaml', 'a.yaml', '--format', 'xml'], 'there is no format xml'],
    [['a.yaml', 'a.yaml', '--out', 'x.txt'], 'in which form'],
    [['--plan', 'none.json'], 'none.json'],
    [['--plan', 'a.yaml'], 'is no JSON'],
    [['plan.json', 'a.yaml'], '--plan plan.json'],
    [['--plan', 'plan.json'], 'is not what show -json prints'],
    [['a.yaml', 'a.yaml', '--base-code', 'true'], 'is no revision of git'],
    [['a.yaml', 'a.yaml', '--write'], 'a.yaml is no folder'],
    [['--plan', 'plan.json', '--write'], '--write is no folder'],
  ])('%j: %s', (words, said) => {
    write('a.yaml', AWS);
    write('plan.json', '{"format_version":"1.0","values":{}}');
    const ended = run(...words);
    expect(ended.status).not.toBe(0);
    expect(ended.stdout).toBe('');
    expect(ended.stderr.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  test('a blueprint with errors tells them', () => {
    write('a.yaml', AWS);
    write('b.yaml', edited(AWS, ['target: aws', 'target: moon']));
    const ended = run('a.yaml', 'b.yaml');
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('b.yaml:6');
  });

  test('plans of the own pipeline are read, and linked by their names', () => {
    const resource = (address: string, change: object) => {
      const [type, name] = address.split('.');
      return { address, mode: 'managed', type, name, change };
    };
    const plan = (changes: object[], root: object) =>
      JSON.stringify({ format_version: '1.2', resource_changes: changes, configuration: { root_module: root } });
    write(
      'net.json',
      plan(
        [
          resource('aws_vpc.main', {
            actions: ['delete', 'create'],
            before: { cidr_block: 'a' },
            after: { cidr_block: 'b' },
            replace_paths: [['cidr_block']],
          }),
        ],
        {
          resources: [{ address: 'aws_vpc.main', mode: 'managed', type: 'aws_vpc', name: 'main' }],
          outputs: { vpc: { expression: { references: ['aws_vpc.main.id'] } } },
        },
      ),
    );
    write(
      'app.json',
      plan(
        [
          resource('aws_subnet.a', {
            actions: ['delete', 'create'],
            before: { vpc_id: 'a' },
            after: {},
            after_unknown: { vpc_id: true },
            replace_paths: [['vpc_id']],
          }),
        ],
        {
          resources: [
            {
              address: 'aws_subnet.a',
              mode: 'managed',
              type: 'aws_subnet',
              name: 'a',
              expressions: { vpc_id: { references: ['data.terraform_remote_state.net.outputs.vpc'] } },
            },
            { address: 'data.terraform_remote_state.net', mode: 'data', type: 'terraform_remote_state', name: 'net' },
          ],
        },
      ),
    );
    const ended = run('--plan', 'net.json', '--plan', 'app.json');
    expect(ended.status).toBe(4);
    expect(ended.stdout).toContain('1 cause, 1 replacement: net/aws_vpc.main, forced by cidr_block');
    expect(ended.stdout).toContain('there is no basis of');
    expect(run('--plan', 'net.json', '--plan', 'app.json', '--allow', 'net/aws_vpc.main').status).toBe(0);
  });
});

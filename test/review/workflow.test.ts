import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, scratch, WATTFORM } from '../cli/wattform';
import { complaintsOfGitHub } from '../deploy/pipeline/github-parser';
import { withEngines } from '../rehearsal/support';

const workflow = readFileSync(join(ROOT, '.github', 'workflows', 'review.yml'), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

describe('the workflow for pull requests', () => {
  const { jobs, permissions } = parse(workflow) as {
    readonly jobs: { readonly [name: string]: { readonly permissions?: object; readonly steps: Step[] } };
    readonly permissions: object;
  };
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("is accepted by GitHub's own parser", async () => {
    expect(await complaintsOfGitHub(workflow)).toEqual([]);
    expect((await complaintsOfGitHub(workflow.replace('runs-on:', 'runs-at:'))).length).toBeGreaterThan(0);
  });

  test('uses actions by their commit, and puts no expression into a script', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(2);
    for (const each of actions) expect(each).toMatch(/@[0-9a-f]{40}$/);
    const scripts = steps.flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(3);
    for (const each of scripts) expect(each).not.toContain('${{');
  });

  test('gives the right to write only to the job that runs nothing of the pull request', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs['review']!.permissions).toBeUndefined();
    const commenting = jobs['comment']!.steps;
    expect(commenting.flatMap(({ uses }) => uses ?? []).some((each) => each.startsWith('actions/checkout@'))).toBe(
      false,
    );
    expect(commenting.flatMap(({ run }) => run ?? []).some((each) => /npm|\.github\//.test(each))).toBe(false);
  });
});

withEngines('the script behind it', () => {
  const folder = scratch();
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=Reviewer', '-c', 'user.email=reviewer@example.org'];
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder.path, encoding: 'utf8' });
    expect(`${status} ${stderr}`).toMatch(/^0/);
  };
  const small = readFileSync(join(ROOT, 'blueprints', 'small.yaml'), 'utf8');
  const write = (name: string, text: string) => writeFileSync(join(folder.path, 'blueprints', name), text);
  const review = () => {
    const env = { ...process.env, WATTFORM: `${process.execPath} ${WATTFORM}`, WITHOUT_CODE: '1' };
    return spawnSync(join(folder.path, '.github', 'review'), ['HEAD'], { cwd: folder.path, env, encoding: 'utf8' });
  };
  const comment = () => readFileSync(join(folder.path, 'review', 'review.md'), 'utf8');

  beforeEach(() => {
    mkdirSync(join(folder.path, 'blueprints'));
    mkdirSync(join(folder.path, '.github'));
    copyFileSync(join(ROOT, '.github', 'review'), join(folder.path, '.github', 'review'));
    write('small.yaml', small);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'base');
  });

  test('says that no design changes', () => {
    const { status, stderr } = review();
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(comment()).toBe('No design changes.\n');
  });

  test('tells what a pool that grows comes to, as a comment, a page, SARIF and JSON', () => {
    write('small.yaml', small.replace('count: 16', 'count: 24').replace('50 kW', '90 kW'));
    const { status } = review();
    expect(status).toBe(0);
    expect(comment()).toMatch(/^## small\n/);
    expect(comment()).toContain('accelerators h100-sxm');
    for (const file of ['small.html', 'small.sarif', 'small.json', 'small.policy.sarif', 'small.policy.txt']) {
      expect(existsSync(join(folder.path, 'review', file))).toBe(true);
    }
  }, 120_000);

  test('ends in the code of the guard when a region moves, and the comment says what is lost', () => {
    write('small.yaml', small.replace('region: us-east-2, zone: us-east-2b', 'region: us-west-2, zone: us-west-2b'));
    expect(review().status).toBe(4);
    expect(comment()).toMatch(/replace/i);
  }, 120_000);

  test('reports a new blueprint whatever its name is, and tells of one that does not read', () => {
    write('it$(touch broken)`s; new.yaml', small);
    write('small.yaml', small.replace('count: 16', 'count: many'));
    git('add', '.');
    expect(review().status).toBe(1);
    expect(existsSync(join(folder.path, 'broken'))).toBe(false);
    expect(comment()).toContain('A new blueprint.');
    expect(comment()).toContain('WF');
  }, 120_000);
});

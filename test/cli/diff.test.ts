import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Review } from '../../review';
import { withEngines } from '../rehearsal/support';
import { AWS, edited } from '../review/support';
import { document, type Ended, scratch, wattform } from './wattform';

const folder = scratch();
const review = (ended: Ended): Review => document(ended)['review'] as Review;

function write(name: string, text: string): string {
  const file = join(folder.path, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A folder with Terraform's own files. */
function terraform(name: string, resources: object, more: object = {}): string {
  write(
    `${name}/main.tf.json`,
    JSON.stringify({
      terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
      provider: { aws: { region: 'us-east-2' } },
      resource: resources,
      ...more,
    }),
  );
  return name;
}

function git(...words: string[]): void {
  execFileSync('git', words, {
    cwd: folder.path,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: folder.path,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@b',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@b',
    },
  });
}

withEngines('wattform diff', (engine) => {
  const run = (...words: string[]): Ended => wattform(['diff', ...words, '--engine', engine], { cwd: folder.path });
  const bucket = { bucket: 'corpus', tags: { name: 'one' } };
  const versioning = (of: string) => ({
    bucket: `\${aws_s3_bucket.${of}.id}`,
    versioning_configuration: { status: 'Enabled' },
  });

  test('an object with another address: refused, its moved block suggested and written, and then a move', () => {
    terraform('old', { aws_s3_bucket: { a: bucket }, aws_s3_bucket_versioning: { a: versioning('a') } });
    terraform('new', {
      aws_s3_bucket: { b: { ...bucket, tags: { name: 'two' } } },
      aws_s3_bucket_versioning: { b: versioning('b') },
    });
    const refused = run('old', 'new', '--write');
    expect(refused.status).toBe(4);
    expect(refused.stdout).toContain('Seems to be only renamed');
    expect(JSON.parse(readFileSync(join(folder.path, 'new/wattform-moved.tf.json'), 'utf8'))).toEqual({
      moved: [
        { from: 'aws_s3_bucket.a', to: 'aws_s3_bucket.b' },
        { from: 'aws_s3_bucket_versioning.a', to: 'aws_s3_bucket_versioning.b' },
      ],
    });
    const moved = run('old', 'new', '--json');
    expect(moved.status).toBe(0);
    expect(review(moved).counts).toMatchObject({ move: 1, update: 1, destroy: 0, create: 0 });
    expect(review(moved).changes.map(({ previousAddress }) => previousAddress)).toEqual([
      'aws_s3_bucket.a',
      'aws_s3_bucket_versioning.a',
    ]);
  });

  test('parts that are alike are told apart by what they belong to', () => {
    const buckets = (names: string[]) =>
      Object.fromEntries(names.map((name, index) => [name, { bucket: `corpus-${index}` }]));
    const parts = (names: string[]) => Object.fromEntries(names.map((name) => [name, versioning(name)]));
    terraform('old', { aws_s3_bucket: buckets(['a', 'b']), aws_s3_bucket_versioning: parts(['a', 'b']) });
    terraform('new', { aws_s3_bucket: buckets(['x', 'y']), aws_s3_bucket_versioning: parts(['x', 'y']) });
    expect(review(run('old', 'new', '--json')).renames.map(({ from, to }) => [from.address, to.address])).toEqual([
      ['aws_s3_bucket.a', 'aws_s3_bucket.x'],
      ['aws_s3_bucket.b', 'aws_s3_bucket.y'],
      ['aws_s3_bucket_versioning.a', 'aws_s3_bucket_versioning.x'],
      ['aws_s3_bucket_versioning.b', 'aws_s3_bucket_versioning.y'],
    ]);
  });

  test('instances move with their block, by their keys', () => {
    const each = { for_each: { x: '1', y: '2' }, name: 'role-${each.key}', assume_role_policy: '{}' };
    terraform('old', { aws_iam_role: { a: each } });
    terraform('new', { aws_iam_role: { b: each } });
    run('old', 'new', '--write');
    expect(JSON.parse(readFileSync(join(folder.path, 'new/wattform-moved.tf.json'), 'utf8')).moved).toEqual([
      { from: 'aws_iam_role.a', to: 'aws_iam_role.b' },
    ]);
  });

  test('what only looks alike is not taken for a rename', () => {
    terraform('old', { aws_s3_bucket: { a: { bucket: 'one' } } });
    terraform('new', { aws_s3_bucket: { b: { bucket: 'two' } } });
    expect(review(run('old', 'new', '--json')).renames).toEqual([]);
  });

  test('prevent_destroy is lifted for the plan, and told', () => {
    const held = { bucket: 'one', lifecycle: { prevent_destroy: true } };
    terraform('old', { aws_s3_bucket: { a: held } });
    terraform('new', { aws_s3_bucket: { a: { ...held, bucket: 'two' } } });
    const ended = run('old', 'new');
    expect(ended.status).toBe(4);
    expect(ended.stdout).toContain('prevent_destroy is set');
  });

  test('a key that is made anew: what is encrypted with it is lost, and what follows from it is told', () => {
    const key = (spec: string) => ({
      a: { description: 'data', customer_master_key_spec: spec, enable_key_rotation: false },
    });
    const logs = { a: { name: 'logs', kms_key_id: '${aws_kms_key.a.arn}' } };
    terraform('old', { aws_kms_key: key('SYMMETRIC_DEFAULT'), aws_cloudwatch_log_group: logs });
    terraform('new', { aws_kms_key: key('RSA_2048'), aws_cloudwatch_log_group: logs });
    const ended = run('old', 'new', '--json');
    expect(ended.status).toBe(4);
    expect(review(ended).guard.losses).toMatchObject([{ address: 'aws_kms_key.a', kind: 'key' }]);
    expect(review(ended).changes.find(({ action }) => action === 'update')).toMatchObject({
      address: 'aws_cloudwatch_log_group.a',
      cause: { address: 'aws_kms_key.a', through: 'kms_key_id' },
    });
  });

  test('a rotation that is turned on is an update', () => {
    const key = (rotates: boolean) => ({ a: { description: 'data', enable_key_rotation: rotates } });
    terraform('old', { aws_kms_key: key(false) });
    terraform('new', { aws_kms_key: key(true) });
    const ended = run('old', 'new', '--json');
    expect(ended.status).toBe(0);
    expect(review(ended).changes[0]!.values).toEqual([{ path: 'enable_key_rotation', before: false, after: true }]);
  });

  test('the engine works in private: its own home, no credentials, no place to get a provider from', () => {
    const log = join(folder.path, 'log');
    const wrapper = write(
      'engine',
      `#!/bin/sh\nenv >> ${log}\ngrep -q no-providers "$HOME/.terraformrc" || echo OPEN >> ${log}\nexec ${engine} "$@"\n`,
    );
    chmodSync(wrapper, 0o755);
    terraform('old', { aws_s3_bucket: { a: bucket } });
    terraform('new', {
      aws_s3_bucket: { a: { ...bucket, tags: { name: 'two' } } },
      aws_iam_role: { r: { name: 'r', assume_role_policy: '{}' } },
    });
    const env = {
      AWS_ACCESS_KEY_ID: 'never-seen',
      TF_VAR_x: 'never-seen',
      TF_CLI_ARGS: '-never-seen',
      HOME: folder.path,
    };
    const ended = wattform(['diff', 'old', 'new', '--engine', wrapper], { cwd: folder.path, env });
    expect(ended.status).toBe(0);
    const seen = readFileSync(log, 'utf8');
    expect(seen).not.toMatch(/never-seen|^OPEN$/m);
    expect(seen).not.toContain(`HOME=${folder.path}\n`);
    expect(readdirSync(join(folder.path, 'old'))).toEqual(['main.tf.json']);
    expect(readdirSync(join(folder.path, 'new'))).toEqual(['main.tf.json']);
  });

  test('a configuration that the engine refuses is incomplete, never green', () => {
    terraform('old', { aws_s3_bucket: { a: bucket } });
    terraform('new', { aws_s3_bucket: { a: { ...bucket, nonsense: true } } });
    const ended = run('old', 'new', '--json');
    expect(ended.status).toBe(1);
    expect(review(ended).verdict).toBe('incomplete');
  });

  test('secrets stay secret in every form', () => {
    const secret = 'hunter2-hunter2';
    const role = (text: string) => ({
      a: { name: 'role', assume_role_policy: '{}', description: `password=${text}`, tags: { token: text } },
    });
    terraform('old', { aws_iam_role: role('other-than-that') });
    terraform('new', { aws_iam_role: role(secret) });
    const ended = run('old', 'new', '--out', 'r.md', '--out', 'r.json', '--out', 'r.sarif', '--unfold');
    expect(ended.status).toBe(0);
    for (const file of ['r.md', 'r.json', 'r.sarif'])
      expect(readFileSync(join(folder.path, file), 'utf8')).not.toContain(secret);
    expect(ended.stdout + ended.stderr + run('old', 'new', '--json').stdout).not.toContain(secret);
    expect(ended.stdout).toContain('a secret changes');
  });

  test('a revision of git is compared with the file that is there, and two runs give the same bytes', () => {
    write('designs/training.yaml', AWS);
    git('init');
    git('add', '.');
    git('commit', '-m', 'one');
    write('designs/training.yaml', edited(AWS, ['count: 16', 'count: 32']));
    const ended = run('HEAD', 'designs/training.yaml', '--format', 'json');
    expect(ended.status).toBe(0);
    const told = JSON.parse(ended.stdout) as Review;
    expect(told.base).toEqual({ kind: 'revision', name: 'HEAD:designs/training.yaml' });
    expect(told.counts.update).toBe(1);
    expect(run('HEAD:designs/training.yaml', 'designs/training.yaml', '--format', 'json').stdout).toBe(ended.stdout);
    expect(run('HEAD:designs/none.yaml', 'designs/training.yaml').stderr).toContain('HEAD has no designs/none.yaml');
    expect(readdirSync(folder.path).sort()).toEqual(['.git', 'designs']);
  });

  test('the base can be synthesized with the code of its revision', () => {
    write('synth.mjs', `import { cpSync } from 'node:fs'; cpSync('made', 'cdktf.out', { recursive: true });`);
    terraform('made', { aws_s3_bucket: { a: bucket } });
    git('init');
    git('add', '.');
    git('commit', '-m', 'one');
    terraform('cdktf.out', { aws_s3_bucket: { a: { ...bucket, tags: { name: 'two' } } } });
    const ended = run('HEAD', 'cdktf.out', '--base-code', 'node synth.mjs', '--json');
    expect(review(ended).counts).toMatchObject({ update: 1, create: 0 });
    expect(run('HEAD', 'cdktf.out', '--base-code', 'exit 3').stderr).toContain('ended with 3');
  });
});

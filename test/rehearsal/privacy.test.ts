import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RunError, rehearse } from '../../rehearsal';
import { galleryDocument, synthesized, temporaryFolder } from '../support/synthesized';
import { snapshot, withEngines } from './support';

const USERS = {
  AWS_ACCESS_KEY_ID: 'AKIAUSER',
  AWS_PROFILE: 'production',
  ARM_CLIENT_SECRET: 'user-secret',
  TF_VAR_name: 'user',
  TF_CLI_ARGS: '-no-such-option',
  TF_WORKSPACE: 'production',
};

withEngines('a rehearsal is private', (engine) => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("it neither reads nor writes the user's states, and leaves no file anywhere", async () => {
    const { folder } = synthesized(galleryDocument('small'));
    const around = dirname(folder);
    // An engine that took these for its own would refuse them.
    for (const name of ['terraform.ohio.tfstate', 'terraform.ohio-tuning.tfstate']) {
      writeFileSync(join(around, name), 'the real one');
      writeFileSync(join(folder, 'stacks/ohio', name), 'the real one');
    }
    writeFileSync(join(folder, 'stacks/ohio/terraform.tfstate'), 'the real one');
    const files = snapshot(around);
    // A temporary root of its own: other rehearsals may be under way in the machine's.
    const root = temporaryFolder();
    process.env['TMPDIR'] = root;
    const { ok } = await rehearse(folder, { engine });
    expect(ok).toBe(true);
    expect(snapshot(around)).toEqual(files);
    expect(readdirSync(root)).toEqual([]);
  });

  test('nor those of a folder with a real backend, whatever the user has set', async () => {
    const root = temporaryFolder();
    const folder = join(root, 'prod');
    const place = join(root, 'temporary');
    const home = join(root, 'home');
    for (const each of [join(folder, '.terraform'), place, home]) mkdirSync(each, { recursive: true });
    writeFileSync(
      join(folder, 'main.tf'),
      `terraform {
  backend "s3" {
    bucket     = "real"
    key        = "prod"
    region     = "us-east-1"
    access_key = "AKIAFAKE"
    secret_key = "secret"
    endpoints  = { s3 = "http://127.0.0.1:9/" }
  }
}
resource "terraform_data" "workspace" {
  input = terraform.workspace
}
output "workspace" {
  value = terraform_data.workspace.output
}
`,
    );
    // What an init for real left behind: another workspace, another backend, a state, a lock.
    const backend = { version: 3, backend: { type: 's3', config: { bucket: 'real' }, hash: 1 } };
    writeFileSync(join(folder, '.terraform', 'terraform.tfstate'), JSON.stringify(backend));
    writeFileSync(join(folder, '.terraform', 'environment'), 'production');
    writeFileSync(join(folder, 'terraform.tfstate'), 'the real one');
    writeFileSync(join(folder, '.terraform.lock.hcl'), 'provider "example.org/a/b" {}');
    writeFileSync(join(folder, '.terraformrc'), 'no settings');
    writeFileSync(join(home, '.terraformrc'), 'no settings');
    Object.assign(process.env, {
      ...USERS,
      HOME: home,
      TMPDIR: place,
      TF_DATA_DIR: join(root, 'elsewhere'),
      TF_CLI_CONFIG_FILE: join(home, '.terraformrc'),
      TF_HTTP_ADDRESS: 'http://127.0.0.1:9/',
      HTTP_PROXY: 'http://127.0.0.1:9/',
    });
    const files = snapshot(root);
    const { ok, faults, stacks } = await rehearse(folder, { engine });
    expect(faults).toEqual([]);
    expect(ok).toBe(true);
    expect(stacks[0]!.created).toEqual({ terraform_data: 1 });
    expect(snapshot(root)).toEqual(files);
    expect(readdirSync(place)).toEqual([]);
  });

  test('the server of its states is gone with it', async () => {
    const place = temporaryFolder();
    const seen = join(place, 'addresses');
    const spy = join(place, 'engine');
    writeFileSync(spy, `#!/bin/sh\necho "$TF_HTTP_ADDRESS" >> '${seen}'\nexec ${engine} "$@"\n`);
    chmodSync(spy, 0o755);
    await rehearse(synthesized(galleryDocument('small')).folder, { engine: spy });
    const addresses = new Set(readFileSync(seen, 'utf8').split('\n').filter(Boolean));
    expect(addresses.size).toBe(2);
    for (const address of addresses) await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  test("the engine gets nothing of the user's environment but the PATH", async () => {
    const place = temporaryFolder();
    const seen = join(place, 'environment');
    const spy = join(place, 'engine');
    writeFileSync(spy, `#!/bin/sh\nenv >> '${seen}'\nexec ${engine} "$@"\n`);
    chmodSync(spy, 0o755);
    Object.assign(process.env, USERS);
    const { ok } = await rehearse(synthesized(galleryDocument('small')).folder, { engine: spy });
    expect(ok).toBe(true);
    const lines = readFileSync(seen, 'utf8').split('\n');
    const names = new Set(lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split('=')[0]));
    expect([...names].filter((name) => !/^(_|PWD|OLDPWD|SHLVL)$/.test(name!)).sort()).toEqual([
      'CHECKPOINT_DISABLE',
      'GOGC',
      'HOME',
      'PATH',
      'TF_DATA_DIR',
      'TF_HTTP_ADDRESS',
      'TF_HTTP_LOCK_ADDRESS',
      'TF_HTTP_UNLOCK_ADDRESS',
      'TF_INPUT',
      'TF_IN_AUTOMATION',
      'TF_REATTACH_PROVIDERS',
      'TMPDIR',
    ]);
    expect(lines.filter((line) => line.startsWith('HOME=') && !line.includes('wattform-'))).toEqual([]);
  });

  test('it can be ended early, and then leaves nothing either', async () => {
    const { folder } = synthesized(galleryDocument('small'));
    const root = temporaryFolder();
    process.env['TMPDIR'] = root;
    const ended = new AbortController();
    const running = rehearse(folder, {
      engine,
      signal: ended.signal,
      onProgress: ({ what }) => what.startsWith('apply') && ended.abort(),
    });
    await expect(running).rejects.toThrow(/abort/i);
    expect(readdirSync(root)).toEqual([]);
  });
});

test('without an engine a rehearsal says what to install', async () => {
  const missing = rehearse(temporaryFolder(), { engine: 'no-such-engine' });
  await expect(missing).rejects.toThrow(RunError);
  await expect(missing).rejects.toThrow('there is no engine no-such-engine on the PATH');
});

withEngines('an empty folder', (engine) => {
  test('is refused', async () => {
    await expect(rehearse(temporaryFolder(), { engine })).rejects.toThrow('holds neither a synthesis');
  });
});

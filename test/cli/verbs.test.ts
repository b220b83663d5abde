import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { document, ROOT, scratch, wattform } from './wattform';

const folder = scratch();
const SMALL = join(ROOT, 'blueprints', 'small.yaml');

describe('init', () => {
  test('writes a blueprint that validates without a warning and synthesizes', () => {
    expect(wattform(['init'], { cwd: folder.path })).toMatchObject({ status: 0, stderr: '' });
    expect(wattform(['validate', 'blueprint.yaml'], { cwd: folder.path })).toMatchObject({ status: 0, stderr: '' });
    expect(wattform(['synth', 'blueprint.yaml'], { cwd: folder.path }).status).toBe(0);
  });

  test('never overwrites', () => {
    const file = join(folder.path, 'mine.yaml');
    writeFileSync(file, 'precious');
    const ended = wattform(['init', 'mine.yaml'], { cwd: folder.path });
    expect(ended.status).toBe(3);
    expect(ended.stderr).toContain('mine.yaml exists already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('names the file it wrote, to machines too', () => {
    const ended = wattform(['init', 'a.yaml', '--json'], { cwd: folder.path });
    expect(document(ended)).toEqual({ ok: true, findings: [], file: 'a.yaml' });
    expect(readdirSync(folder.path)).toEqual(['a.yaml']);
  });
});

describe('validate', () => {
  test('says what it understood and writes nothing', () => {
    const ended = wattform(['validate', SMALL], { cwd: folder.path });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('valid; 1 site, 1 cluster, 16 accelerators in 2 nodes');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test('refuses with the line and the code, on stderr', () => {
    const ended = broken();
    expect(ended.status).toBe(1);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/WF\d{3}/);
    const line = readFileSync(SMALL, 'utf8').split('target: aws')[0]?.split('\n').length;
    expect(ended.stderr).toContain(`broken.yaml:${line}:`);
    expect(ended.stderr).toContain('azure');
  });

  test('refuses to machines with one document on stdout', () => {
    const ended = broken('--json');
    expect(ended).toMatchObject({ status: 1, stderr: '' });
    const { ok, findings } = document(ended);
    expect(ok).toBe(false);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toMatchObject({ code: expect.stringMatching(/^WF\d{3}$/), message: expect.any(String) });
  });

  test('sees what only the design can see: an allotment that is too small', () => {
    writeFileSync(join(folder.path, 'hot.yaml'), readFileSync(SMALL, 'utf8').replace('50 kW', '5 kW'));
    const ended = wattform(['validate', 'hot.yaml'], { cwd: folder.path });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('5 kW');
  });

  function broken(...options: string[]) {
    writeFileSync(
      join(folder.path, 'broken.yaml'),
      readFileSync(SMALL, 'utf8').replace('target: aws', 'target: azzure'),
    );
    return wattform(['validate', 'broken.yaml', ...options], { cwd: folder.path });
  }
});

describe('synth', () => {
  test('writes manifest, stacks and basis of design to cdktf.out', () => {
    const ended = wattform(['synth', SMALL], { cwd: folder.path });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(folder.path)).toEqual(['cdktf.out']);
    expect(readdirSync(join(folder.path, 'cdktf.out')).sort()).toEqual([
      'basis-of-design.json',
      'manifest.json',
      'stacks',
    ]);
    expect(ended.stdout).toContain('stacks/ohio-tuning');
  });

  test('writes where --output says, and machines learn which files', () => {
    const ended = wattform(['synth', SMALL, '--output', 'deep/out', '--json'], { cwd: folder.path });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const { ok, files, stacks } = document(ended) as unknown as {
      ok: boolean;
      files: string[];
      stacks: { name: string; folder: string }[];
    };
    expect(ok).toBe(true);
    expect(stacks.map((stack) => stack.name)).toEqual(['ohio', 'ohio-tuning']);
    for (const file of files) expect(existsSync(join(folder.path, 'deep', 'out', file))).toBe(true);
    for (const stack of stacks) expect(existsSync(join(folder.path, stack.folder, 'cdk.tf.json'))).toBe(true);
  });

  test('a refused blueprint leaves the output as it was', () => {
    wattform(['synth', SMALL], { cwd: folder.path });
    const before = readFileSync(join(folder.path, 'cdktf.out', 'manifest.json'), 'utf8');
    writeFileSync(join(folder.path, 'bad.yaml'), 'wattform: 1\nname: bad\n');
    expect(wattform(['synth', 'bad.yaml'], { cwd: folder.path }).status).toBe(1);
    expect(readFileSync(join(folder.path, 'cdktf.out', 'manifest.json'), 'utf8')).toBe(before);
  });

  test('an output that cannot be written is exit code 3, in one line', () => {
    writeFileSync(join(folder.path, 'file'), '');
    const ended = wattform(['synth', SMALL, '--output', 'file'], { cwd: folder.path });
    expect(ended).toMatchObject({ status: 3, stdout: '' });
    expect(ended.stderr).toMatch(/^wattform: output .*file is a file/);
    expect(document(wattform(['synth', SMALL, '--output', 'file', '--json'], { cwd: folder.path }))).toMatchObject({
      ok: false,
      error: { exitCode: 3, message: expect.stringContaining('is a file') },
    });
  });
});

describe('explain', () => {
  test('gives the figures, the reasons and the order of the deploy within 80 columns', () => {
    const { status, stdout } = wattform(['explain', SMALL]);
    expect(status).toBe(0);
    for (const word of ['h100-sxm', 'p5.48xlarge', 'kW', 'USD/h', 'why', 'deploy order', 'ohio-tuning', 'quota']) {
      expect(stdout.toLowerCase()).toContain(word.toLowerCase());
    }
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  test.each(readdirSync(join(ROOT, 'blueprints')).filter((name) => name.endsWith('.yaml')))(
    '%s is readable at 80 columns',
    (name) => {
      const { status, stdout } = wattform(['explain', join('blueprints', name)]);
      expect(status).toBe(0);
      expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    },
  );

  test('of one cluster leaves the others out', () => {
    const { status, stdout } = wattform(['explain', 'blueprints/open-training.yaml', 'frontier']);
    expect(status).toBe(0);
    expect(stdout).toContain('cluster frontier');
    expect(stdout).not.toContain('cluster mixed');
  });

  test('of a cluster that is not there suggests the one that was meant', () => {
    const ended = wattform(['explain', 'blueprints/open-training.yaml', 'fronteir']);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('did you mean frontier?');
  });

  test('gives machines the whole basis of design, and for a cluster that cluster', () => {
    expect(document(wattform(['explain', SMALL, '--json']))).toMatchObject({ ok: true, basis: { name: 'small' } });
    expect(document(wattform(['explain', SMALL, 'tuning', '--json']))).toMatchObject({
      ok: true,
      cluster: { name: 'tuning' },
      stacks: [{ name: 'ohio' }, { name: 'ohio-tuning' }],
    });
  });
});

describe('catalog', () => {
  test('sums up, lists, and narrows down', () => {
    expect(wattform(['catalog']).stdout).toMatch(/accelerators\s+\d+/);
    expect(wattform(['catalog', 'regions', '--cloud', 'azure']).stdout).toContain('swedencentral');
    const amd = wattform(['catalog', 'accelerators', '--vendor', 'AMD']).stdout;
    expect(amd).toContain('mi300x');
    expect(amd).not.toContain('h100-sxm');
  });

  test('gives machines every row with its source', () => {
    const { instances } = document(
      wattform(['catalog', 'instances', '--cloud', 'aws', '--accelerator', 'h100-sxm', '--json']),
    ) as {
      instances?: { instanceType: string; source: string }[];
    };
    expect(instances?.map((row) => row.instanceType)).toContain('p5.48xlarge');
    for (const row of instances ?? []) expect(row.source).not.toBe('');
  });

  test('a filter that matches nothing known is wrong usage, not an empty table', () => {
    const ended = wattform(['catalog', 'instances', '--cloud', 'azzure']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('did you mean azure?');
  });

  test('fits 80 columns', () => {
    for (const table of ['accelerators', 'instances', 'regions']) {
      const { stdout } = wattform(['catalog', table]);
      expect(stdout.split('\n').length).toBeGreaterThan(10);
      expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    }
  });
});

describe('schema', () => {
  test('is the published JSON Schema', () => {
    const published = readFileSync(join(ROOT, 'blueprints', 'language', 'blueprint.schema.json'), 'utf8');
    expect(JSON.parse(wattform(['schema']).stdout)).toEqual(JSON.parse(published));
  });
});

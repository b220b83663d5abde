import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFailure } from '../../../cli/failure';
import { type PipelineVerbOptions, pipeline } from '../../../cli/verbs/pipeline';
import { pipelineFor, type Runner, readDesign } from '../../../deploy/pipeline';
import { document, ROOT, scratch, wattform } from '../../cli/wattform';
import { OPTIONS } from './support';

const folder = scratch();
const DEFAULTS = { engine: 'terraform', branch: 'main', environment: 'production' };
const GALLERY = readFileSync(join(ROOT, 'blueprints', 'small.yaml'), 'utf8');

/** `small`, with a state of its own. */
function blueprint(state: string): string {
  const file = join(folder.path, 'small.yaml');
  writeFileSync(file, `${GALLERY.replace(/^state:.*\n/m, '')}\n${state}\n`);
  return file;
}

function run(source: string, options: Partial<PipelineVerbOptions>) {
  return pipeline(source, { ...DEFAULTS, for: 'github', ...options });
}

function failureOf(work: () => unknown): CliFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof CliFailure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const S3 = 'state: { backend: s3, bucket: acme-state, region: eu-central-1 }';

test('a blueprint and the folder that synth makes of it give the same file', () => {
  const file = blueprint(S3);
  const out = join(folder.path, 'out');
  expect(wattform(['synth', file, '-o', out]).status).toBe(0);
  for (const runner of ['github', 'atlantis']) {
    const ofBlueprint = run(file, { for: runner });
    const ofFolder = run(out, { for: runner, folder: 'cdktf.out' });
    expect(ofBlueprint).toMatchObject({ exitCode: 0, text: ofFolder.text });
    expect(ofBlueprint.document).toMatchObject({ ok: true, runner, text: ofFolder.text });
    expect(ofFolder.text).toBe(pipelineFor(runner as Runner, readDesign(out, 'cdktf.out'), OPTIONS));
  }
});

describe('a local state', () => {
  test('is refused, with the line that has to change', () => {
    const refused = failureOf(() => run(blueprint('state:\n  backend: local'), {}));
    expect(refused).toMatchObject({ exitCode: 1, hint: expect.stringContaining('backend: s3') });
    const line = GALLERY.replace(/^state:.*\n/m, '').split('\n').length + 2;
    expect(refused.message).toMatch(new RegExp(`small.yaml:${line}: the state of ohio is kept by the local backend`));
  });

  test('that no line asks for is refused too, and the file is not written', () => {
    const output = join(folder.path, 'deploy.yaml');
    const refused = failureOf(() => run(blueprint(''), { output }));
    expect(refused.message).toMatch(/small\.yaml: the state of ohio/);
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });

  test.each(['atlantis', 'hcp'])('for %s', (runner) => {
    expect(failureOf(() => run(blueprint(''), { for: runner }))).toMatchObject({ exitCode: 1 });
  });
});

describe('careless commands', () => {
  test.each([
    [{ for: 'gihub' }, 'unknown runner "gihub"', 'did you mean "github"?'],
    [{ for: 'jenkins' }, 'unknown runner "jenkins"', 'one of github, atlantis, hcp'],
    [{ engine: 'tf' }, 'unknown engine "tf"', 'one of terraform, tofu'],
    [{ branch: '${{ x }}' }, 'the branch "${{ x }}" cannot stand in the file', 'letters, digits'],
    [{ folder: '../out' }, '"../out" is not a folder below the root', '--folder cdktf.out'],
    [{ for: 'hcp', engine: 'tofu' }, 'runs Terraform alone', '--for atlantis'],
  ])('%j', (options, says, hint) => {
    const failure = failureOf(() => run(blueprint(S3), options));
    expect(failure).toMatchObject({ exitCode: 2, hint: expect.stringContaining(hint) });
    expect(failure.message).toContain(says);
  });

  test('a folder that is no synthesis', () => {
    mkdirSync(join(folder.path, 'empty'));
    const failure = failureOf(() => run(join(folder.path, 'empty'), {}));
    expect(failure).toMatchObject({ exitCode: 2, message: expect.stringContaining('manifest.json') });
  });

  test('a blueprint with errors says them, and no file is written', () => {
    const file = join(folder.path, 'wrong.yaml');
    writeFileSync(file, 'wattform: 1\nname: x\n');
    const output = join(folder.path, 'deploy.yaml');
    expect(run(file, { output })).toMatchObject({ exitCode: 1, text: '' });
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });
});

describe('the file', () => {
  test('is written, and written anew', () => {
    const output = join(folder.path, 'deploy.yaml');
    const printed = run(blueprint(S3), {}).text;
    for (let time = 0; time < 2; time += 1) {
      expect(run(blueprint(S3), { output }).text).toMatch(/^wrote .*deploy\.yaml: 2 stacks in deploy order\n/);
      expect(readFileSync(output, 'utf8')).toBe(printed);
    }
  });

  test('of somebody else is left as it is, unless it is forced', () => {
    const output = join(folder.path, 'deploy.yaml');
    writeFileSync(output, 'mine\n');
    const failure = failureOf(() => run(blueprint(S3), { output }));
    expect(failure).toMatchObject({ exitCode: 3, hint: expect.stringContaining('--force') });
    expect(readFileSync(output, 'utf8')).toBe('mine\n');
    expect(run(blueprint(S3), { output, force: true }).exitCode).toBe(0);
    expect(readFileSync(output, 'utf8')).not.toContain('mine');
  });
});

describe('as a command', () => {
  test('prints the file alone on standard output', () => {
    const ended = wattform(['pipeline', blueprint(S3), '--for', 'atlantis']);
    expect(ended.status).toBe(0);
    expect(ended.stdout).toBe(run(blueprint(S3), { for: 'atlantis' }).text);
  });

  test('asks for the runner', () => {
    const ended = wattform(['pipeline', blueprint(S3), '--json']);
    expect(ended).toMatchObject({ status: 2, stderr: '' });
    expect(document(ended)).toMatchObject({ ok: false, error: { message: expect.stringContaining('--for <runner>') } });
  });

  test('explains itself', () => {
    const ended = wattform(['pipeline', '--help']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    for (const option of ['--for', '--output', '--force', '--engine', '--branch', '--environment', '--folder']) {
      expect(ended.stdout).toContain(option);
    }
  });
});

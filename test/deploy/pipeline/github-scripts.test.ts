import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineEngine } from '../../../deploy/pipeline';
import { applyScript, planScript, SEAL_SCRIPT } from '../../../deploy/pipeline/github/scripts';
import { privateEnvironment } from '../../../engine';
import { withEngines } from '../../rehearsal/support';
import { temporaryFolder } from '../../support/synthesized';

const tools = ['bash', 'gpg', 'tar'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);

interface Ended {
  readonly code: number | null;
  readonly text: string;
  /** What the step gives to later ones. */
  readonly outputs: string;
}

/** A site, and a cluster that reads from it. Both use what is built into the engine alone. */
const STACKS = {
  site: (value: string) => ({
    terraform: { backend: { local: { path: '../site.tfstate' } } },
    resource: { terraform_data: { network: { input: value } } },
    output: { network: { value: '${terraform_data.network.output}' } },
  }),
  cluster: (attribute: string) => ({
    terraform: { backend: { local: { path: '../cluster.tfstate' } } },
    data: { terraform_remote_state: { site: { backend: 'local', config: { path: '../site.tfstate' } } } },
    resource: { terraform_data: { pool: { input: `\${data.terraform_remote_state.site.outputs.${attribute}}` } } },
  }),
};

if (tools.length > 0) {
  test.skip(`the scripts of the workflow: skipped, ${tools.join(' and ')} is not on the PATH`, () => undefined);
} else {
  withEngines('the scripts of the workflow, on a machine like those that run them', (name) => {
    const engine = name === 'tofu' ? PipelineEngine.TOFU : PipelineEngine.TERRAFORM;
    let work = '';
    beforeEach(() => {
      work = temporaryFolder();
      write('site', STACKS.site('vpc-1'));
      write('cluster', STACKS.cluster('network'));
    });
    afterEach(() => rmSync(work, { recursive: true, force: true }));

    function write(stack: string, configuration: object): void {
      mkdirSync(join(work, stack), { recursive: true });
      writeFileSync(join(work, stack, 'cdk.tf.json'), JSON.stringify(configuration));
    }

    /** As the runner starts a step with `shell: bash`. */
    function step(stack: string, script: string, variables: { readonly [name: string]: string } = {}): Ended {
      const file = join(work, 'step.sh');
      const outputs = join(work, 'outputs');
      writeFileSync(file, script);
      writeFileSync(outputs, '');
      const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
        cwd: join(work, stack),
        encoding: 'utf8',
        env: {
          ...privateEnvironment(work),
          PATH: process.env['PATH'],
          GNUPGHOME: work,
          GITHUB_OUTPUT: outputs,
          GITHUB_JOB: `plan-${stack}`,
          APPLIES: 'true',
          ...variables,
        },
      });
      return { code: status, text: stdout + stderr, outputs: readFileSync(outputs, 'utf8') };
    }

    const plan = (stack: string, applies = 'true'): Ended => step(stack, planScript(engine), { APPLIES: applies });
    const seal = (stack: string): Ended => step(stack, SEAL_SCRIPT, { PLAN_KEY: 'a key' });
    const apply = (stack: string, key = 'a key'): Ended => step(stack, applyScript(engine), { PLAN_KEY: key });

    /** What a job on another machine finds: the checkout and the artifact. */
    function move(stack: string): void {
      rmSync(join(work, stack, 'tfplan'));
      rmSync(join(work, stack, '.terraform'), { recursive: true, force: true });
      rmSync(join(work, stack, '.terraform.lock.hcl'), { force: true });
    }

    function deploy(stack: string): void {
      expect(plan(stack)).toMatchObject({ code: 0, outputs: 'changes=true\n' });
      expect(seal(stack)).toMatchObject({ code: 0 });
      move(stack);
      expect(apply(stack)).toMatchObject({ code: 0 });
    }

    test('what was planned is applied, one stack after the other, and nothing is left to do', () => {
      deploy('site');
      deploy('cluster');
      expect(plan('cluster')).toMatchObject({ code: 0, outputs: '' });
      expect(readFileSync(join(work, 'cluster.tfstate'), 'utf8')).toContain('vpc-1');
    });

    test('a stored plan says nothing to who has no key', () => {
      write('site', STACKS.site('a-secret-value'));
      plan('site');
      seal('site');
      expect(readFileSync(join(work, 'site', 'plan.gpg'), 'latin1')).not.toContain('a-secret-value');
      move('site');
      expect(apply('site', 'another key').code).not.toBe(0);
      expect(existsSync(join(work, 'site.tfstate'))).toBe(false);
    });

    test('without a key no plan is stored', () => {
      plan('site');
      const ended = step('site', SEAL_SCRIPT, { PLAN_KEY: '' });
      expect(ended.code).toBe(1);
      expect(ended.text).toContain('::error title=plan-site::the secret WATTFORM_PLAN_KEY is not set');
      expect(existsSync(join(work, 'site', 'plan.gpg'))).toBe(false);
    });

    test('a plan whose state has moved on is refused', () => {
      plan('site');
      seal('site');
      const sealed = readFileSync(join(work, 'site', 'plan.gpg'));
      move('site');
      expect(apply('site')).toMatchObject({ code: 0 });
      writeFileSync(join(work, 'site', 'plan.gpg'), sealed);
      const again = apply('site');
      expect(again.code).not.toBe(0);
      expect(again.text).toContain('stale');
    });

    describe('a stack whose source is not applied yet', () => {
      const notice = '::notice title=plan-cluster::not planned';

      test('is passed over on a pull request, with a word', () => {
        const ended = plan('cluster', 'false');
        expect(ended).toMatchObject({ code: 0, outputs: '' });
        expect(ended.text).toContain(notice);
      });

      test('also when the source is there without the value that is read', () => {
        deploy('site');
        write('cluster', STACKS.cluster('fabric'));
        const ended = plan('cluster', 'false');
        expect(ended).toMatchObject({ code: 0, outputs: '' });
        expect(ended.text).toContain(notice);
      });

      test('fails where it would be applied', () => {
        expect(plan('cluster')).toMatchObject({ code: 1, outputs: '' });
      });
    });

    test('any other fault fails on a pull request too', () => {
      write('site', { resource: { terraform_data: { network: { input: '${nothing.at.all}' } } } });
      const ended = plan('site', 'false');
      expect(ended.code).toBe(1);
      expect(ended.text).not.toContain('::notice');
    });
  });
}

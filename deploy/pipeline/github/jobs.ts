import type { PipelineDesign, PipelineStack } from '../design';
import { DEFAULT_VERSIONS, PipelineEngine, type PipelineOptions } from '../options';
import { pinned } from './actions';
import { credentialsOf } from './credentials';
import { applyScript, planScript, SEAL_SCRIPT } from './scripts';

const MACHINE = 'ubuntu-24.04';
/** Days in which an approval still finds its plan. A plan that waited longer is made anew. */
const KEPT_DAYS = 3;
const KEY = { PLAN_KEY: '${{ secrets.WATTFORM_PLAN_KEY }}' };

/** Both jobs of a stack, by their ids. */
export function jobsOf(
  design: PipelineDesign,
  stack: PipelineStack,
  options: PipelineOptions,
): { [id: string]: object } {
  return {
    [planJob(stack.name)]: plan(design, stack, options),
    [applyJob(stack.name)]: apply(design, stack, options),
  };
}

/** Ids begin with a letter, whatever a stack's name begins with. */
export function planJob(stack: string): string {
  return `plan-${stack}`;
}

export function applyJob(stack: string): string {
  return `apply-${stack}`;
}

/** Whether this run is one that applies: everything else, a pull request before all, only plans. */
export function appliesOn(branch: string): string {
  return `github.ref == 'refs/heads/${branch}'`;
}

function plan(design: PipelineDesign, stack: PipelineStack, options: PipelineOptions): object {
  const { env, steps } = credentialsOf(stack, 'PLAN');
  const home = homeOf(design, stack);
  return {
    name: `plan ${stack.name}`,
    ...(stack.dependsOn.length > 0 && { needs: stack.dependsOn.flatMap((name) => [planJob(name), applyJob(name)]) }),
    if: whenToPlan(stack, options),
    'runs-on': MACHINE,
    outputs: { changes: '${{ steps.plan.outputs.changes }}' },
    defaults: { run: { 'working-directory': home } },
    ...(Object.keys(env).length > 0 && { env }),
    steps: [
      ...beginning(options),
      ...steps,
      { name: 'plan', id: 'plan', run: planScript(options.engine) },
      {
        name: 'encrypt the plan',
        if: "env.APPLIES == 'true' && steps.plan.outputs.changes == 'true'",
        env: KEY,
        run: SEAL_SCRIPT,
      },
      {
        name: 'keep the plan',
        if: "env.APPLIES == 'true' && steps.plan.outputs.changes == 'true'",
        uses: pinned('actions/upload-artifact'),
        with: {
          name: `plan-${stack.name}`,
          path: `${home}/plan.gpg`,
          'retention-days': KEPT_DAYS,
          'if-no-files-found': 'error',
          overwrite: true,
        },
      },
    ],
  };
}

function apply(design: PipelineDesign, stack: PipelineStack, options: PipelineOptions): object {
  const { env, steps } = credentialsOf(stack, 'APPLY');
  const home = homeOf(design, stack);
  const job = planJob(stack.name);
  return {
    name: `apply ${stack.name}`,
    needs: [job],
    if: `\${{ !cancelled() && ${appliesOn(options.branch)} && needs.${job}.result == 'success' && needs.${job}.outputs.changes == 'true' }}`,
    'runs-on': MACHINE,
    environment: options.environment,
    defaults: { run: { 'working-directory': home } },
    ...(Object.keys(env).length > 0 && { env }),
    steps: [
      ...beginning(options),
      { uses: pinned('actions/download-artifact'), with: { name: `plan-${stack.name}`, path: home } },
      ...steps,
      { name: 'apply exactly this plan', env: KEY, run: applyScript(options.engine) },
    ],
  };
}

/**
 * On the branch that is applied a stack is planned once those that it reads from are as they shall be: applied, or found to need
 * nothing, in which case their apply was skipped. A function of status is named because without one GitHub skips a job when any
 * job far before it was skipped. Pull requests of forks get no credentials, and so no plan.
 */
function whenToPlan(stack: PipelineStack, { branch }: PipelineOptions): string {
  const ours = 'github.event.pull_request.head.repo.fork != true';
  if (stack.dependsOn.length === 0) return `\${{ ${ours} }}`;
  const settled = stack.dependsOn.map((name) => {
    const applied = `needs.${applyJob(name)}.result`;
    return `needs.${planJob(name)}.result == 'success' && (${applied} == 'success' || ${applied} == 'skipped')`;
  });
  return `\${{ !cancelled() && ${ours} && (!(${appliesOn(branch)}) || (${settled.join(' && ')})) }}`;
}

function beginning({ engine, engineVersion = DEFAULT_VERSIONS[engine] }: PipelineOptions): object[] {
  const setup =
    engine === PipelineEngine.TOFU
      ? { uses: pinned('opentofu/setup-opentofu'), with: { tofu_version: engineVersion, tofu_wrapper: false } }
      : {
          uses: pinned('hashicorp/setup-terraform'),
          with: { terraform_version: engineVersion, terraform_wrapper: false },
        };
  return [{ uses: pinned('actions/checkout'), with: { 'persist-credentials': false } }, setup];
}

function homeOf(design: PipelineDesign, stack: PipelineStack): string {
  return `${design.folder}/${stack.directory}`;
}

import type { PipelineDesign } from '../design';
import { yamlText } from '../generated';
import type { PipelineOptions } from '../options';
import { PipelineRefusal } from '../refusal';
import { PIN_REMARKS } from './actions';
import { withoutCredentials } from './credentials';
import { appliesOn, applyJob, jobsOf } from './jobs';

/** GitHub documents it for the jobs of a matrix in one run; more jobs than that are known to work for nobody. */
const MOST_JOBS = 256;
/** A larger workflow file starts no run. */
const LARGEST_FILE = 500_000;
/** Of a job's id. */
const LONGEST_ID = 100;

/**
 * A workflow that plans on pull requests and applies on the default branch: two jobs a stack, because what is approved must be
 * exactly what is applied, and GitHub asks for approval before a job begins.
 */
export function githubWorkflow(design: PipelineDesign, options: PipelineOptions): string {
  checkState(design);
  checkLimits(design);
  const paths = [`${design.folder}/**`];
  const workflow = {
    name: design.name,
    on: {
      pull_request: { branches: [options.branch], paths },
      push: { branches: [options.branch], paths },
      workflow_dispatch: {},
    },
    permissions: { contents: 'read', 'id-token': 'write' },
    // One run a branch: an apply is never interrupted, a plan gives way to the plan of a newer commit.
    concurrency: {
      group: `wattform-${design.name}-\${{ github.ref }}`,
      'cancel-in-progress': `\${{ !(${appliesOn(options.branch)}) }}`,
    },
    env: { APPLIES: `\${{ ${appliesOn(options.branch)} }}`, TF_IN_AUTOMATION: 'true' },
    defaults: { run: { shell: 'bash' } },
    jobs: Object.assign({}, ...design.stacks.map((stack) => jobsOf(design, stack, options))),
  };
  const text = yamlText(workflow, comments(design), PIN_REMARKS);
  if (Buffer.byteLength(text) > LARGEST_FILE)
    throw tooLarge(design, `${Buffer.byteLength(text)} bytes`, `${LARGEST_FILE} bytes`);
  return text;
}

function comments(design: PipelineDesign): string[] {
  const bare = withoutCredentials(design.stacks);
  return [
    'Keep it in .github/workflows/.',
    ...(bare.length > 0
      ? [`No credentials are given here to these providers; add them to their jobs: ${bare.join(', ')}.`]
      : []),
  ];
}

function checkState(design: PipelineDesign): void {
  const remote = design.stacks.find(({ state }) => state.kind === 'remote' || state.kind === 'cloud');
  if (remote === undefined) return;
  throw new PipelineRefusal(
    `the state of ${remote.name} is a workspace of HCP Terraform, which plans and applies there and hands out no plan to keep`,
    'write --for hcp, or keep the state elsewhere: state: { backend: s3, bucket: …, region: … }',
    ['state', 'backend'],
  );
}

function checkLimits(design: PipelineDesign): void {
  const jobs = 2 * design.stacks.length;
  if (jobs > MOST_JOBS) throw tooLarge(design, `${jobs} jobs`, `${MOST_JOBS} jobs`);
  const long = design.stacks.find(({ name }) => applyJob(name).length >= LONGEST_ID);
  if (long !== undefined) {
    throw new PipelineRefusal(
      `the name of the stack ${long.name} is too long for the id of a job, which has less than ${LONGEST_ID} letters`,
      'shorten the name of its site or cluster in the blueprint',
    );
  }
}

function tooLarge(design: PipelineDesign, size: string, limit: string): PipelineRefusal {
  return new PipelineRefusal(
    `${design.stacks.length} stacks make a workflow of ${size}, and GitHub runs one of at most ${limit}`,
    'write --for atlantis or --for hcp, which have no such limit, or divide the design into several blueprints',
  );
}

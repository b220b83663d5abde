import fc from 'fast-check';
import { parse } from 'yaml';
import type { StateDocument } from '../../../blueprints/language/document';
import { PipelineEngine, pipelineFor, Runner } from '../../../deploy/pipeline';
import { complaintsOfGitHub } from './github-parser';
import { anyReads, designOf, edgesOf, galleryDesign, OPEN_TRAINING_EDGES, OPTIONS, REMOTE, S3 } from './support';

interface Job {
  readonly needs?: string[];
  readonly environment?: string;
  readonly steps: {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: { readonly [name: string]: unknown };
  }[];
}

const write = (design: Parameters<typeof pipelineFor>[1], options = OPTIONS): string =>
  pipelineFor(Runner.GITHUB, design, options);
const jobsOf = (workflow: string): { [id: string]: Job } => parse(workflow).jobs;

describe("GitHub's own parser", () => {
  test.each([PipelineEngine.TERRAFORM, PipelineEngine.TOFU])(
    'accepts the workflow of a real design (%s)',
    async (engine) => {
      const workflow = write(galleryDesign('open-training', S3), { ...OPTIONS, engine });
      expect(await complaintsOfGitHub(workflow)).toEqual([]);
      expect(jobsOf(workflow)['plan-gavle']?.steps.some(({ run }) => run?.includes(`${engine} plan `))).toBe(true);
    },
  );

  test('accepts all 57 stacks of the largest design, within the size of a file', async () => {
    const design = galleryDesign('open-gigawatt', S3);
    const workflow = write(design);
    expect(Object.keys(jobsOf(workflow))).toHaveLength(2 * design.stacks.length);
    expect(design.stacks.length).toBeGreaterThan(50);
    expect(Buffer.byteLength(workflow)).toBeLessThan(500_000);
    expect(await complaintsOfGitHub(workflow)).toEqual([]);
  });

  test('would have said it', async () => {
    const workflow = write(designOf([[], [0]]));
    const wrong = workflow.replace('environment: production', 'enviroment: production');
    expect(await complaintsOfGitHub(wrong)).toEqual([expect.stringContaining("Unexpected value 'enviroment'")]);
    const open = workflow.replace('!cancelled() && ', '!cancelled( && ');
    expect(await complaintsOfGitHub(open)).not.toEqual([]);
    const missing = workflow.replace('- plan-stack-0\n', '- plan-stack-9\n');
    expect(await complaintsOfGitHub(missing)).toContainEqual(expect.stringContaining('plan-stack-9'));
  });
});

test('every edge of any design is kept, and every apply follows its own plan', () => {
  fc.assert(
    fc.property(anyReads(), (reads) => {
      const design = designOf(reads);
      const jobs = jobsOf(write(design));
      for (const [stack, source] of edgesOf(design)) {
        expect(jobs[`plan-${stack}`]?.needs).toEqual(expect.arrayContaining([`plan-${source}`, `apply-${source}`]));
      }
      for (const { name, dependsOn } of design.stacks) {
        expect(jobs[`plan-${name}`]?.needs ?? []).toHaveLength(2 * dependsOn.length);
        expect(jobs[`apply-${name}`]?.needs).toEqual([`plan-${name}`]);
      }
      expect(Object.keys(jobs)).toEqual(design.stacks.flatMap(({ name }) => [`plan-${name}`, `apply-${name}`]));
    }),
    { numRuns: 50 },
  );
});

describe('a workflow that a careful engineer accepts', () => {
  const workflow = write(galleryDesign('open-training', S3));
  const jobs = jobsOf(workflow);

  test('may read the repository and ask for a token, and nothing else', () => {
    expect(parse(workflow).permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  test('names every action by a commit, with its release beside it', () => {
    const uses = workflow.split('\n').filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(20);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
  });

  test('applies only behind the environment, with another identity than it plans with', () => {
    for (const [id, { environment, steps }] of Object.entries(jobs)) {
      const applies = id.startsWith('apply-');
      expect(environment).toBe(applies ? 'production' : undefined);
      const role = steps.find(({ uses }) => uses?.startsWith('aws-actions/'))?.with?.['role-to-assume'];
      expect(role).toBe(applies ? '${{ vars.AWS_APPLY_ROLE }}' : '${{ vars.AWS_PLAN_ROLE }}');
      expect(steps.some(({ run }) => run?.includes(' apply '))).toBe(applies);
    }
  });

  test('never puts an expression into a script', () => {
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  test('the edges of open-training', () => {
    for (const [stack, source] of OPEN_TRAINING_EDGES)
      expect(jobs[`plan-${stack}`]?.needs).toContain(`apply-${source}`);
  });
});

describe('credentials of the state', () => {
  test.each<[StateDocument, string[]]>([
    [{ backend: 'azurerm', resourceGroup: 'r', storageAccount: 's', container: 'c' }, ['vars.AZURE_PLAN_CLIENT_ID']],
    [{ backend: 'gcs', bucket: 'b' }, ['vars.GOOGLE_PLAN_ACCOUNT', 'vars.GOOGLE_APPLY_ACCOUNT']],
    [{ backend: 'http', address: 'https://state.example.org' }, ['vars.TF_HTTP_USERNAME', 'secrets.TF_HTTP_PASSWORD']],
  ])('%j', async (state, names) => {
    const workflow = write(galleryDesign('small', state));
    for (const name of [...names, 'vars.AWS_PLAN_ROLE']) expect(workflow).toContain(`\${{ ${name} }}`);
    expect(await complaintsOfGitHub(workflow)).toEqual([]);
  });

  test('a provider that gets none is named at the head', () => {
    const [stack] = designOf([[]]).stacks;
    const workflow = write({ ...designOf([]), stacks: [{ ...stack, providers: ['aws', 'netbox', 'random'] }] });
    expect(workflow.split('\n')[2]).toBe(
      '# No credentials are given here to these providers; add them to their jobs: netbox.',
    );
  });
});

describe('what it refuses', () => {
  test('more jobs than a run may have', () => {
    const many = designOf(Array.from({ length: 129 }, () => []));
    expect(() => write(many)).toThrow(
      '129 stacks make a workflow of 258 jobs, and GitHub runs one of at most 256 jobs',
    );
  });

  test('a file that starts no run', () => {
    const many = designOf(Array.from({ length: 128 }, () => []));
    expect(() => write(many)).toThrow(
      /^128 stacks make a workflow of \d+ bytes, and GitHub runs one of at most 500000 bytes$/,
    );
  });

  test('100 stacks fit', async () => {
    expect(await complaintsOfGitHub(write(designOf(Array.from({ length: 100 }, () => []))))).toEqual([]);
  });

  test('a state that keeps no plan', () => {
    expect(() => write(galleryDesign('open-training', REMOTE))).toThrow('hands out no plan to keep');
  });

  test('a name that is too long for a job', () => {
    const [stack] = designOf([[]]).stacks;
    const design = { ...designOf([]), stacks: [{ ...stack, name: 'n'.repeat(95) }] };
    expect(() => write(design)).toThrow('too long for the id of a job');
  });
});

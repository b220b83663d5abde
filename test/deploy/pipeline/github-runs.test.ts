import fc from 'fast-check';
import { parse } from 'yaml';
import { pipelineFor, Runner } from '../../../deploy/pipeline';
import { conditionHolds } from './github-parser';
import { anyReads, designOf, OPTIONS } from './support';

type Result = 'success' | 'failure' | 'skipped';

interface Job {
  readonly needs?: string[];
  readonly if: string;
}

interface Happening {
  /** `github` of the run. */
  readonly github: object;
  /** Stacks whose plan fails, whose plan is empty, and whose apply fails or is rejected. */
  readonly planFails?: number[];
  readonly empty?: number[];
  readonly applyFails?: number[];
}

const PUSH = { ref: 'refs/heads/main', event_name: 'push', event: {} };
const PULL_REQUEST = {
  ref: 'refs/pull/7/merge',
  event_name: 'pull_request',
  event: { pull_request: { head: { repo: { fork: false } } } },
};
const FORK = { ...PULL_REQUEST, event: { pull_request: { head: { repo: { fork: true } } } } };

/** Runs the jobs in their order, by GitHub's evaluator of conditions. */
function runOf(reads: number[][], happening: Happening): { [job: string]: Result } {
  const { jobs } = parse(pipelineFor(Runner.GITHUB, designOf(reads), OPTIONS)) as { jobs: { [id: string]: Job } };
  const results: { [job: string]: Result } = {};
  const outputs: { [job: string]: object } = {};
  for (const [id, job] of Object.entries(jobs)) {
    const needs = Object.fromEntries(
      (job.needs ?? []).map((name) => [name, { result: results[name], outputs: outputs[name] ?? {} }]),
    );
    const stack = Number(id.replace(/^\w+-stack-/, ''));
    const plans = id.startsWith('plan-');
    // Without a function of status GitHub adds success(): none of the jobs before it, near or far, failed or was skipped.
    const named = job.if.includes('cancelled()');
    const starts =
      (named || allBefore(id, jobs).every((each) => results[each] === 'success')) &&
      conditionHolds(job.if, { github: happening.github, needs });
    const fails = (plans ? happening.planFails : happening.applyFails)?.includes(stack);
    results[id] = starts ? (fails ? 'failure' : 'success') : 'skipped';
    outputs[id] = plans && results[id] === 'success' && !happening.empty?.includes(stack) ? { changes: 'true' } : {};
  }
  return results;
}

function allBefore(id: string, jobs: { [id: string]: Job }): string[] {
  return (jobs[id]?.needs ?? []).flatMap((name) => [name, ...allBefore(name, jobs)]);
}

/** A stack and all that read from it, at any distance. */
function downstream(reads: number[][], stack: number): Set<number> {
  const found = new Set([stack]);
  for (const [index, sources] of reads.entries()) if (sources.some((each) => found.has(each))) found.add(index);
  return found;
}

function withStack(): fc.Arbitrary<[number[][], number]> {
  return anyReads().chain((reads) => fc.tuple(fc.constant(reads), fc.nat({ max: reads.length - 1 })));
}

test('on the branch everything is planned and applied', () => {
  fc.assert(
    fc.property(anyReads(), (reads) => {
      expect(new Set(Object.values(runOf(reads, { github: PUSH })))).toEqual(new Set(['success']));
    }),
    { numRuns: 20 },
  );
});

test.each(['planFails', 'applyFails'] as const)(
  'when one %s, nothing that reads from it is planned or applied, and all else is',
  (what) => {
    fc.assert(
      fc.property(withStack(), ([reads, stack]) => {
        const results = runOf(reads, { github: PUSH, [what]: [stack] });
        const held = downstream(reads, stack);
        for (const index of reads.keys()) {
          const [plan, apply] = [results[`plan-stack-${index}`], results[`apply-stack-${index}`]];
          if (index === stack) {
            expect([plan, apply]).toEqual(what === 'planFails' ? ['failure', 'skipped'] : ['success', 'failure']);
          } else {
            expect([plan, apply]).toEqual(held.has(index) ? ['skipped', 'skipped'] : ['success', 'success']);
          }
        }
      }),
      { numRuns: 30 },
    );
  },
);

test('a stack that needs no change asks for no approval, and holds nothing up', () => {
  fc.assert(
    fc.property(withStack(), ([reads, stack]) => {
      const results = runOf(reads, { github: PUSH, empty: [stack] });
      expect(Object.entries(results).filter(([, result]) => result !== 'success')).toEqual([
        [`apply-stack-${stack}`, 'skipped'],
      ]);
    }),
    { numRuns: 30 },
  );
});

test('a pull request plans every stack, also behind one that cannot be planned, and applies none', () => {
  fc.assert(
    fc.property(withStack(), ([reads, stack]) => {
      const results = runOf(reads, { github: PULL_REQUEST, planFails: [stack] });
      for (const [job, result] of Object.entries(results)) {
        if (job === `plan-stack-${stack}`) expect(result).toBe('failure');
        else expect(result).toBe(job.startsWith('plan-') ? 'success' : 'skipped');
      }
    }),
    { numRuns: 20 },
  );
});

test.each([['a pull request of a fork', FORK]])('%s starts nothing that would ask for credentials', (_, github) => {
  expect(new Set(Object.values(runOf([[], [0], [0, 1]], { github })))).toEqual(new Set(['skipped']));
});

test('a run that somebody starts on another branch applies nothing', () => {
  const results = runOf([[], [0]], {
    github: { ref: 'refs/heads/main-copy', event_name: 'workflow_dispatch', event: {} },
  });
  expect(results).toEqual({
    'plan-stack-0': 'success',
    'apply-stack-0': 'skipped',
    'plan-stack-1': 'success',
    'apply-stack-1': 'skipped',
  });
});

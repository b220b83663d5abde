import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../cli/page';
import { rehearsePath } from '../../cli/verbs/rehearse';
import type { Rehearsal } from '../../rehearsal';
import { ROOT } from '../cli/wattform';
import { temporaryFolder } from '../support/synthesized';
import { withEngines } from './support';

const page = pageFor({}, {});
const small = join(ROOT, 'blueprints', 'small.yaml');

withEngines('wattform rehearse', (engine) => {
  test('prints the time of each step, what was created and how far to trust it, within the page', async () => {
    const { exitCode, text, document } = await rehearsePath(small, { engine }, page);
    expect(exitCode).toBe(0);
    expect(document.ok).toBe(true);
    expect(text).toMatch(/STACK +OBJECTS +VALIDATE +PLAN +APPLY +PLAN AGAIN +DESTROY/);
    expect(text).toMatch(/^ohio-tuning +\d+( +\d+\.\d s){5}$/m);
    expect(text).toMatch(new RegExp(`^rehearsed: 2 stacks with ${engine} \\d+\\.\\d+`, 'm'));
    expect(text).toContain('1×aws_eks_cluster');
    expect(text).toContain('verified by the schema');
    expect(text).toContain('not simulated');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(page.width);
  });

  test('gives machines the same, with every fidelity of the ledger', async () => {
    const { document } = await rehearsePath(small, { engine, json: true }, page);
    const rehearsal = document['rehearsal'] as Rehearsal;
    expect(rehearsal.stacks.map(({ name }) => name)).toEqual(['ohio', 'ohio-tuning']);
    expect(new Set(rehearsal.ledger.map(({ fidelity }) => fidelity)).size).toBe(4);
    expect(rehearsal.faults).toEqual([]);
  });

  test('a step that fails ends in code 1, with the fault first', async () => {
    const blueprint = join(temporaryFolder(), 'absent-zone.yaml');
    const text = `
wattform: 1
name: absent
sites: { ohio: { target: aws, region: us-east-2, zone: us-east-2f } }
clusters:
  tuning: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }
`;
    writeFileSync(blueprint, text);
    const outcome = await rehearsePath(blueprint, { engine }, page);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.document.ok).toBe(false);
    expect(outcome.text).toMatch(/^ohio, plan: /);
    expect(outcome.text).toMatch(/^ohio-tuning +-( +-){5}$/m);
    expect(outcome.text).toMatch(/construct ohio\/ohio\/network\/Default\/vpc, site\s+ohio/);
  });
});

test('a blueprint that the language refuses is not rehearsed', async () => {
  const blueprint = join(temporaryFolder(), 'wrong.yaml');
  writeFileSync(blueprint, 'wattform: 1\nname: wrong\n');
  const { exitCode, document } = await rehearsePath(blueprint, {}, page);
  expect(exitCode).toBe(1);
  expect(document['rehearsal']).toBeUndefined();
});

test('no engine is a fault of the command', async () => {
  await expect(rehearsePath(small, { engine: 'no-such-engine' }, page)).rejects.toMatchObject({ exitCode: 2 });
});

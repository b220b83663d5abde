import { join } from 'node:path';
import { pageFor } from '../../../cli/page';
import { buildProgram } from '../../../cli/program';
import { rehearsePath } from '../../../cli/verbs/rehearse';
import type { Rehearsal } from '../../../rehearsal';
import { FAULT_FORMS } from '../../../rehearsal/faults/fault';
import { ROOT } from '../../cli/wattform';
import { withEngines } from '../support';

const page = pageFor({}, {});
const small = join(ROOT, 'blueprints', 'small.yaml');

withEngines('wattform rehearse --fault', (engine) => {
  test('tells what failed and where, what stands, what a retry does, and how it ends, in this order', async () => {
    const { exitCode, text, document } = await rehearsePath(small, { engine, fault: ['capacity@p5.48xlarge'] }, page);
    expect(exitCode).toBe(0);
    const told = [
      /^Your deploy, under these faults\n {2}capacity@p5\.48xlarge: happened once$/m,
      /We currently do not have sufficient p5\.48xlarge/,
      /construct\s+ohio-tuning\/tuning\/pool\/workers\/Default\/group/,
      /^ {2}ohio-tuning: stands: .*1×aws_eks_cluster/m,
      /will be replaced, because its creation failed:\s+aws_eks_node_group/,
      /^ {2}ohio-tuning: \d+ objects created, and the plan after it is empty$/m,
      /^recovered: deploying again is enough; it picks up where it stopped$/m,
      /^STACK/m,
    ].map((words) => text.search(words));
    expect(told).not.toContain(-1);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    const { recovery } = document['rehearsal'] as Rehearsal;
    expect(recovery).toMatchObject({ recovered: true, left: [{ name: 'ohio-tuning' }] });
    expect(recovery!.failures[0]).toHaveProperty('blueprint');
  });

  test('a fault that is none, or that could never happen, is an error of the command', async () => {
    for (const fault of ['capcity', 'error@aws_vpcs']) {
      const refused = rehearsePath(small, { engine, fault: [fault] }, page);
      await expect(refused).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('did you mean') });
    }
  });
});

test('--help lists every fault', () => {
  let help = '';
  const verb = buildProgram('1', () => undefined).commands.find((each) => each.name() === 'rehearse')!;
  verb
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
    })
    .outputHelp();
  for (const [form] of FAULT_FORMS) expect(help).toContain(form);
});

/**
 * What rehearsals take: wall time, because an engine and the host run side by side, and the CPU time of both. One run of the
 * large blueprint, the median of three of the others.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, run } from './measure.mjs';

/** The budgets of this project: seconds of the wall on two processors that nobody else uses, and megabytes of the host. */
const TARGETS = {
  'plan and apply 1,000 resources': { seconds: 60 },
  'rehearse open-gigawatt.yaml': { seconds: 180, rssMb: 1024 },
};

/** Undefined without an engine on the PATH. */
export function measureRehearsals(wattform, root, work) {
  const engine = ['terraform', 'tofu'].find((name) => spawnSync(name, ['version']).status === 0);
  if (engine === undefined) return undefined;
  const version = median(Array.from({ length: 7 }, () => seconds(() => spawnSync(engine, ['version']))));
  const thousand = folderOfThousand(join(work, 'thousand'));
  const folders = Array.from({ length: 3 }, () => rehearsed(wattform, thousand, engine, root));
  const gigawatt = rehearsed(wattform, join(root, 'blueprints', 'open-gigawatt.yaml'), engine, root);
  return {
    engine: `${engine} ${gigawatt.engine}`,
    cases: [
      { name: `${engine} version`, seconds: version },
      row('plan and apply 1,000 resources', folders, (each) => each.steps.plan + each.steps.apply),
      row('rehearse 1,000 resources', folders, (each) => each.seconds),
      row('rehearse open-gigawatt.yaml', [gigawatt], (each) => each.seconds),
    ].map((each) => ({ ...each, ofVersion: each.seconds / version })),
  };
}

function row(name, runs, secondsOf) {
  return {
    name,
    seconds: median(runs.map(secondsOf)),
    cpuSeconds: name.startsWith('plan') ? undefined : median(runs.map((each) => each.cpuSeconds)),
    rssMb: median(runs.map((each) => each.rssMb)),
    objects: runs[0].objects,
    target: TARGETS[name],
  };
}

/** One rehearsal. Throws when it fails. */
function rehearsed(wattform, path, engine, cwd) {
  const { cpuSeconds, childSeconds, rssMb, stdout } = run(
    [wattform, 'rehearse', path, '--engine', engine, '--json'],
    cwd,
  );
  const { rehearsal } = JSON.parse(stdout);
  const steps = {};
  let objects = 0;
  for (const stack of rehearsal.stacks) {
    objects += Object.values(stack.created).reduce((sum, count) => sum + count, 0);
    for (const { step, seconds: took } of stack.steps) steps[step] = (steps[step] ?? 0) + took;
  }
  const all = childSeconds === undefined ? undefined : cpuSeconds + childSeconds;
  return { engine: rehearsal.engine.version, seconds: rehearsal.seconds, steps, objects, cpuSeconds: all, rssMb };
}

/** A stack of 1,000 objects that refer to each other, three types in turn. */
function folderOfThousand(folder) {
  const resource = {
    aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
    aws_subnet: {},
    aws_security_group: {},
    aws_iam_role: {},
  };
  for (let index = 0; index < 333; index++) {
    resource.aws_subnet[`s${index}`] = {
      vpc_id: '${aws_vpc.main.id}',
      availability_zone: 'us-east-1a',
      cidr_block: `10.0.${index >> 2}.${(index & 3) * 64}/26`,
      tags: { Name: `s${index}` },
    };
    resource.aws_security_group[`g${index}`] = {
      vpc_id: '${aws_vpc.main.id}',
      name: `g${index}`,
      description: `for \${aws_subnet.s${index}.id}`,
    };
    resource.aws_iam_role[`r${index}`] = {
      name: `r${index}`,
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
      }),
    };
  }
  const terraform = { required_providers: { aws: { source: 'hashicorp/aws' } } };
  mkdirSync(folder);
  const document = { terraform, provider: { aws: { region: 'us-east-1' } }, resource };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(document, null, 2));
  return folder;
}

function seconds(work) {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}

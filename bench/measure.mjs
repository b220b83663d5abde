/** CPU seconds and memory of a Node process, as medians over runs. CPU time, unlike wall time, stands a busy machine. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const probe = join(dirname(fileURLToPath(import.meta.url)), 'rusage.cjs');

/** One run, with what it printed. Throws when the process fails: a figure of a failed run must not stand in a table. */
export function run(args, cwd) {
  const child = spawnSync(process.execPath, ['--require', probe, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (child.status !== 0)
    throw new Error(
      `node ${args.join(' ')} ended with ${child.status}: ${(child.stderr || child.stdout).slice(0, 2000)}`,
    );
  return { ...JSON.parse(child.output[3]), stdout: child.stdout };
}

/** Runs the cases in turn, round by round, so that a slow minute of the machine meets all of them. */
export function measure(cases, rounds, onRound = () => undefined) {
  const samples = cases.map(() => []);
  for (let round = 0; round < rounds; round++) {
    onRound(round);
    cases.forEach((each, index) => {
      samples[index].push(run(each.args, each.cwd));
    });
  }
  return cases.map((each, index) => ({
    name: each.name,
    cpuSeconds: median(samples[index].map((sample) => sample.cpuSeconds)),
    rssMb: median(samples[index].map((sample) => sample.rssMb)),
  }));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * `npm run bench`: what a synth costs beside its own baselines, what it writes for more accelerators, and what rehearsals take
 * beside `terraform version`. Options: --runs <n> (at least 5, default 7), --only synth, halls or rehearse, --json.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blueprintOfHall, blueprintWithAccelerators, blueprintWithPools } from './blueprints.mjs';
import { measure, run } from './measure.mjs';
import { measureRehearsals } from './rehearsals.mjs';
import { report } from './report.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wattform = join(root, 'dist', 'bin', 'wattform.js');
const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string' }, json: { type: 'boolean' } },
});
const rounds = Math.max(5, Number.parseInt(options.runs, 10) || 0);

/** The budgets of this project: CPU seconds and megabytes that a case may take. */
const TARGETS = {
  'synth small.yaml': { cpuSeconds: 0.8, rssMb: 150 },
  'synth 50 pools': { cpuSeconds: 1.2 },
  'synth 200 pools': { cpuSeconds: 2.5 },
  'synth 400 pools': { cpuSeconds: 4.5 },
};

/** Of design and synth of an owned hall with that many accelerators. */
const HALL_TARGETS = { 16384: { cpuSeconds: 3, rssMb: 300 }, 100000: { cpuSeconds: 15 } };

const work = mkdtempSync(join(tmpdir(), 'wattform-bench-'));
try {
  const document = {
    node: process.version,
    ...(wanted('synth') ? synthFigures() : {}),
    ...(wanted('halls') ? { halls: hallFigures() } : {}),
    ...(wanted('rehearse') ? { rehearsals: measureRehearsals(wattform, root, work) } : {}),
    // Other work on the machine makes seconds of the wall long; CPU seconds and ratios bear it better.
    load: loadavg().map((each) => Number(each.toFixed(1))),
  };
  console.log(options.json ? JSON.stringify(document, null, 2) : report(document));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function wanted(part) {
  return options.only === undefined || options.only === part;
}

/** Owned halls: every server, cable and feed is a record. Three rounds at most, for the largest takes its time. */
function hallFigures() {
  const runs = Math.min(3, rounds);
  const sizes = [16_384, 32_768, 100_000];
  const cases = [
    { name: 'load cdktf', args: ['-e', 'require("cdktf")'], cwd: root },
    ...sizes.map((count) => synthCase(`hall of ${count}`, blueprintOfHall(count))),
  ];
  const [loading, ...halls] = measure(cases, runs, (round) => process.stderr.write(`halls ${round + 1} of ${runs}\n`));
  return {
    runs,
    loading,
    halls: halls.map((result, index) => ({
      ...result,
      accelerators: sizes[index],
      target: HALL_TARGETS[sizes[index]],
    })),
  };
}

function synthFigures() {
  const results = measure(cases(), rounds, (round) => process.stderr.write(`run ${round + 1} of ${rounds}\n`));
  return {
    runs: rounds,
    baselines: results.filter((result) => TARGETS[result.name] === undefined),
    syntheses: results
      .filter((result) => TARGETS[result.name] !== undefined)
      .map((result) => ({ ...result, target: TARGETS[result.name] })),
    sizes: [8, 80_000].map((accelerators) => ({ accelerators, ...blocksOf(accelerators) })),
  };
}

function cases() {
  return [
    { name: 'node -e 0', args: ['-e', '0'], cwd: root },
    { name: 'load cdktf', args: ['-e', 'require("cdktf")'], cwd: root },
    synthCase('synth small.yaml', readFileSync(join(root, 'blueprints', 'small.yaml'), 'utf8')),
    ...[50, 200, 400].map((pools) => synthCase(`synth ${pools} pools`, blueprintWithPools(pools))),
  ];
}

function synthCase(name, blueprint) {
  const cwd = join(work, name.replaceAll(' ', '-'));
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'blueprint.yaml'), blueprint);
  return { name, args: [wattform, 'synth', 'blueprint.yaml', '--json'], cwd };
}

function blocksOf(accelerators) {
  const { args, cwd } = synthCase(`synth ${accelerators} accelerators`, blueprintWithAccelerators(accelerators));
  run(args, cwd);
  const stacks = join(cwd, 'cdktf.out', 'stacks');
  const texts = readdirSync(stacks).map((stack) => readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8'));
  const blocks = texts.flatMap((text) => Object.values(JSON.parse(text).resource ?? {})).flatMap(Object.keys);
  return {
    stacks: texts.length,
    resourceBlocks: blocks.length,
    kilobytes: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1024),
  };
}

import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Engine, RunError, runInOrder } from '../engine';
import { Base } from './base-design';
import { configuresDifferently } from './differing';
import { Head, type PlannedStack } from './head-design';
import { Cloud } from './host/cloud';
import { copyPrivately } from './private-copy';
import { SettledBackend } from './stack-run';
import { type FolderOfStacks, stacksOfFolder } from './stacks-of-folder';
import { openWorkplace } from './workplace';

export interface PlanAgainstOptions {
  /** `terraform`, `tofu`, or a path. @default - the first of the two that is on the PATH */
  readonly engine?: string;
  /** Told before each step. @default - nobody */
  readonly onProgress?: (progress: { readonly done: number; readonly what: string }) => void;
  /** Ends the work early; `planAgainst` then throws. @default - it runs to its end */
  readonly signal?: AbortSignal;
  /** Stacks at a time. @default - as many as there are processors, at most 4 */
  readonly lanes?: number;
}

/** What the engine would do to a design that stands, to make another one of it. */
export interface PlansAgainst {
  /** @default - no stack differs, and no engine was asked */
  readonly engine?: Engine & { readonly version: string };
  /** Stacks that would be built, changed or removed, in deploy order. */
  readonly stacks: PlannedStack[];
}

/**
 * Builds the stacks of `base` in a simulated cloud and plans those of `head` against them. Only what differs is planned, with
 * what reads outputs that change; only what such plans need is built.
 * @throws RunError when it cannot begin
 */
export async function planAgainst(base: string, head: string, options: PlanAgainstOptions = {}): Promise<PlansAgainst> {
  const found = paired(stacksOfFolder(base, true), stacksOfFolder(head, true));
  const differing = differingStacks(base, head, found);
  if (differing.length === 0) return { stacks: [] };
  const workplace = await openWorkplace(options.engine);
  const { engine, version, tofu, work, states } = workplace;
  try {
    const copyOf = async (side: 'b' | 'h', folder: string, all: FolderOfStacks) => {
      const own = states.under(side);
      const copy = async (stacks: FolderOfStacks, directory: string) => {
        mkdirSync(join(work, directory));
        return copyPrivately(folder, stacks, { work: join(work, directory), tofu, states: own });
      };
      const few = { ...all, stacks: all.stacks.filter(({ name }) => concerned.has(name)) };
      try {
        return { stacks: await copy(few, side), states: own };
      } catch (error) {
        // A program may read a state and not say so in its manifest.
        if (!(error instanceof RunError) || few.stacks.length === all.stacks.length) throw error;
        return { stacks: await copy(all, `${side}-all`), states: own };
      }
    };
    const concerned = concernedBy(differing, [found.base, found.head]);
    const before = await copyOf('b', base, found.base);
    const after = await copyOf('h', head, found.head);
    const cloud = new Cloud({ assumesImports: !found.head.synthesized });
    const stage = { engine, work, cloud, tofu, variables: [], signal: options.signal, settled: new SettledBackend() };
    const progress = counting(options);
    const lanes = options.lanes ?? Math.min(4, availableParallelism());
    const standing = new Base(before.stacks, { ...stage, states: before.states }, progress);
    const planned = new Head(
      after.stacks,
      { ...stage, states: after.states },
      { base: standing, states, differing, progress },
    );
    const needed = standing.neededFor(differing, planned.readBy(differing));
    await runInOrder(
      needed.map((stack) => ({
        name: stack.name,
        after: stack.dependsOn.filter((name) => needed.some((each) => each.name === name)),
        run: async () => {
          await standing.built(stack.name);
          return true;
        },
      })),
      lanes,
    );
    return { engine: { ...engine, version }, stacks: await planned.all(lanes) };
  } finally {
    await workplace.close();
  }
}

/** The stacks that differ, those that read from them, and what all of these read from, on either side. */
function concernedBy(differing: string[], sides: FolderOfStacks[]): ReadonlySet<string> {
  const wanted = new Set(differing);
  // In deploy order, so that readers come after what they read.
  for (const { name, dependsOn } of sides.flatMap(({ stacks }) => stacks)) {
    if (dependsOn.some((each) => wanted.has(each))) wanted.add(name);
  }
  const reads = sides.flatMap(({ stacks }) => stacks).reverse();
  for (let size = 0; size < wanted.size; ) {
    size = wanted.size;
    for (const { name, dependsOn } of reads) if (wanted.has(name)) for (const each of dependsOn) wanted.add(each);
  }
  return wanted;
}

/** Two folders with Terraform's own files are one stack before and after, whatever the folders are called. */
function paired(base: FolderOfStacks, head: FolderOfStacks): { base: FolderOfStacks; head: FolderOfStacks } {
  const [before, after] = [base.stacks[0], head.stacks[0]];
  if (base.synthesized || head.synthesized || before === undefined || after === undefined) return { base, head };
  return { base: { ...base, stacks: [{ ...before, name: after.name }] }, head };
}

/** Names of stacks that only one side has, or that the sides configure differently. */
function differingStacks(base: string, head: string, found: { base: FolderOfStacks; head: FolderOfStacks }): string[] {
  const names = [...new Set([...found.base.stacks, ...found.head.stacks].map(({ name }) => name))];
  return names.filter((name) => {
    const before = found.base.stacks.find((stack) => stack.name === name);
    const after = found.head.stacks.find((stack) => stack.name === name);
    if (before === undefined || after === undefined) return true;
    if (!found.base.synthesized || !found.head.synthesized) return true;
    return configuresDifferently(join(base, before.directory), join(head, after.directory));
  });
}

function counting({ onProgress }: PlanAgainstOptions): (what: string) => void {
  let done = 0;
  return (what) => {
    onProgress?.({ done, what });
    done += 1;
  };
}

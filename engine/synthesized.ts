import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunError } from './run-error';

/** A stack of a synthesized folder. */
export interface SynthesizedStack {
  readonly name: string;
  /** Below the synthesized folder. */
  readonly directory: string;
  /** Below the synthesized folder. */
  readonly file: string;
  /** Names of the stacks that it reads from. */
  readonly dependsOn: string[];
  /** Of the blueprint. @default - the folder has no basis of design */
  readonly site?: string;
  /** Of the blueprint. @default - the stack is a site's */
  readonly cluster?: string;
}

interface Manifest {
  readonly stacks: {
    readonly [name: string]: {
      readonly dependencies: string[];
      readonly synthesizedStackPath: string;
      readonly workingDirectory: string;
    };
  };
}

interface Basis {
  readonly sites: {
    readonly name: string;
    readonly clusters: { readonly name: string; readonly controlPlanes: { readonly stack: string }[] }[];
  }[];
  readonly stacks: { readonly name: string; readonly site: string }[];
}

/**
 * The stacks of a synthesized folder, each after those that it depends on.
 * @throws RunError when the folder is not a synthesis
 */
export function readSynthesized(folder: string): SynthesizedStack[] {
  const manifest = readJson<Manifest>(folder, 'manifest.json');
  const basis = readJson<Basis>(folder, 'basis-of-design.json');
  const left = Object.entries(manifest.stacks).map(([name, stack]) => ({
    name,
    directory: stack.workingDirectory,
    file: stack.synthesizedStackPath,
    dependsOn: stack.dependencies,
    site: basis.stacks.find((each) => each.name === name)?.site,
    cluster: clusterOf(basis, name),
  }));
  return inOrder(left);
}

function inOrder(stacks: SynthesizedStack[]): SynthesizedStack[] {
  const ordered: SynthesizedStack[] = [];
  const placed = new Set<string>();
  let left = stacks;
  while (left.length > 0) {
    const ready = left.filter((stack) => stack.dependsOn.every((name) => placed.has(name)));
    if (ready.length === 0) {
      throw new RunError(`these stacks wait for each other: ${left.map((stack) => stack.name).join(', ')}`);
    }
    ordered.push(...ready);
    for (const stack of ready) placed.add(stack.name);
    left = left.filter((stack) => !placed.has(stack.name));
  }
  return ordered;
}

function clusterOf(basis: Basis, stack: string): string | undefined {
  const clusters = basis.sites.flatMap((site) => site.clusters);
  return clusters.find((cluster) => cluster.controlPlanes.some((plane) => plane.stack === stack))?.name;
}

function readJson<T>(folder: string, name: string): T {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  } catch (error) {
    throw new RunError(
      `${folder} is not the output of a synthesis: ${name}: ${(error as Error).message}`,
      'wattform synth writes one',
    );
  }
}

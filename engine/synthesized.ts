import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
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
 * The stacks of a synthesized folder, each after those that it depends on. Any app of cdktf writes such a folder; a basis of
 * design, which tells a stack's site and cluster, stands in those of a blueprint.
 * @throws RunError when the folder is not a synthesis
 */
export function readSynthesized(folder: string): SynthesizedStack[] {
  const { stacks } = readJson<Partial<Manifest>>(folder, 'manifest.json');
  if (typeof stacks !== 'object' || stacks === null) throw notASynthesis(folder, 'manifest.json names no stacks');
  const basis = existsSync(join(folder, 'basis-of-design.json'))
    ? readJson<Basis>(folder, 'basis-of-design.json')
    : { sites: [], stacks: [] };
  const left = Object.entries(stacks).map(([name, stack]) => ({
    name,
    directory: below(folder, name, stack.workingDirectory),
    file: below(folder, name, stack.synthesizedStackPath),
    dependsOn: stack.dependencies ?? [],
    site: basis.stacks.find((each) => each.name === name)?.site,
    cluster: clusterOf(basis, name),
  }));
  return inOrder(left);
}

/** A path of the manifest. One that leads out of the folder is not a synthesis' own. */
function below(folder: string, stack: string, path: unknown): string {
  if (typeof path !== 'string' || isAbsolute(path) || normalize(path).split(/[\\/]/)[0] === '..') {
    throw notASynthesis(folder, `the manifest says that stack ${stack} stands in ${JSON.stringify(path)}`);
  }
  return path;
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
    throw notASynthesis(folder, `${name}: ${(error as Error).message}`);
  }
}

function notASynthesis(folder: string, why: string): RunError {
  return new RunError(`${folder} is not the output of a synthesis: ${why}`, 'wattform synth writes one');
}

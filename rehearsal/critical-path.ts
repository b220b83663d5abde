import type { State } from './state-server';

/** Objects of a stack that wait for each other, from the first to the last. */
export interface Chain {
  readonly stack: string;
  /** Addresses of resources; the objects of one resource are made side by side. */
  readonly resources: string[];
}

/**
 * The longest chain of a deploy: nothing that runs side by side makes it shorter. A chain through several stacks enters each of
 * them after all of the one before.
 */
export interface CriticalPath {
  /** Resources in sequence. */
  readonly length: number;
  readonly chains: Chain[];
  /** What it is measured by. */
  readonly basis: string;
}

/** A stack that was built. */
export interface BuiltStack {
  readonly name: string;
  readonly dependsOn: string[];
  /** Its own longest chain. */
  readonly resources: string[];
}

/** @param stacks in deploy order */
export function criticalPath(stacks: BuiltStack[]): CriticalPath {
  const paths = new Map<string, { readonly length: number; readonly chains: Chain[] }>();
  for (const { name, dependsOn, resources } of stacks) {
    const before = longest(dependsOn.flatMap((other) => paths.get(other) ?? [])) ?? { length: 0, chains: [] };
    paths.set(name, {
      length: before.length + resources.length,
      chains: [...before.chains, { stack: name, resources }],
    });
  }
  return {
    ...(longest([...paths.values()]) ?? { length: 0, chains: [] }),
    basis:
      'resources in sequence, by the dependencies that the engine recorded; each counts the same, because how long a cloud takes for one is not simulated',
  };
}

/** The longest chain of dependencies in a state. */
export function longestChain({ resources = [] }: State): string[] {
  const after = new Map<string, string[]>();
  for (const { module, mode, type, name, instances } of resources) {
    if (mode !== 'managed') continue;
    const address = [module?.replaceAll(/\[[^\]]*\]/g, ''), type, name].filter(Boolean).join('.');
    after.set(address, [...(after.get(address) ?? []), ...instances.flatMap(({ dependencies = [] }) => dependencies)]);
  }
  const chains = new Map<string, { readonly length: number; readonly resources: string[] }>();
  const chainTo = (address: string): { readonly length: number; readonly resources: string[] } => {
    const known = chains.get(address);
    if (known !== undefined) return known;
    const before = longest(
      [...new Set(after.get(address))]
        .filter((each) => after.has(each))
        .sort()
        .map(chainTo),
    );
    const resources = [...(before?.resources ?? []), address];
    const chain = { length: resources.length, resources };
    chains.set(address, chain);
    return chain;
  };
  return longest([...after.keys()].sort().map(chainTo))?.resources ?? [];
}

/** The first of the longest. */
function longest<T extends { readonly length: number }>(all: T[]): T | undefined {
  return all.reduce<T | undefined>(
    (best, each) => (best === undefined || each.length > best.length ? each : best),
    undefined,
  );
}

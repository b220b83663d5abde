import type { PipelineStack } from './design';

/** How many stacks stand one behind the other before each: 0 for those that read from none. */
export function depths(stacks: PipelineStack[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { name, dependsOn } of stacks) {
    found.set(name, Math.max(0, ...dependsOn.map((each) => (found.get(each) ?? 0) + 1)));
  }
  return found;
}

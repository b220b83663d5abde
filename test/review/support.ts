import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../cli/page';
import { type DiffOptions, diff } from '../../cli/verbs/diff';
import type { Action, Review, ReviewedChange } from '../../review';
import { withEngines } from '../rehearsal/support';
import { temporaryFolder } from '../support/synthesized';

/** Two blueprints, and what a reviewer must be told of the step from one to the other. */
export interface Pair {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly options?: DiffOptions;
  tell(told: Told): void;
}

/** What the reviewer is told. */
export interface Told {
  readonly exitCode: number;
  readonly review: Review;
  readonly text: string;
}

/** Writes both blueprints and compares them, as the command does. */
export async function told(base: string, head: string, options: DiffOptions = {}): Promise<Told> {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const files = [join(folder, 'base.yaml'), join(folder, 'head.yaml')] as const;
  writeFileSync(files[0], base);
  writeFileSync(files[1], head);
  const { exitCode, text, document } = await diff(...files, options, pageFor({}, {}));
  if (document['review'] === undefined) throw new Error(JSON.stringify(document, null, 2));
  return { exitCode, text, review: document['review'] as Review };
}

/** Addresses that an action happens to, with their stack. */
export function addressesOf(review: Review, action: Action): string[] {
  return review.changes.filter((change) => change.action === action).map(({ stack, address }) => `${stack}/${address}`);
}

/** The change of an object. */
export function changeOf(review: Review, address: string): ReviewedChange {
  const found = review.changes.find((change) => change.address === address);
  if (found === undefined)
    throw new Error(`no change of ${address}: ${review.changes.map((each) => each.address).join(', ')}`);
  return found;
}

/** `[before, after]` of a figure of a site, or of all. */
export function figure(review: Review, name: string, site?: string): [before: number | null, after: number | null] {
  const found = review.figures?.find((each) => each.figure === name && each.site === site);
  if (found === undefined) throw new Error(`no figure ${name} of ${site ?? 'all sites'}`);
  return [found.before, found.after];
}

/** One training cluster on AWS. */
export const AWS = `
wattform: 1
name: small
owner: platform@example.org
sites:
  ohio: { target: aws, region: us-east-2, zone: us-east-2b, power: { allotment: 100 kW } }
clusters:
  tuning:
    site: ohio
    purpose: training
    scheduler: kubernetes
    accelerators: { model: h100-sxm, count: 16 }
    capacity: { mode: on-demand }
    fabric: { rdma: required }
    storage:
      datasets: { kind: object }
`;

/** One training cluster on Azure. */
export const AZURE = AWS.replace(
  'target: aws, region: us-east-2, zone: us-east-2b',
  'target: azure, region: swedencentral, zone: "1"',
);

/** A blueprint with pieces replaced; each must be there. */
export function edited(blueprint: string, ...edits: [from: string, to: string][]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the blueprint has no ${from}`);
    return text.replace(from, to);
  }, blueprint);
}

/** Runs pairs with every engine that is here. */
export function tellAll(title: string, pairs: Pair[]): void {
  withEngines(`a reviewer is told of ${title}`, (engine) => {
    test.each(pairs.map((pair) => [pair.title, pair] as const))('%s', async (_, { base, head, options, tell }) => {
      tell(await told(base, head, { engine, ...options }));
    });
  });
}

/** Losses that nobody has allowed. */
export function blockedOf(review: Review): string[] {
  return review.guard.losses.filter(({ allowedBy }) => allowedBy === undefined).map(({ address }) => address);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '../../catalog';
import { type Diagnosis, type PlannedStack, planAgainst, RunError } from '../../rehearsal';
import { makeReview, type Origin, type Place, type Review, type Side, SideKind, type StackAsk } from '../../review';
import { blueprintPlaceOf } from '../blueprint-lines';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { withInterrupts } from '../interrupts';
import type { Progress } from '../progress';
import { type DesignSide, isSamePlace, readSide } from './design-side';
import { stacksOfPlans } from './plan-files';
import { stateMoves } from './state-moves';

/** What is compared, and how. */
export interface Comparison {
  /** @default - what stands, by the plans */
  readonly base?: string;
  readonly head?: string;
  /** Plans of the user's own pipeline; the two sides then give figures alone. @default - plans are made */
  readonly plans?: string[];
  readonly allow?: string[];
  readonly engine?: string;
  readonly baseCode?: string;
}

/** Reads both sides, lets an engine plan one against the other, and reviews that. Leaves nothing behind. */
export async function compare(asked: Comparison, progress: Progress): Promise<Review> {
  const work = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    const sides = sidesOf(asked, work, progress);
    if (asked.plans !== undefined) return reviewOfPlans(asked, asked.plans, sides);
    const { base, head } = sides!;
    const planned = await plansOf(base.folder, head.folder, asked, progress);
    const { engine } = planned;
    return makeReview(
      {
        base: base.side,
        head: head.side,
        ...(engine !== undefined && { engine: { name: engine.name, version: engine.version } }),
        stacks: planned.stacks.map((stack) => stackAsk(stack, base, head)),
        ...designsOf(sides),
        ...(asked.allow !== undefined && { allow: asked.allow }),
        stateMoves: stateMoves(base.folder, head.folder),
        notes: isSamePlace(asked.base!, asked.head!) ? ['both sides are the same place'] : [],
      },
      { catalog: loadCatalog() },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

interface Sides {
  readonly base: DesignSide;
  readonly head: DesignSide;
}

function sidesOf({ base, head, baseCode }: Comparison, work: string, progress: Progress): Sides | undefined {
  if (base === undefined || head === undefined) return undefined;
  progress.step({ done: 0, what: 'synthesize the base' });
  const before = readSide(base, {
    work,
    role: 'base',
    other: head,
    ...(baseCode !== undefined && { ownCode: baseCode }),
  });
  progress.step({ done: 1, what: 'synthesize the head' });
  return { base: before, head: readSide(head, { work, role: 'head', other: base }) };
}

function designsOf(sides: Sides | undefined): { designs?: { base: unknown; head: unknown } } {
  const { base, head } = sides ?? {};
  if (base?.basis === undefined || head?.basis === undefined) return {};
  return { designs: { base: base.basis, head: head.basis } };
}

function reviewOfPlans({ allow }: Comparison, files: string[], sides: Sides | undefined): Review {
  const side: Side = { kind: SideKind.PLAN, name: 'what stands' };
  return makeReview(
    {
      base: sides?.base.side ?? side,
      head: sides?.head.side ?? { kind: SideKind.PLAN, name: files.join(', ') },
      stacks: stacksOfPlans(files),
      ...designsOf(sides),
      ...(allow !== undefined && { allow }),
    },
    { catalog: loadCatalog() },
  );
}

function plansOf(base: string, head: string, { engine }: Comparison, progress: Progress) {
  return withInterrupts(async (signal) => {
    try {
      return await planAgainst(base, head, {
        ...(engine !== undefined && { engine }),
        signal,
        onProgress: ({ done, what }) => progress.step({ done: done + 2, what }),
      });
    } catch (error) {
      if (signal.aborted) throw new CliFailure(ExitCode.INTERRUPTED, 'interrupted; nothing is left behind');
      if (error instanceof RunError) throw new CliFailure(ExitCode.USAGE, error.message, error.hint);
      throw error;
    }
  });
}

function stackAsk(stack: PlannedStack, base: DesignSide, head: DesignSide): StackAsk {
  const { name, fate, site, cluster, plan, readStates, protectedAddresses, constructPaths } = stack;
  const places = new Map<string, Place | undefined>();
  const placeOf = (constructPath: string | undefined, side: 'base' | 'head'): Place | undefined => {
    const key = `${side} ${constructPath}`;
    if (!places.has(key)) places.set(key, placeIn(side === 'base' ? base : head, side, { stack, constructPath }));
    return places.get(key);
  };
  const origin = (address: string, side: 'base' | 'head'): Origin => {
    const constructPath = constructPaths[side].get(address);
    const place = constructPath === undefined ? undefined : placeOf(constructPath, side);
    return { ...(constructPath !== undefined && { constructPath }), ...(place !== undefined && { place }) };
  };
  return {
    name,
    fate,
    ...(site !== undefined && { site }),
    ...(cluster !== undefined && { cluster }),
    ...(plan !== undefined && { plan }),
    readStates,
    troubles: stack.diagnoses.map((diagnosis) => {
      const place = placeOf(diagnosis.constructPath, 'head');
      const { stack: where, step, summary, detail, address, constructPath } = diagnosis;
      return {
        stack: where,
        step,
        summary,
        ...(detail !== undefined && { detail }),
        ...(address !== undefined && { address }),
        ...(constructPath !== undefined && { constructPath }),
        ...(place !== undefined && { place }),
      };
    }),
    protectedAddresses,
    origin,
  };
}

function placeIn(
  { blueprint }: DesignSide,
  side: 'base' | 'head',
  { stack, constructPath }: { readonly stack: PlannedStack; readonly constructPath: string | undefined },
): Place | undefined {
  if (blueprint === undefined) return undefined;
  const about: Diagnosis = {
    stack: stack.name,
    step: '',
    summary: '',
    constructPath,
    site: stack.site,
    cluster: stack.cluster,
  };
  const place = blueprintPlaceOf(about, blueprint.document, blueprint.source);
  return place === undefined ? undefined : { side, ...place };
}

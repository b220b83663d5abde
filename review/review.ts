import type { Catalog } from '../catalog';
import type { ReviewAsk, StackAsk } from './ask';
import { countActions, natural, readingOrder } from './changes/actions';
import { cascadesOf } from './changes/cascades';
import { causeFinder } from './changes/causes';
import { dependentsOf } from './changes/dependents';
import { blockOf, type Graph, graphOf, keyOf } from './changes/graph';
import { groupChanges } from './changes/groups';
import { readChanges } from './changes/read-changes';
import { compareFigures } from './figures/compare-figures';
import { preflightOf } from './figures/preflight';
import { readBasis } from './figures/read-basis';
import { compareRedundancy } from './figures/redundancy';
import { guardOf } from './guard/guard';
import { StatefulTypes } from './guard/stateful-types';
import type { Dependents, ResourceName, Review, ReviewedChange, ReviewedStack, Trouble } from './model';
import { Verdict } from './model';
import { detectRenames } from './renames/detect';
import { stable } from './values/stable';

/** Version of the form of a `Review`. */
export const FORMAT_VERSION = '1.0';

/** What a review needs to know beside the two designs. */
export interface ReviewKnowledge {
  readonly catalog: Catalog;
  /** @default - the table that ships */
  readonly types?: StatefulTypes;
}

/** Makes one review of what engines have planned. Pure: the same ask gives the same review. */
export function makeReview(ask: ReviewAsk, { catalog, types = StatefulTypes.builtIn() }: ReviewKnowledge): Review {
  const { base, head, engine, stacks, allow = [], stateMoves = [], notes = [] } = ask;
  const graph = graphOf(stacks);
  const read = stacks.map((stack) => readChanges(stack, types));
  const uncaused = read.flatMap(({ changes }) => changes).sort(readingOrder);
  const causeOf = causeFinder(graph, uncaused);
  const dependents = dependentsFinder(graph);
  const changes = uncaused.map((change): ReviewedChange => {
    const cause = causeOf(change);
    return {
      ...change,
      ...(cause !== undefined && { cause }),
      dependents: dependents(change),
    };
  });
  const guard = guardOf(changes, allow, types);
  const figures = figuresOf(ask, catalog);
  const troubles = troublesOf(stacks);
  const reviewed = stacks.map((stack) => reviewedStack(stack, changes));
  const hasChanges =
    changes.length > 0 ||
    stateMoves.length > 0 ||
    reviewed.some(({ fate, outputs }) => fate !== 'changed' || outputs.length > 0) ||
    (figures.figures ?? []).some(({ before, after }) => before !== after);
  return {
    formatVersion: FORMAT_VERSION,
    base,
    head,
    ...(engine !== undefined && { engine }),
    verdict: verdictOf(troubles.length > 0, guard.passed, hasChanges),
    counts: countActions(changes.map(({ action }) => action)),
    stacks: reviewed,
    changes,
    groups: groupChanges(changes),
    cascades: cascadesOf(changes),
    guard,
    renames: detectRenames(stacks, graph),
    ...(figures.figures !== undefined && { figures: figures.figures }),
    redundancy: figures.redundancy,
    preflight: figures.preflight,
    stateMoves,
    troubles,
    formOnly: read.flatMap(({ formOnly }) => formOnly),
    notes: [...notes, ...figures.notes],
  };
}

/** Instances of one block have the same dependents. */
function dependentsFinder(graph: Graph): (name: ResourceName) => Dependents {
  const found = new Map<string, Dependents>();
  return ({ stack, address }) => {
    const block = blockOf(address);
    const key = keyOf(stack, block);
    const dependents = found.get(key) ?? dependentsOf(graph, stack, block);
    found.set(key, dependents);
    return dependents;
  };
}

function reviewedStack({ name, fate, site, cluster, plan }: StackAsk, changes: ReviewedChange[]): ReviewedStack {
  const outputs = Object.entries(plan?.output_changes ?? {});
  return {
    name,
    fate,
    ...(site !== undefined && { site }),
    ...(cluster !== undefined && { cluster }),
    counts: countActions(changes.filter(({ stack }) => stack === name).map(({ action }) => action)),
    outputs: outputs
      .flatMap(([output, { actions }]) => (actions.some((each) => each !== 'no-op') ? [output] : []))
      .sort(),
  };
}

/** A stack that was not planned is never passed over, whether or not anybody says why. */
function troublesOf(stacks: StackAsk[]): Trouble[] {
  const told = stacks.flatMap(({ name, plan, troubles }) =>
    plan === undefined && troubles.length === 0
      ? [{ stack: name, step: 'plan', summary: 'it was not planned' }]
      : troubles,
  );
  // Engines tell the faults of a plan in the order in which they happened to find them.
  const distinct = [...new Map(told.map((each) => [stable(each), each])).values()];
  return distinct.sort((one, other) => natural(stable(one), stable(other)));
}

function verdictOf(isIncomplete: boolean, passed: boolean, hasChanges: boolean): Verdict {
  if (isIncomplete) return Verdict.INCOMPLETE;
  if (!passed) return Verdict.GUARDED;
  return hasChanges ? Verdict.CHANGES : Verdict.NO_CHANGE;
}

function figuresOf(
  { designs }: ReviewAsk,
  catalog: Catalog,
): Pick<Review, 'figures' | 'redundancy' | 'preflight' | 'notes'> {
  const none = { redundancy: [], preflight: [] };
  if (designs === undefined) return { ...none, notes: [NO_DESIGN] };
  const [base, head] = [readBasis(designs.base), readBasis(designs.head)];
  if (base === undefined || head === undefined) {
    const which = base === undefined ? 'base' : 'head';
    return { ...none, notes: [`the basis of design of the ${which} is not of a form that is read here: no figures`] };
  }
  return {
    figures: compareFigures(base, head, catalog),
    redundancy: compareRedundancy(base, head),
    preflight: preflightOf(base, head),
    notes: [],
  };
}

const NO_DESIGN = 'accelerators, power, price and carbon are unknown: there is no basis of design of both sides';

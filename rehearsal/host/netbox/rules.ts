import type { Verdict } from '../service';
import { refusalOf } from './answers';
import type { Asked } from './asked';
import { missingReferences } from './existence';
import { takenNames } from './names';

/** What NetBox makes of an object: kept, changed or refused. */
export function kept(asked: Asked): Verdict {
  const problems = [...missingReferences(asked), ...takenNames(asked)];
  if (problems.length > 0) return { refused: refusalOf(asked.type, asked.prior === undefined, problems) };
  return { state: asked.object };
}

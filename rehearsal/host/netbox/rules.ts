import type { Verdict } from '../service';
import { hostBits, overlappingAggregates, strayOobAddress, strayVlan, unassignableAddress } from './addresses';
import { refusalOf } from './answers';
import type { Asked, Rule } from './asked';
import { badCable } from './cables';
import { badCustomField, badCustomValues } from './custom-fields';
import { missingReferences } from './existence';
import { badValues } from './fields';
import { takenNames } from './names';
import { normalForm } from './normal-form';
import { badLocation, badRack, misplacedDevice } from './places';
import { badDraw, badFeed, badOutlet, badPanel } from './power';
import { missingTag } from './tags';
import { takenUnits } from './units';

/** What the fields of a request are asked one by one: NetBox tells all at once. */
const FIELD_BY_FIELD: readonly Rule[] = [missingReferences, badValues, badCustomField, hostBits];

/** What an object is asked as a whole, once its fields are right; the first that refuses speaks. */
const AS_A_WHOLE: readonly Rule[] = [
  takenNames,
  badCustomValues,
  badLocation,
  badRack,
  misplacedDevice,
  takenUnits,
  badPanel,
  badFeed,
  badDraw,
  badOutlet,
  badCable,
  overlappingAggregates,
  unassignableAddress,
  strayOobAddress,
  strayVlan,
];

/** What NetBox makes of an object: kept, changed or refused. */
export function kept(given: Asked): Verdict {
  // The provider looks tags up before it asks for anything.
  const missing = missingTag(given);
  if (missing !== undefined) return { refused: missing };
  const asked = { ...given, object: normalForm(given) };
  const fields = FIELD_BY_FIELD.flatMap((rule) => rule(asked));
  const problems = fields.length > 0 ? fields : firstOf(AS_A_WHOLE, asked);
  if (problems.length > 0) return { refused: refusalOf(asked.type, asked.prior === undefined, problems) };
  return { state: asked.object };
}

function firstOf(rules: readonly Rule[], asked: Asked): ReturnType<Rule> {
  for (const rule of rules) {
    const problems = rule(asked);
    if (problems.length > 0) return problems;
  }
  return [];
}

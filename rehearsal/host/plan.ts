import type { AttributeSchema, BlockSchema, Nesting } from './schema';
import { isObject, type ObjectValue, UNKNOWN, type Value } from './values';

/**
 * What a provider answers to a proposed object: what it will decide itself is unknown until apply, everything else is as
 * proposed. An object that exists keeps what it has, also where that is null.
 */
export function plannedObject(schema: BlockSchema, proposed: ObjectValue, prior: Value): ObjectValue {
  const before = isObject(prior) ? prior : undefined;
  const planned: ObjectValue = {};
  for (const [name, attribute] of Object.entries(schema.attributes ?? {})) {
    planned[name] = plannedAttribute(attribute, proposed[name] ?? null, before && (before[name] ?? null));
  }
  for (const [name, block] of Object.entries(schema.blocks ?? {})) {
    planned[name] = plannedNested(block.nesting, block, proposed[name] ?? null, before && (before[name] ?? null));
  }
  return planned;
}

function plannedAttribute(attribute: AttributeSchema, proposed: Value, prior: Value | undefined): Value {
  if (attribute.writeOnly) return null;
  if (proposed === null) return attribute.computed && prior === undefined ? UNKNOWN : null;
  if (attribute.nested === undefined) return proposed;
  return plannedNested(attribute.nested.nesting, attribute.nested, proposed, prior);
}

/** `prior` is undefined when there was no object around it. */
function plannedNested(nesting: Nesting, schema: BlockSchema, proposed: Value, prior: Value | undefined): Value {
  if (Array.isArray(proposed)) {
    return proposed.map((item, index) => plannedItem(schema, item, priorItem(nesting, prior, index)));
  }
  if (!isObject(proposed)) return proposed;
  if (nesting !== 'map') return plannedItem(schema, proposed, prior ?? null);
  const items = Object.entries(proposed).map(([key, item]) => {
    return [key, plannedItem(schema, item, isObject(prior) ? (prior[key] ?? null) : null)] as const;
  });
  return Object.fromEntries(items);
}

/** Items of a set have no place by which to find them again: in an object that exists they count as having been there. */
function priorItem(nesting: Nesting, prior: Value | undefined, index: number): Value {
  if (nesting === 'set') return prior === undefined ? null : {};
  return Array.isArray(prior) ? (prior[index] ?? null) : null;
}

function plannedItem(schema: BlockSchema, item: Value, prior: Value): Value {
  return isObject(item) ? plannedObject(schema, item, prior) : item;
}

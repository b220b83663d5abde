import type { BlockSchema } from '../schema';
import { hasUnknown, isObject, type ObjectValue, UNKNOWN, Unknown, type Value } from '../values';

/**
 * What a provider knows when it plans, from its own configuration: the region of an object, and all of its tags, which are pairs
 * (AWS) or names (NetBox). Other providers' objects come back as they are.
 */
export function withProviderDefaults(
  schema: BlockSchema,
  planned: ObjectValue,
  config: ObjectValue,
  provider: ObjectValue,
): ObjectValue {
  const known = { ...planned };
  const region = provider['region'] ?? null;
  if (typeof region === 'string' && followsRegion(schema, planned, config)) known['region'] = region;
  const takesTags = schema.attributes?.['tags'] !== undefined && schema.attributes['tags_all']?.computed === true;
  if (takesTags && (config['tags_all'] ?? null) === null) {
    const tags = planned['tags'] ?? null;
    const { type } = schema.attributes!['tags_all']!;
    const isNames = Array.isArray(type) && type[0] === 'set';
    known['tags_all'] = isNames
      ? allNames(tags, provider['default_tags'] ?? null)
      : allTags(tags, defaultTags(provider));
  }
  return known;
}

/** An object that names no region is where its provider is, also one that stands in another: it is made anew there. */
function followsRegion(schema: BlockSchema, planned: ObjectValue, config: ObjectValue): boolean {
  if (planned['region'] instanceof Unknown) return true;
  const decides = schema.attributes?.['region']?.computed === true;
  return decides && (config['region'] ?? null) === null && typeof planned['region'] === 'string';
}

function allTags(tags: Value, defaults: ObjectValue): Value {
  if (hasUnknown(tags) || hasUnknown(defaults)) return UNKNOWN;
  return { ...defaults, ...(isObject(tags) ? tags : {}) };
}

function allNames(tags: Value, defaults: Value): Value {
  if (hasUnknown(tags) || hasUnknown(defaults)) return UNKNOWN;
  const both = [tags, defaults].flatMap((each) => (Array.isArray(each) ? each : []));
  return [...new Set(both)];
}

function defaultTags(provider: ObjectValue): ObjectValue {
  const blocks = provider['default_tags'];
  const first = Array.isArray(blocks) ? blocks[0] : undefined;
  const tags = isObject(first) ? first['tags'] : undefined;
  return isObject(tags) ? tags : {};
}

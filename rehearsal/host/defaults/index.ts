import { canonical } from '../canonical';
import type { BlockSchema } from '../schema';
import { isObject, type ObjectValue, Unknown, type Value } from '../values';
import { AWS_DEFAULTS } from './aws';
import { AZURE_DEFAULTS } from './azurerm';
import { NETBOX_DEFAULTS } from './netbox';
import { withProviderDefaults } from './of-the-provider';
import type { DefaultsTable } from './table';

export { withProviderDefaults } from './of-the-provider';

/** What providers put where a configuration says nothing, for the types that wattform uses and that have such defaults. */
export const DEFAULTS: DefaultsTable = { ...AWS_DEFAULTS, ...AZURE_DEFAULTS, ...NETBOX_DEFAULTS };

/** An object with what its provider puts where the configuration says nothing. */
export interface Completed {
  readonly object: ObjectValue;
  /**
   * Whether something stands where the schema says that only a configuration decides. Providers of the older SDK do this; an
   * engine allows it to those that say that they are such.
   */
  readonly legacy: boolean;
}

/** Fills in defaults: of the type, and of the provider's own configuration. */
export function withDefaults(
  type: string,
  schema: BlockSchema,
  planned: ObjectValue,
  config: ObjectValue,
  provider: ObjectValue,
): Completed {
  const known = withProviderDefaults(schema, planned, config, provider);
  let object = known;
  for (const [path, value] of Object.entries(DEFAULTS[type]?.values ?? {})) {
    object = filled(object, config, path.split('.'), value) as ObjectValue;
  }
  return { object, legacy: object !== known && differsInConfigurable(schema, object, known) };
}

/** Puts a value where both the plan and the configuration have none. Everything else comes back as it is. */
function filled(planned: Value, config: Value, names: readonly string[], value: Value): Value {
  const [name, ...rest] = names;
  if (Array.isArray(planned)) {
    const items = planned.map((item, index) => filled(item, itemOf(config, index), names, value));
    return items.every((item, index) => item === planned[index]) ? planned : items;
  }
  if (!isObject(planned) || name === undefined) return planned;
  const now = planned[name] ?? null;
  const given = isObject(config) ? (config[name] ?? null) : null;
  if (rest.length > 0) {
    const inner = filled(now, given, rest, value);
    return inner === now ? planned : { ...planned, [name]: inner };
  }
  const isOpen = given === null && (now === null || now instanceof Unknown);
  return isOpen ? { ...planned, [name]: value } : planned;
}

function itemOf(value: Value, index: number): Value {
  return Array.isArray(value) ? (value[index] ?? null) : null;
}

/** Whether two objects differ in an attribute that is not the provider's to decide, at any depth. */
function differsInConfigurable(schema: BlockSchema, one: ObjectValue, other: ObjectValue): boolean {
  const own = Object.entries(schema.attributes ?? {}).some(
    ([name, { computed }]) => computed !== true && canonical(one[name] ?? null) !== canonical(other[name] ?? null),
  );
  if (own) return true;
  return Object.entries(schema.blocks ?? {}).some(([name, block]) => {
    const [left, right] = [itemsOf(one[name] ?? null), itemsOf(other[name] ?? null)];
    return left.some((item, index) => differsInConfigurable(block, item, right[index] ?? {}));
  });
}

function itemsOf(value: Value): ObjectValue[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

import type { BlockSchema } from './schema';
import type { ObjectValue, Value } from './values';

/** An object in which `fill` decides every attribute and no repeated block has an item. */
export function emptyObject(schema: BlockSchema, fill: (name: string) => Value): ObjectValue {
  const object: ObjectValue = {};
  for (const name of Object.keys(schema.attributes ?? {})) object[name] = fill(name);
  for (const [name, block] of Object.entries(schema.blocks ?? {})) {
    if (block.nesting === 'list' || block.nesting === 'set') object[name] = [];
    else if (block.nesting === 'map') object[name] = {};
    else object[name] = block.nesting === 'group' ? emptyObject(block, () => null) : null;
  }
  return object;
}

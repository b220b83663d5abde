import type { Node, ObjectProperty, Statement } from '@babel/types';
import { capitalized, nameOf } from './names';

/** What bindings say of an argument that can be set. */
export interface Setting {
  /** `simple`, `list`, `set`, `map` or `struct`. */
  readonly kind: string;
  /** `string`, `stringList`, or the name of a class. */
  readonly storage: string;
  /** Of what it holds. Undefined when it holds no struct. */
  readonly struct?: string;
  /** It takes a list of structs, not one. */
  readonly isMany: boolean;
  /** A list of structs that is an attribute, not blocks. */
  readonly isAttribute: boolean;
  /** The name of its property. */
  readonly property: string;
}

/** Arguments by the name that the engine knows. */
export type Settings = ReadonlyMap<string, Setting>;

/**
 * Reads the body of a function that writes arguments:
 * `const attrs = { name: { value: ..., isBlock: ..., type: "list", storageClassType: "stringList" }, ... };`
 * @param text what the body was parsed from
 */
export function settingsIn(body: Statement[], text: string): Settings {
  const settings = new Map<string, Setting>();
  const first = body.find((each) => each.type === 'VariableDeclaration');
  const attributes = first?.declarations[0]?.init;
  if (attributes?.type !== 'ObjectExpression') return settings;
  for (const property of attributes.properties) {
    if (property.type !== 'ObjectProperty' || property.value.type !== 'ObjectExpression') continue;
    const members = property.value.properties.filter((each): each is ObjectProperty => each.type === 'ObjectProperty');
    const parts = new Map<string, Node>(members.map((each) => [nameOf(each.key), each.value]));
    const value = parts.get('value');
    settings.set(nameOf(property.key), {
      kind: nameOf(parts.get('type')),
      storage: nameOf(parts.get('storageClassType')),
      ...writtenAs(text.slice(value?.start ?? 0, value?.end ?? 0)),
    });
  }
  return settings;
}

/** What the expression tells that writes a value: `cdktf.listMapperHcl(xToHclTerraform, true)(struct!.x)`. */
function writtenAs(value: string): Pick<Setting, 'struct' | 'isMany' | 'isAttribute' | 'property'> {
  const struct = /(?<!\bcdkt[fn]\.)\b(\w+)ToHclTerraform\b/.exec(value)?.[1];
  const [mapper, isBlock] = /\blistMapperHcl\(\s*[\w.]+,\s*(true|false)\)/.exec(value) ?? [];
  return {
    struct: struct && capitalized(struct),
    isMany: mapper !== undefined,
    isAttribute: isBlock === 'false',
    property: /\((?:this|struct)!?\._?(\w+)/.exec(value)?.[1] ?? '',
  };
}

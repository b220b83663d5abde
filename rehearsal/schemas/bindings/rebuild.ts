import type { AttributeSchema, BlockSchema, NestedBlockSchema, Nesting, ValueType } from '../../host/schema';
import type { BindingClass, Flags } from './binding-class';
import type { Declarations } from './declarations';
import { looksDecided, looksSensitive } from './guesses';
import { capitalized } from './names';
import type { Setting, Settings } from './settings';
import { blockHoldsAnything, type Members, readType, storedType, typesOf } from './types';

/** How often a struct may stand inside itself: bindings may tie what a schema repeats to a fixed depth into a loop. */
const REPEATS = 2;

/** Where arguments are declared: a resource, a data source, a provider, or a struct. */
interface Scope {
  readonly settings: Settings;
  /** Undefined for the structs of a provider, of which nothing can be read. */
  readonly own?: BindingClass;
  /** Which properties must be given. */
  readonly required?: ReadonlyMap<string, boolean>;
}

/** Rebuilds what may stand in a block from what bindings declare. */
export class Rebuilder {
  /**
   * Whether an attribute that holds objects wants every member of them. So it is in providers made with the older development kit,
   * which gives everything an id that can be set; in others a member may have been made optional, and bindings do not tell.
   */
  private wantsWholeObjects = false;

  constructor(private readonly declarations: Declarations) {}

  /**
   * @param base of the class that stands for the block: `TerraformResource`
   * @returns undefined when no such class is declared
   */
  block(base: string): BlockSchema | undefined {
    const own = [...this.declarations.classes.values()].find((each) => each.base === base);
    this.wantsWholeObjects = own?.settings.has('id') === true;
    return own && this.blockOf({ own, settings: own.settings }, []);
  }

  /**
   * @param path structs around it
   * @param inAttribute what stands in an attribute is made of attributes
   */
  private blockOf(scope: Scope, path: string[], inAttribute = false): BlockSchema {
    const attributes: Members = {};
    const blocks: { [name: string]: NestedBlockSchema } = {};
    const names = namesOf(scope);
    const firstBlock = inAttribute ? names.length : firstBlockIn(names, scope);
    names.forEach((name, index) => {
      const setting = scope.settings.get(name);
      const struct = setting?.struct;
      if (struct === undefined) {
        attributes[name] = this.attribute(name, scope, path);
      } else if (path.filter((each) => each === struct).length < REPEATS) {
        const isAttribute = setting?.kind === 'struct' ? index < firstBlock : inAttribute || !holdsBlocks(setting);
        if (isAttribute) attributes[name] = this.attribute(name, scope, path);
        else blocks[name] = this.nestedBlock(name, scope, path);
      }
    });
    return {
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(Object.keys(blocks).length > 0 && { blocks }),
    };
  }

  private nestedBlock(name: string, scope: Scope, path: string[]): NestedBlockSchema {
    const { struct = '', kind, isMany } = scope.settings.get(name)!;
    const block = this.blockOf(this.structScope(struct), [...path, struct]);
    if (kind === 'struct') return { nesting: 'single', ...block };
    return {
      // A set must know the types of its items: one that can be anything makes the engine refuse the whole schema.
      nesting: kind === 'set' && !blockHoldsAnything(block) ? 'set' : 'list',
      ...(flagsOf(name, scope).required && { min: 1 }),
      ...(!isMany && { max: 1 }),
      ...block,
    };
  }

  private attribute(name: string, scope: Scope, path: string[]): AttributeSchema {
    const flags = flagsOf(name, scope);
    const shape = this.shapeOf(name, scope, flags, path);
    return {
      ...shape,
      ...(flags.required && { required: true }),
      ...(flags.optional && { optional: true }),
      ...(flags.computed && { computed: true }),
      ...(looksSensitive(name, shape.type) && { sensitive: true }),
    };
  }

  private shapeOf(name: string, { settings, own }: Scope, flags: Flags, path: string[]): Shape {
    const setting = settings.get(name);
    if (setting?.struct !== undefined) return this.structured(setting, flags, [...path, setting.struct]);
    if (setting !== undefined) return { type: storedType(setting.storage, setting.kind) };
    const { holder, call = '', isSet = false } = own?.readings.get(name) ?? {};
    return { type: holder === undefined ? readType(call, isSet) : this.heldType(holder, isSet, path) };
  }

  /** An attribute of structs. It may have a type when all members have its flags; otherwise they have their own. */
  private structured({ struct = '', kind }: Setting, flags: Flags, path: string[]): Shape {
    const { attributes = {} } = this.blockOf(this.structScope(struct), path, true);
    const nesting = (kind === 'struct' ? 'single' : kind) as Nesting;
    const isPlain = Object.values(attributes).every(
      ({ nested, required = false, optional = false, computed = false }) =>
        nested === undefined &&
        required === flags.required &&
        optional === flags.optional &&
        computed === flags.computed,
    );
    if (!isPlain || !this.wantsWholeObjects) return { nested: { nesting, attributes } };
    const object: ValueType = ['object', typesOf(attributes)];
    return { type: nesting === 'single' ? object : [nesting, object] };
  }

  /** The type of what a class holds: lists and maps lead to the class of their items. */
  private heldType(className: string, isSet: boolean, path: string[]): ValueType {
    const held = this.declarations.classes.get(className);
    // One of the engine's own: `StringMap`.
    if (held === undefined) return storedType(className, isSet ? 'set' : '');
    if (held.item !== undefined) {
      const kind = held.base.endsWith('Map') ? 'map' : isSet ? 'set' : 'list';
      return [kind, this.heldType(held.item, false, path)];
    }
    if (path.filter((each) => each === className).length >= REPEATS) return 'dynamic';
    const { attributes = {} } = this.blockOf({ own: held, settings: new Map() }, [...path, className], true);
    return ['object', typesOf(attributes)];
  }

  private structScope(struct: string): Scope {
    const { classes, structs, interfaces } = this.declarations;
    return {
      settings: structs.get(struct) ?? new Map(),
      own: classes.get(`${struct}OutputReference`),
      required: interfaces.get(struct),
    };
  }
}

type Shape = Pick<AttributeSchema, 'type' | 'nested'>;

/** In the order of the schema, which lists attributes and then blocks, each by name. */
function namesOf({ own, settings }: Scope): string[] {
  const read = [...(own?.readings.keys() ?? [])];
  return [...read, ...[...settings.keys()].filter((name) => !own?.readings.has(name))];
}

/** Where the names begin anew, or else after the last that cannot be a block. */
function firstBlockIn(names: string[], { settings }: Scope): number {
  const anew = names.flatMap((name, index) => (index > 0 && name < (names[index - 1] ?? '') ? [index] : []));
  if (anew.length === 1) return anew[0] ?? 0;
  const attributes = names.map((name) => settings.get(name)?.struct === undefined || !holdsBlocks(settings.get(name)));
  return attributes.lastIndexOf(true) + 1;
}

/** Asked of structs in a collection; of a single one, bindings do not tell. */
function holdsBlocks(setting: Setting | undefined): boolean {
  return setting?.kind !== 'map' && setting?.isAttribute !== true;
}

function flagsOf(name: string, { own, required, settings }: Scope): Flags {
  const said = own?.flags.get(name);
  if (said !== undefined) return said;
  const setting = settings.get(name);
  if (setting === undefined) return { computed: true, optional: false, required: false };
  const property = capitalized(own?.readings.get(name)?.getter ?? setting.property);
  const canBeLeftOut =
    own === undefined || own.methods.has(`reset${property}`) || own.methods.has(`resetTf${property}`);
  const mustBeGiven = required?.get(setting.property) ?? !canBeLeftOut;
  // A provider decides nothing of its own arguments.
  const computed = own?.base !== 'TerraformProvider' && looksDecided(name);
  return { computed, optional: !mustBeGiven, required: mustBeGiven };
}

import type { ClassDeclaration, ClassMethod, Expression, Node } from '@babel/types';
import { nameOf } from './names';
import { type Settings, settingsIn } from './settings';

/** How a value is read: by a call such as `getStringAttribute`, or from a class that holds it. */
export interface Reading {
  readonly call?: string;
  readonly holder?: string;
  readonly isSet: boolean;
  /** The name of the property. */
  readonly getter: string;
}

/** As a comment in the sources says. */
export interface Flags {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
}

/** A class of bindings: a resource, a data source, a provider, or what is read of a struct. */
export interface BindingClass {
  readonly name: string;
  /** `ComplexList`, `TerraformResource`. */
  readonly base: string;
  /** By the name that the engine knows, in the order of the schema. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly settings: Settings;
  readonly flags: ReadonlyMap<string, Flags>;
  readonly methods: ReadonlySet<string>;
  /** Of a list or a map: the class of its items. */
  readonly item?: string;
}

/** @param text what the class was parsed from */
export function readClass(declared: ClassDeclaration, text: string): BindingClass {
  const readings = new Map<string, Reading>();
  const methods = new Set<string>();
  const holders: Holders = new Map();
  let settings: Settings = new Map();
  let item: string | undefined;
  for (const member of declared.body.body) {
    if (member.type === 'ClassProperty') keepHolder(holders, member.key, member.value);
    if (member.type !== 'ClassMethod') continue;
    const name = nameOf(member.key);
    if (member.kind === 'constructor') {
      // Where compiled classes set their fields.
      for (const { key, value } of assignmentsIn(member)) keepHolder(holders, key, value);
    } else if (member.kind === 'get') {
      const read = readingOf(member, holders);
      if (read !== undefined && !readings.has(read.name)) readings.set(read.name, { ...read.reading, getter: name });
    } else if (member.kind === 'method') {
      methods.add(name);
      if (name === 'synthesizeHclAttributes') settings = settingsIn(member.body.body, text);
      if (name === 'get') item = newlyMade(returned(member));
    }
  }
  return {
    name: declared.id?.name ?? '',
    base: nameOf(declared.superClass),
    readings,
    settings,
    flags: flagsIn(text.slice(declared.start ?? 0, declared.end ?? 0)),
    methods,
    item,
  };
}

/** By the field that keeps it. */
type Holders = Map<string, { readonly name: string; readonly reading: Omit<Reading, 'getter'> }>;

/** `new XList(this, "x", true)`: so bindings hold what is not a scalar. */
function keepHolder(holders: Holders, field: Node, value: Expression | null | undefined): void {
  if (value?.type !== 'NewExpression') return;
  const [, name, isSet] = value.arguments;
  if (name?.type !== 'StringLiteral') return;
  holders.set(nameOf(field), {
    name: name.value,
    reading: { holder: nameOf(value.callee), isSet: isSet?.type === 'BooleanLiteral' && isSet.value },
  });
}

/** `return this._x;`, or `return cdktf.Fn.tolist(this.getListAttribute("x"));` */
function readingOf(getter: ClassMethod, holders: Holders) {
  let value: Node | undefined = returned(getter);
  if (value?.type === 'MemberExpression' && value.object.type === 'ThisExpression')
    return holders.get(nameOf(value.property));
  let isSet = false;
  while (value?.type === 'CallExpression') {
    const call = nameOf(value.callee);
    const argument: Node | undefined = value.arguments[0];
    if (argument?.type === 'StringLiteral') return { name: argument.value, reading: { call, isSet } };
    if (call === 'tolist') isSet = true;
    value = argument;
  }
  return undefined;
}

function assignmentsIn({ body }: ClassMethod): { readonly key: Node; readonly value: Expression }[] {
  return body.body.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return [];
    const { left, right } = statement.expression;
    return left.type === 'MemberExpression' ? [{ key: left.property, value: right }] : [];
  });
}

function returned({ body }: ClassMethod): Expression | undefined {
  const last = body.body.at(-1);
  return last?.type === 'ReturnStatement' ? (last.argument ?? undefined) : undefined;
}

function newlyMade(value: Expression | undefined): string | undefined {
  return value?.type === 'NewExpression' ? nameOf(value.callee) : undefined;
}

function flagsIn(text: string): Map<string, Flags> {
  const comments = text.matchAll(
    /\/\/ (\S+) - computed: (true|false), optional: (true|false), required: (true|false)/g,
  );
  return new Map(
    [...comments].map(([, name = '', computed, optional, required]) => [
      name,
      { computed: computed === 'true', optional: optional === 'true', required: required === 'true' },
    ]),
  );
}

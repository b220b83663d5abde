import type { ConfiguredResource, Expression, ModuleConfiguration, PlanDocument } from '../../engine';
import type { StackAsk } from '../ask';

/** A block of a configuration: resource or data source, without instance keys. */
export interface Node {
  readonly stack: string;
  /** `module.fabric.aws_vpc.main`. */
  readonly address: string;
  readonly type: string;
  /** Whether it stands for objects that the stack manages. */
  readonly managed: boolean;
  /** Blocks that its attributes read, by attribute. */
  readonly reads: Map<string, string[]>;
}

/** What reads what, over all stacks that were planned. */
export interface Graph {
  readonly nodes: Map<string, Node>;
  /** Keys of blocks that read a block. */
  readonly readers: Map<string, Set<string>>;
}

/** Tells blocks of several stacks apart. */
export function keyOf(stack: string, address: string): string {
  return `${stack}\n${address}`;
}

/** The address of a block, of an instance's address. */
export function blockOf(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
}

/** Reads the references that the plans hold. What no longer is in a configuration is known by the state before. */
export function graphOf(stacks: StackAsk[]): Graph {
  const nodes = new Map<string, Node>();
  const readers = new Map<string, Set<string>>();
  const scopes = new Map(stacks.map((stack) => [stack.name, scopeOf(stack)]));
  for (const scope of scopes.values()) {
    for (const { module, resource } of scope.resources) {
      const node = nodeOf(scope, module, resource, scopes);
      nodes.set(keyOf(node.stack, node.address), node);
    }
  }
  const link = (reader: string, read: string): void => {
    const known = readers.get(read) ?? new Set();
    readers.set(read, known.add(reader));
  };
  for (const [key, { reads }] of nodes) for (const read of [...reads.values()].flat()) link(key, read);
  for (const stack of stacks) {
    for (const { address, mode, depends_on: dependsOn = [] } of stoodIn(stack.plan)) {
      const block = blockOf(address);
      const key = keyOf(stack.name, block);
      if (!nodes.has(key)) {
        const type = block.split('.').at(-2) ?? '';
        nodes.set(key, { stack: stack.name, address: block, type, managed: mode === 'managed', reads: new Map() });
        for (const read of dependsOn) link(key, keyOf(stack.name, read));
      }
    }
  }
  return { nodes, readers };
}

interface Scope {
  readonly stack: StackAsk;
  readonly resources: { readonly module: ModuleScope; readonly resource: ConfiguredResource }[];
  readonly root: ModuleScope;
}

interface ModuleScope {
  /** `module.fabric.`; empty for the root. */
  readonly prefix: string;
  readonly configuration: ModuleConfiguration;
  readonly parent?: ModuleScope;
  /** The name by which the parent calls it. */
  readonly call?: string;
  readonly children: Map<string, ModuleScope>;
}

function scopeOf(stack: StackAsk): Scope {
  const resources: { module: ModuleScope; resource: ConfiguredResource }[] = [];
  const enter = (
    prefix: string,
    configuration: ModuleConfiguration,
    parent?: ModuleScope,
    call?: string,
  ): ModuleScope => {
    const module: ModuleScope = { prefix, configuration, parent, call, children: new Map() };
    for (const resource of configuration.resources ?? []) resources.push({ module, resource });
    for (const [name, { module: called }] of Object.entries(configuration.module_calls ?? {})) {
      if (called !== undefined) module.children.set(name, enter(`${prefix}module.${name}.`, called, module, name));
    }
    return module;
  };
  return { stack, resources, root: enter('', stack.plan?.configuration?.root_module ?? {}) };
}

type Scopes = ReadonlyMap<string, Scope>;

function nodeOf(scope: Scope, module: ModuleScope, resource: ConfiguredResource, scopes: Scopes): Node {
  const expressions: [string, string[]][] = [
    ...Object.entries(resource.expressions ?? {}).map(([name, each]): [string, string[]] => [name, referencesIn(each)]),
    ['for_each', referencesIn(resource.for_each_expression)],
    ['count', referencesIn(resource.count_expression)],
    ['depends_on', resource.depends_on ?? []],
  ];
  const reads = expressions.map(([name, references]): [string, string[]] => [
    name,
    [...new Set(references.flatMap((each) => resolve(each, scope, module, scopes, 0)))],
  ]);
  return {
    stack: scope.stack.name,
    address: module.prefix + resource.address,
    type: resource.type,
    managed: resource.mode === 'managed',
    reads: new Map(reads.filter(([, each]) => each.length > 0)),
  };
}

/** Deep enough for modules that people write; a loop of outputs ends here. */
const DEEPEST = 20;

/** Keys of the blocks that a reference leads to, through modules and outputs of other stacks. */
function resolve(reference: string, scope: Scope, module: ModuleScope, scopes: Scopes, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const again = (references: string[], at: Scope, within: ModuleScope): string[] =>
    references.flatMap((each) => resolve(each, at, within, scopes, depth + 1));
  const steps = reference.match(/"(?:[^"\\]|\\.)*"|[^.[\]"]+/g)?.map((step) => step.replace(/^"|"$/g, '')) ?? [];
  const [kind = '', name = '', third = ''] = steps;
  if (['each', 'count', 'local', 'path', 'self', 'terraform'].includes(kind)) return [];
  if (kind === 'var') {
    const call = module.call === undefined ? undefined : module.parent?.configuration.module_calls?.[module.call];
    return module.parent === undefined ? [] : again(referencesIn(call?.expressions?.[name]), scope, module.parent);
  }
  if (kind === 'module') {
    const child = module.children.get(name);
    const output =
      child?.configuration.outputs?.[steps.find((step) => step in (child.configuration.outputs ?? {})) ?? ''];
    return child === undefined || output === undefined ? [] : again(referencesIn(output.expression), scope, child);
  }
  if (kind !== 'data') return name === '' ? [] : [keyOf(scope.stack.name, `${module.prefix}${kind}.${name}`)];
  const read = scope.stack.readStates.get(`data.${name}.${third}`);
  const other = read === undefined ? undefined : scopes.get(read);
  const outputs = other?.root.configuration.outputs;
  const output = outputs?.[steps[steps.indexOf('outputs') + 1] ?? ''];
  if (other !== undefined && output !== undefined) return again(referencesIn(output.expression), other, other.root);
  return [keyOf(scope.stack.name, `${module.prefix}data.${name}.${third}`)];
}

/** All references below an expression. */
export function referencesIn(expression: Expression | undefined): string[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  const { references, constant_value: _, ...nested } = expression as { [name: string]: unknown };
  const own = Array.isArray(references) && references.every((each) => typeof each === 'string') ? references : [];
  return [...own, ...Object.values(nested).flatMap((each) => referencesIn(each as Expression))];
}

function stoodIn(plan: PlanDocument | undefined) {
  type Module = NonNullable<NonNullable<PlanDocument['prior_state']>['values']>['root_module'];
  const all = (module: Module): NonNullable<NonNullable<Module>['resources']> => [
    ...(module?.resources ?? []),
    ...(module?.child_modules ?? []).flatMap(all),
  ];
  return all(plan?.prior_state?.values?.root_module);
}

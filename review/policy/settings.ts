import table from './settings.json';
import type { PolicyResource } from './subject-types';
import { blocksAt, isDynamic, isExpression, refersTo, valuesAt } from './terraform';

/**
 * What resources of known types must be set to. Which types and which arguments is data (`settings.json`): rules know no vendor.
 */
export interface Setting {
  readonly type: string;
  /** What is wrong when none of the conditions holds. */
  readonly what: string;
  /** The setting concerns only resources that this holds for. @default - all of the type */
  readonly when?: Condition;
  /** One of these must hold. */
  readonly any: readonly Condition[];
}

/** Exactly one of `be`, `notBe`, `present` and `companion` is there. */
export interface Condition {
  /** Path of the argument; every block of a list counts. */
  readonly path: string;
  /** Every value is one of these. */
  readonly be?: readonly string[];
  /** No value is one of these. */
  readonly notBe?: readonly string[];
  /** There is a value. */
  readonly present?: boolean;
  /** A resource of this type in the same stack refers to this one at the path. */
  readonly companion?: string;
  /** With `be`: an argument that is not there is as good. @default false */
  readonly absentHolds?: boolean;
}

export enum Held {
  YES = 'yes',
  NO = 'no',
  /** An engine decides it, or a reader elsewhere. */
  UNDECIDED = 'undecided',
}

/** Node resources that take their network interfaces from a template. */
export interface InterfaceTable {
  readonly nodes: string;
  /** Argument of the nodes that names instance types. */
  readonly instanceTypes: string;
  readonly template: string;
  /** Argument of the nodes that refers to the template. */
  readonly reference: string;
  /** Blocks of the template, one an interface. */
  readonly list: string;
  /** Their argument that says what an interface is. */
  readonly kind: string;
  /** Kinds that speak RDMA. */
  readonly rdma: readonly string[];
  /** Their argument that numbers the network card. */
  readonly card: string;
}

/** Where a resource that costs money bears tags. */
export interface TagPlace {
  readonly type: string;
  readonly path: string;
  /** Tags of the provider do not reach it. @default false */
  readonly ofItself?: boolean;
}

export const SETTINGS: {
  readonly public: readonly Setting[];
  readonly encryption: readonly Setting[];
  readonly tags: readonly TagPlace[];
  readonly interfaces: readonly InterfaceTable[];
  readonly namespaces: readonly { readonly namespace: string; readonly quota: string }[];
} = table;

/** Whether a setting is kept. Undefined: it does not concern this resource. */
export function heldBy(resource: PolicyResource, setting: Setting, stack: PolicyResource[]): Held | undefined {
  if (resource.type !== setting.type) return undefined;
  const when = setting.when === undefined ? Held.YES : condition(resource, setting.when, stack);
  if (when === Held.NO) return undefined;
  const each = setting.any.map((one) => condition(resource, one, stack));
  if (each.includes(Held.YES)) return Held.YES;
  return each.includes(Held.UNDECIDED) || when === Held.UNDECIDED ? Held.UNDECIDED : Held.NO;
}

function condition(resource: PolicyResource, asked: Condition, stack: PolicyResource[]): Held {
  const { path, be, notBe, present, companion, absentHolds = false } = asked;
  if (companion !== undefined) {
    return said(stack.some(({ type, body }) => type === companion && refers(body, path, resource.address)));
  }
  if (isDynamic(resource.body, path)) return Held.UNDECIDED;
  const values = valuesAt(resource.body, path);
  if (present) return said(values.some((value) => value !== ''));
  const texts = values.map(String);
  const decided = texts.filter((text) => !isExpression(text));
  if (notBe !== undefined) {
    if (decided.some((text) => notBe.includes(text))) return Held.NO;
    return decided.length === texts.length ? Held.YES : Held.UNDECIDED;
  }
  if (texts.length === 0) return said(absentHolds);
  if (decided.some((text) => !be?.includes(text))) return Held.NO;
  return decided.length === texts.length ? Held.YES : Held.UNDECIDED;
}

function refers(body: PolicyResource['body'], path: string, address: string): boolean {
  return valuesAt(body, path).some((value) => refersTo(value, address));
}

function said(holds: boolean): Held {
  return holds ? Held.YES : Held.NO;
}

/** The template that nodes take their interfaces from. Undefined: none that this stack holds. */
export function templateOf(
  nodes: PolicyResource,
  table: InterfaceTable,
  stack: PolicyResource[],
): PolicyResource | undefined {
  const references = valuesAt(nodes.body, table.reference);
  return stack.find(
    ({ type, address }) => type === table.template && references.some((value) => refersTo(value, address)),
  );
}

/** Interfaces of a template. Undefined: an engine decides how many. */
export function interfacesOf(template: PolicyResource, { list }: InterfaceTable) {
  return isDynamic(template.body, list) ? undefined : blocksAt(template.body, list);
}

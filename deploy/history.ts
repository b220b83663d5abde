import { type ChangedResource, type EngineMessage, messagesIn } from '../engine';
import { objectKey } from './state';

/** What the journal says of an object that an apply set out to create. */
export interface ObjectHistory {
  readonly resource: ChangedResource;
  /** Whether its creation took the place of another object. */
  readonly replacement: boolean;
  /** Ids that stood at this address before, as far as the journal names them. */
  readonly former: string[];
  /** The last that is known of it. */
  readonly fate: Fate;
}

export type Fate =
  | { readonly kind: 'created'; readonly idKey: string; readonly id: string }
  /** Begun, and nobody wrote down how it ended. */
  | { readonly kind: 'begun' }
  /** The cloud refused it, or it may exist and did not become ready. */
  | { readonly kind: 'failed' }
  /** A person gave the id by which it is imported. */
  | { readonly kind: 'adopted'; readonly importId: string };

/** What a person said about objects in doubt, by address. */
export interface Answers {
  /** Ids by which objects are imported. */
  readonly adopt: { readonly [address: string]: string };
  /** Objects that do not exist. */
  readonly absent: string[];
}

export const NO_ANSWERS: Answers = { adopt: {}, absent: [] };

/** Providers whose objects exist in the state alone: when they are lost, they are made again and nothing is there twice. */
const WITHOUT_A_CLOUD = ['terraform', 'random', 'null', 'time', 'tls', 'local'];

/** Follows objects through the applies of a stack. */
export class History {
  private readonly objects = new Map<string, Omit<ObjectHistory, 'former'>>();
  private readonly former = new Map<string, string[]>();
  /** Ids whose destruction has begun. */
  private readonly leaving = new Map<string, string>();

  /** Takes in what an engine wrote of one apply. */
  read(stream: string): this {
    const messages = messagesIn(stream);
    const replaced = new Set<string>();
    for (const { type, change, hook } of messages) {
      if (type === 'planned_change' && change?.action === 'replace') replaced.add(objectKey(change.resource));
      if (hook?.resource === undefined || WITHOUT_A_CLOUD.includes(hook.resource.implied_provider)) continue;
      if (hook.action === 'create') this.created(type, hook, replaced);
      if (hook.action === 'delete') this.deleted(type, hook);
    }
    if (endedByItself(messages)) this.forgetFailures();
    return this;
  }

  /** Takes in what a person said after the applies so far. */
  answer({ adopt, absent }: Answers): this {
    for (const [key, object] of this.objects) {
      const { addr } = object.resource;
      const importId = adopt[addr];
      if (importId !== undefined) this.objects.set(key, { ...object, fate: { kind: 'adopted', importId } });
      else if (absent.includes(addr)) this.objects.delete(key);
    }
    return this;
  }

  /** Those that an apply created or may have created, and has not destroyed. */
  all(): ObjectHistory[] {
    return [...this.objects].map(([key, object]) => ({ ...object, former: this.former.get(key) ?? [] }));
  }

  private created(type: string | undefined, hook: Hook, replaced: Set<string>): void {
    const fate = fateOf(type, hook.id_key, hook.id_value);
    if (fate === undefined) return;
    const key = objectKey(hook.resource);
    const before = this.objects.get(key)?.fate;
    if (before?.kind === 'created' && fate.kind === 'begun') this.isFormer(key, before.id);
    this.objects.set(key, { resource: hook.resource, replacement: replaced.has(key), fate });
  }

  /** What goes may be another object than the one that was created at its address (create_before_destroy). */
  private deleted(type: string | undefined, hook: Hook): void {
    const key = objectKey(hook.resource);
    if (type === 'apply_start' && hook.id_value !== undefined) this.leaving.set(key, hook.id_value);
    const gone = this.leaving.get(key);
    if (type !== 'apply_complete' || gone === undefined) return;
    this.isFormer(key, gone);
    const fate = this.objects.get(key)?.fate;
    if (fate?.kind === 'adopted' || (fate?.kind === 'created' && fate.id === gone)) this.objects.delete(key);
  }

  private isFormer(key: string, id: string): void {
    this.former.set(key, [...(this.former.get(key) ?? []), id]);
  }

  /** The provider said no, or the engine has the half-made object in its state. */
  private forgetFailures(): void {
    for (const [key, { fate }] of this.objects) if (fate.kind === 'failed') this.objects.delete(key);
  }
}

type Hook = NonNullable<EngineMessage['hook']>;

function fateOf(type: string | undefined, idKey = 'id', id?: string): Fate | undefined {
  if (type === 'apply_start') return { kind: 'begun' };
  if (type === 'apply_errored') return { kind: 'failed' };
  if (type !== 'apply_complete') return undefined;
  return id === undefined ? { kind: 'begun' } : { kind: 'created', idKey, id };
}

/** Said of what was under way when a provider's process died. */
const LOST_PROVIDER = /^(Plugin did not respond|Request cancelled)$/;

/** An engine says its errors, or its sum, after it has saved the state. One whose provider died knows no more than we do. */
function endedByItself(messages: EngineMessage[]): boolean {
  const errors = messages.flatMap(({ diagnostic }) => (diagnostic?.severity === 'error' ? [diagnostic] : []));
  if (errors.some(({ summary }) => LOST_PROVIDER.test(summary))) return false;
  const applied = messages.some(({ type, changes }) => type === 'change_summary' && changes?.operation !== 'plan');
  return applied || errors.length > 0;
}

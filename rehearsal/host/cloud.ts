import type { ObjectValue } from './values';

/** Where an object of the simulated cloud is found: ids are unique within a type and a realm (an account and region, for one). */
export interface CloudKey {
  readonly type: string;
  readonly realm: string;
  readonly id: string;
}

/** An object that exists in the simulated cloud. */
export interface CloudObject extends CloudKey {
  /** All of its attributes, as the provider would read them. */
  readonly state: ObjectValue;
  /** What the provider keeps beside the state, unread by the engine. */
  readonly private?: Uint8Array;
  /** Who built or changed it last, such as a stack. @default - somebody without a name */
  readonly worker?: string;
}

/** `drift` is a change that no engine asked for. */
export type CloudAction = 'create' | 'read' | 'update' | 'delete' | 'import' | 'drift';

/** One thing that was done in the simulated cloud. */
export interface CloudOperation extends CloudKey {
  readonly action: CloudAction;
  /** Milliseconds since the cloud began. */
  readonly at: number;
  /** Why the cloud did not do it. @default - it did */
  readonly refused?: string;
}

/** Is told what comes to stand in a cloud and what goes, whoever does it. */
export interface CloudWatcher {
  /** An object stands now, or stands in a newer state. */
  put(object: CloudObject): void;
  /** An object is gone. */
  removed(object: CloudObject): void;
}

export interface CloudOptions {
  /** Takes it that whatever is imported stood there before. @default - only what was built here can be imported */
  readonly assumesImports?: boolean;
}

/**
 * The cloud that simulated providers work on. It outlives their hosts and may be shared by many of them, as a real one is by the
 * stacks of a deploy, so that it can say afterwards what stands, and whether anything was built twice.
 */
export class Cloud {
  /** Everything that was done, in the order in which it was done. */
  readonly log: CloudOperation[] = [];
  private readonly standing = new Map<string, CloudObject>();
  private readonly gone = new Set<string>();
  /** Who holds a name that only one may have. */
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly watchers: CloudWatcher[] = [];
  private readonly begun = performance.now();

  constructor(readonly options: CloudOptions = {}) {}

  /** Tells a watcher what stands, and from now on every change. */
  watch(watcher: CloudWatcher): void {
    for (const object of this.standing.values()) watcher.put(object);
    this.watchers.push(watcher);
  }

  /** What stands now, oldest first. */
  objects(type?: string): CloudObject[] {
    return [...this.standing.values()].filter((object) => type === undefined || object.type === type);
  }

  /** How many objects were ever created, also those that are gone. */
  created(type?: string): number {
    return this.log.filter(
      (done) => done.action === 'create' && done.refused === undefined && (type === undefined || done.type === type),
    ).length;
  }

  /** An object, if it stands. */
  find(key: CloudKey): CloudObject | undefined {
    return this.standing.get(keyText(key));
  }

  /** An object by its id or ARN: in the realm if there is one, or else wherever one stands. */
  lookUp(type: string, id: string, realm: string): CloudObject | undefined {
    const called = this.objects(type).filter((object) => object.id === id || object.state['arn'] === id);
    return called.find((object) => object.realm === realm) ?? called[0];
  }

  /** Whether an object stood here once and does not any more: one that was never known is not gone. */
  isGone(key: CloudKey): boolean {
    return this.gone.has(keyText(key));
  }

  /** Whether an object that stands holds this name. */
  isTaken(name: string): boolean {
    return this.names.has(name);
  }

  /** Puts an object where none was, or a newer state of it in its place. It holds its name until it is gone. */
  put(object: CloudObject, action: CloudAction, name?: string): void {
    const key = keyText(object);
    this.standing.set(key, object);
    this.gone.delete(key);
    if (name !== undefined) this.names.set(name, key);
    this.note(action, object);
    for (const watcher of this.watchers) watcher.put(object);
  }

  /** Takes an object away. */
  remove(object: CloudKey, action: CloudAction = 'delete'): void {
    const key = keyText(object);
    const stood = this.standing.get(key);
    this.standing.delete(key);
    this.gone.add(key);
    for (const [name, holder] of this.names) if (holder === key) this.names.delete(name);
    this.note(action, object);
    if (stood !== undefined) for (const watcher of this.watchers) watcher.removed(stood);
  }

  /** Writes down what was done, or refused. */
  note(action: CloudAction, { type, realm, id }: CloudKey, refused?: string): void {
    const at = Math.round(performance.now() - this.begun);
    this.log.push({ action, type, realm, id, at, ...(refused !== undefined && { refused }) });
  }

  /** How often this was asked before: tells objects with the same arguments apart. */
  ordinal(alike: string): number {
    const ordinal = this.counts.get(alike) ?? 0;
    this.counts.set(alike, ordinal + 1);
    return ordinal;
  }
}

function keyText({ type, realm, id }: CloudKey): string {
  return JSON.stringify([type, realm, id]);
}

import { fingerprint } from '../canonical';
import type { Cloud, CloudObject, CloudWatcher } from '../cloud';
import { type Component, componentOf, instantiated } from './components';
import { Parts } from './parts';
import { referencesFor } from './references';
import { allEndsOf, without } from './terminations';
import { claimOf, claimsOf } from './uniqueness';
import { idsIn, textOf } from './values';

/** An object that names another, and by which rule. */
interface Referrer {
  readonly object: CloudObject;
  readonly argument: string;
  readonly onDelete: 'protect' | 'cascade' | 'clear' | 'cut';
}

/** Ids are small enough to cross every wire as plain numbers. */
const LARGEST_ID = 0x7fff_ffff;

/**
 * What NetBox knows of the objects in a cloud, found without a search: by id, by who names them, by name. It follows the cloud, and
 * does to it what NetBox does by itself: makes the components of new devices, and takes away what hangs on what was deleted.
 */
export class Inventory implements CloudWatcher {
  readonly parts = new Parts();
  private readonly objects = new Map<string, CloudObject>();
  private readonly byType = new Map<string, Map<string, CloudObject>>();
  private readonly referrers = new Map<string, Map<string, Referrer>>();
  /** Who holds a name: several, where NetBox does not mind. */
  private readonly claims = new Map<string, Set<string>>();
  private readonly ids = new Set<number>();

  constructor(private readonly cloud: Cloud) {
    cloud.watch(this);
  }

  /** A new id, in no use and never used: the same for the same text, unless an older object has it. */
  idFor(text: string): number {
    let id = (Number.parseInt(fingerprint(text).slice(0, 8), 16) % LARGEST_ID) + 1;
    while (this.ids.has(id)) id = (id % LARGEST_ID) + 1;
    this.ids.add(id);
    return id;
  }

  /** An object by its type and id; a component by its kind and id. */
  find(type: string, id: number | undefined): CloudObject | Component | undefined {
    if (id === undefined) return undefined;
    return this.objects.get(`${type} ${id}`) ?? this.parts.find(type, id);
  }

  /** Objects of a type that name another object. */
  referring(type: string, to: string, id: number | string): CloudObject[] {
    const all = this.referrersOf(to, id).map(({ object }) => object);
    return all.filter((object) => object.type === type);
  }

  /** All of a type. */
  all(type: string): CloudObject[] {
    return [...(this.byType.get(type)?.values() ?? [])];
  }

  /** What keeps an object from being deleted, by name. */
  protectorsOf(type: string, id: number | string): string[] {
    const held = this.referrersOf(type, id).filter(({ onDelete }) => onDelete === 'protect');
    return held.map(({ object }) => `${textOf(object.state, 'name') ?? object.type} (${object.id})`);
  }

  /** Whether another object holds a name. */
  isTaken(claim: string, own: string): boolean {
    return [...(this.claims.get(claim) ?? [])].some((holder) => holder !== own);
  }

  /** A tag by its name, which is how the provider asks for it. */
  tag(name: string): CloudObject | undefined {
    const [holder] = this.claims.get(claimOf('netbox_tag', 'name', name)) ?? [];
    return holder === undefined ? undefined : this.objects.get(holder);
  }

  put(object: CloudObject): void {
    if (!object.type.startsWith('netbox_')) return;
    const key = `${object.type} ${object.id}`;
    const before = this.objects.get(key);
    if (before !== undefined) this.forget(before);
    this.objects.set(key, object);
    entry(this.byType, object.type, () => new Map()).set(object.id, object);
    this.ids.add(Number(object.id));
    for (const { claim } of claimsOf(object.type, object.state)) entry(this.claims, claim, () => new Set()).add(key);
    for (const { to, id, ...rule } of referencesOf(object)) {
      const known = entry(this.referrers, `${to} ${id}`, () => new Map());
      known.set(`${key} ${rule.argument}`, { object, ...rule });
    }
    const part = componentOf(object);
    if (part !== undefined) this.parts.add(part);
    if (before === undefined && object.type === 'netbox_device') this.equip(object);
  }

  removed(object: CloudObject): void {
    if (!object.type.startsWith('netbox_')) return;
    this.forget(object);
    const part = componentOf(object);
    if (part !== undefined) this.drop(part);
    this.release(object.type, object.id);
    if (object.type === 'netbox_power_feed') this.release('dcim.powerfeed', object.id);
    if (object.type !== 'netbox_device') return;
    for (const each of this.parts.of(Number(object.id))) this.drop(each);
  }

  private equip(device: CloudObject): void {
    const type = idsIn(device.state, 'device_type_id')[0] ?? 0;
    const templates = (kind: string): CloudObject[] => this.referring(kind, 'netbox_device_type', type);
    const made = instantiated(device, templates, (text) => this.idFor(text));
    for (const part of made) this.parts.add(part);
  }

  private drop(part: Component): void {
    this.parts.remove(part);
    this.release(part.kind, part.id);
  }

  /** Deals with everything that named an object that is gone. */
  private release(type: string, id: number | string): void {
    for (const { object, argument, onDelete } of this.referrersOf(type, id)) {
      if (onDelete === 'cascade') this.cloud.remove(object);
      else if (onDelete === 'cut') this.change(object, without(object.state, { kind: type, id: Number(id) }));
      else if (onDelete === 'clear') {
        const value = object.state[argument];
        const left = Array.isArray(value) ? value.filter((each) => String(each) !== String(id)) : null;
        this.change(object, { ...object.state, [argument]: left });
      }
    }
    this.referrers.delete(`${type} ${id}`);
  }

  private change(object: CloudObject, state: CloudObject['state']): void {
    const now = this.objects.get(`${object.type} ${object.id}`);
    if (now !== undefined) this.cloud.put({ ...now, state }, 'update');
  }

  private forget(object: CloudObject): void {
    const key = `${object.type} ${object.id}`;
    this.objects.delete(key);
    this.byType.get(object.type)?.delete(object.id);
    for (const { claim } of claimsOf(object.type, object.state)) this.claims.get(claim)?.delete(key);
    for (const { to, id, argument } of referencesOf(object))
      this.referrers.get(`${to} ${id}`)?.delete(`${key} ${argument}`);
  }

  private referrersOf(type: string, id: number | string): Referrer[] {
    return [...(this.referrers.get(`${type} ${id}`)?.values() ?? [])];
  }
}

/** What a map has for a key; made when it has nothing. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

interface Named extends Pick<Referrer, 'argument' | 'onDelete'> {
  readonly to: string;
  readonly id: number;
}

/** Everything that an object names, with the ends of a cable. */
function referencesOf({ type, state }: CloudObject): Named[] {
  if (type === 'netbox_cable') {
    return allEndsOf(state).map(({ kind, id }) => ({ to: kind, id, argument: `${kind} ${id}`, onDelete: 'cut' }));
  }
  return referencesFor(type, state).flatMap(({ argument, to, onDelete }) =>
    idsIn(state, argument).map((id) => ({ to, id, argument, onDelete })),
  );
}

import type { Component, ComponentKind } from './components';

/** The parts of all devices, found by id, by device, and by name. */
export class Parts {
  private readonly byId = new Map<string, Component>();
  private readonly byDevice = new Map<number, Map<string, Component>>();

  add(part: Component): void {
    const known = this.byId.get(idText(part.kind, part.id));
    if (known !== undefined) this.remove(known);
    this.byId.set(idText(part.kind, part.id), part);
    const own = this.byDevice.get(part.device) ?? new Map<string, Component>();
    own.set(nameText(part.kind, part.name), part);
    this.byDevice.set(part.device, own);
  }

  remove(part: Component): void {
    this.byId.delete(idText(part.kind, part.id));
    this.byDevice.get(part.device)?.delete(nameText(part.kind, part.name));
  }

  find(kind: string, id: number): Component | undefined {
    return this.byId.get(idText(kind, id));
  }

  named(kind: ComponentKind, device: number, name: string): Component | undefined {
    return this.byDevice.get(device)?.get(nameText(kind, name));
  }

  /** Of one kind; of one device if it is named. */
  all(kind: ComponentKind, device?: number): Component[] {
    const found = device === undefined ? this.byId.values() : (this.byDevice.get(device)?.values() ?? []);
    return [...found].filter((part) => part.kind === kind);
  }

  /** Every part of a device. */
  of(device: number): Component[] {
    return [...(this.byDevice.get(device)?.values() ?? [])];
  }
}

function idText(kind: string, id: number): string {
  return `${kind} ${id}`;
}

function nameText(kind: string, name: string): string {
  return `${kind} ${name}`;
}

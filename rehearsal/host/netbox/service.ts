import type { Cloud } from '../cloud';
import type { Reading, Service, Verdict } from '../service';
import type { ObjectValue } from '../values';
import { conflictOf } from './answers';
import { read } from './data-sources';
import { decided } from './decisions';
import { Inventory } from './inventory';
import { kept } from './rules';

const KNOWN = new WeakMap<Cloud, Service>();

/** The NetBox of a cloud: all stacks of a rehearsal write into the same one. */
export function netBoxOf(cloud: Cloud): Service {
  const known = KNOWN.get(cloud) ?? new NetBox(cloud);
  KNOWN.set(cloud, known);
  return known;
}

/**
 * A NetBox 4.4.10 behind its provider 5.7.0, as far as their own rules go: what a live one refused or changed although a plan had
 * passed, and what its models and the provider's source say.
 */
class NetBox implements Service {
  private readonly inventory: Inventory;

  constructor(cloud: Cloud) {
    this.inventory = new Inventory(cloud);
  }

  decided(type: string, planned: ObjectValue, worker: string): ObjectValue {
    return decided(type, planned, worker, this.inventory);
  }

  keeps(type: string, object: ObjectValue, prior?: ObjectValue): Verdict {
    return kept({ type, object, prior, inventory: this.inventory });
  }

  holds(type: string, { id }: ObjectValue): string | undefined {
    const protectors = this.inventory.protectorsOf(type, String(id));
    return protectors.length === 0 ? undefined : conflictOf(type, protectors);
  }

  reads(type: string, config: ObjectValue): Reading | undefined {
    return read(type, config, this.inventory);
  }
}

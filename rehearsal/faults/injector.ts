import { setTimeout as wait } from 'node:timers/promises';
import { accountOf } from '../host/account';
import { canonical, fingerprint } from '../host/canonical';
import type { Cloud } from '../host/cloud';
import type { Request } from '../host/simulated-provider';
import { isObject, type ObjectValue, readValue, writeValue } from '../host/values';
import { type Fault, FaultKind } from './fault';
import { wordsOf } from './words';
import { type Asking, Leaves, type Refusal } from './words/refusal';

/** The provider's process is gone: nothing is answered any more. */
export class ProviderDeath extends Error {}

/** A change that an engine asks a provider for. */
interface Change extends Asking {
  readonly request: Request;
  readonly isCreate: boolean;
}

const ERROR = 1;

/** Waits of a provider between its attempts, scaled down: a real one waits seconds. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 200;

/**
 * Lets faults happen to the changes that engines ask for. One injector is shared by all providers of a rehearsal, so that "the
 * third create" is the third of all.
 */
export class FaultInjector {
  private readonly strikes = new Map<Fault, number>();
  private readonly asked = new Map<Fault, number>();
  private isLifted = false;

  constructor(
    readonly faults: Fault[],
    private readonly cloud: Cloud,
  ) {}

  /** From now on everything succeeds; what only takes time goes on taking it. */
  lift(): void {
    this.isLifted = true;
  }

  /** How often a fault happened. */
  struck(fault: Fault): number {
    return this.strikes.get(fault) ?? 0;
  }

  /** Counts what somebody else let happen: a drift is no answer to a change. */
  note(fault: Fault): void {
    this.strikes.set(fault, this.struck(fault) + 1);
  }

  /** Whether anything of this kind was asked for. */
  of(kind: FaultKind): Fault[] {
    return this.isLifted ? [] : this.faults.filter((fault) => fault.kind === kind);
  }

  /**
   * Answers a change as the faults have it.
   * @param act does what was asked, in the cloud
   * @throws ProviderDeath when nothing is answered
   */
  async answer(request: Request, configuration: ObjectValue, act: () => object): Promise<object> {
    const change = this.changeOf(request, configuration);
    const deaths = this.of(FaultKind.CRASH).filter((fault) => this.isNext(fault));
    const early = deaths.find(({ late }) => !late);
    if (early !== undefined) throw this.death(early);
    const refused = change.isCreate ? ((await this.throttled(change)) ?? this.failed(change)) : undefined;
    if (refused !== undefined) return refused(act);
    const answer = act();
    if (deaths[0] !== undefined) throw this.death(deaths[0]);
    await this.latency(change);
    return answer;
  }

  private changeOf(request: Request, configuration: ObjectValue): Change {
    const planned = readValue(request.planned_state);
    const prior = readValue(request.prior_state);
    const known = isObject(planned) ? planned : prior;
    return {
      request,
      type: request.type_name ?? '',
      object: isObject(known) ? known : {},
      isCreate: isObject(planned) && !isObject(prior),
      account: accountOf(configuration),
      lookUp: (type, id) => (typeof id === 'string' ? this.cloud.lookUp(type, id, '') : undefined),
    };
  }

  private death(fault: Fault): ProviderDeath {
    this.note(fault);
    return new ProviderDeath(fault.asked);
  }

  /** Whether this change is the one that was meant: each happens once. */
  private isNext(fault: Fault): boolean {
    const count = (this.asked.get(fault) ?? 0) + 1;
    this.asked.set(fault, count);
    return count === (fault.nth ?? 1);
  }

  /** A provider asks again by itself, up to a number of times. */
  private async throttled(change: Change): Promise<((act: () => object) => object) | undefined> {
    const words = wordsOf(change.type);
    for (const fault of this.of(FaultKind.THROTTLE).filter((each) => meets(each, change))) {
      let pause = FIRST_PAUSE;
      for (let attempt = 1; attempt <= (fault.times ?? 1); attempt += 1) {
        this.note(fault);
        if (attempt === words.attempts) return this.refused(change, Leaves.NOTHING, words.throttled(change));
        await wait(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
    return undefined;
  }

  private failed(change: Change): ((act: () => object) => object) | undefined {
    const words = wordsOf(change.type);
    for (const kind of [FaultKind.QUOTA, FaultKind.CAPACITY] as const) {
      const fault = this.of(kind).find((each) => wants(each, change));
      const refusal: Refusal | undefined = words[kind][change.type];
      if (fault === undefined || refusal === undefined) continue;
      this.note(fault);
      return this.refused(change, refusal.leaves, refusal.said(change));
    }
    const broken = this.of(FaultKind.ERROR).filter((fault) => meets(fault, change) && this.isNext(fault));
    for (const fault of broken) this.note(fault);
    if (broken.length > 0) return this.refused(change, Leaves.NOTHING, words.error(change));
    return this.timedOut(change);
  }

  /** The object stands, and the provider, which has given up waiting, does not write it down. */
  private timedOut(change: Change): ((act: () => object) => object) | undefined {
    const { timeout } = wordsOf(change.type);
    if (timeout === undefined) return undefined;
    const late = this.of(FaultKind.TIMEOUT).filter((fault) => meets(fault, change) && this.isNext(fault));
    for (const fault of late) this.note(fault);
    return late.length === 0 ? undefined : this.refused(change, Leaves.ORPHAN, timeout(change));
  }

  private refused({ request }: Change, leaves: Leaves, summary: string): (act: () => object) => object {
    const error = { severity: ERROR, summary };
    if (leaves === Leaves.NOTHING) return () => ({ new_state: request.prior_state, diagnostics: [error] });
    return (act) => {
      const answer = act() as { readonly diagnostics?: object[] };
      if ((answer.diagnostics ?? []).length > 0) return answer;
      if (leaves === Leaves.TAINTED) return { ...answer, diagnostics: [error] };
      return { new_state: writeValue(null), diagnostics: [error] };
    };
  }

  private async latency(change: Change): Promise<void> {
    const slow = this.faults.filter((fault) => fault.kind === FaultKind.LATENCY && meets(fault, change));
    for (const fault of slow) {
      this.note(fault);
      const { least, most } = fault.wait ?? { least: 0, most: 0 };
      await wait(least + (most - least) * chanceOf(change));
    }
  }
}

function meets(fault: Fault, { type }: Change): boolean {
  return fault.type === undefined || fault.type === type;
}

/** Whether the cloud would have a machine for this, or quota, were it not for the fault. */
function wants({ type, machine }: Fault, change: Change): boolean {
  const words = wordsOf(change.type);
  if (machine !== undefined) return words.machineOf(change).toLowerCase() === machine.toLowerCase();
  return type === undefined ? words.machines.includes(change.type) : type === change.type;
}

/** Between 0 and 1, and for the same object always the same. */
function chanceOf({ type, object }: Change): number {
  return Number.parseInt(fingerprint(type + canonical(object)).slice(0, 8), 16) / 0xffffffff;
}

import { type Finding, Severity } from '../blueprints/language/finding';
import { CapacityMode, Placement, type PoolAsk, Rdma } from './asks';
import { DesignCode } from './codes';
import type { InstanceCandidate } from './instance-choice';

/** What can be said of a pool's ask before anything is chosen. */
export function checkAsk(ask: PoolAsk): Finding[] {
  const findings: Finding[] = [];
  const report = (code: string, at: string[], message: string, rest: Pick<Finding, 'expected' | 'hint'> = {}) =>
    findings.push({ code, severity: Severity.ERROR, path: [...ask.path, ...at], message, ...rest });

  // A share of a pool of slices is a fraction: it is asked again, with its instance type, by who builds it.
  const isCount = (value: number) =>
    value <= Number.MAX_SAFE_INTEGER && (Number.isInteger(value) || ask.instanceType !== undefined);
  const whole = 'a whole number';
  if (!(isCount(ask.count) && ask.count > 0)) {
    report(DesignCode.COUNT, ['accelerators', 'count'], `count is ${ask.count}`, { expected: `${whole} from 1` });
  } else if (!(isCount(ask.minimum) && ask.minimum >= 0 && ask.minimum <= ask.count)) {
    report(DesignCode.COUNT, ['accelerators', 'minimum'], `minimum is ${ask.minimum}`, {
      expected: `${whole} from 0 to the count, ${ask.count}`,
    });
  }
  if (ask.nodePowerKw !== undefined && !(ask.nodePowerKw > 0)) {
    report(DesignCode.VALUE_UNREADABLE, ['accelerators', 'nodePower'], `power of a node is ${ask.nodePowerKw} kW`, {
      expected: 'more than 0',
    });
  }
  if (ask.capacity.mode === CapacityMode.BLOCK && ask.fabric.placement === Placement.CLUSTER) {
    report(
      DesignCode.PLACEMENT,
      ['fabric', 'placement'],
      'placement cluster is asked for, and a capacity block has its place already',
      {
        hint: 'remove placement; the nodes of a block stand together',
      },
    );
  }
  const { oversubscription } = ask.fabric;
  if (oversubscription !== undefined && !(oversubscription >= 1)) {
    report(DesignCode.OVERSUBSCRIPTION, ['fabric', 'oversubscription'], `oversubscription is ${oversubscription}`, {
      expected: 'a number from 1 (non-blocking)',
    });
  }
  return findings;
}

/** What follows from the instance type that was chosen. */
export function checkChosen(ask: PoolAsk, chosen: InstanceCandidate): Finding[] {
  const findings: Finding[] = [];
  if (chosen.rdma && ask.zones.length > 1) {
    findings.push({
      code: DesignCode.ZONES,
      severity: Severity.ERROR,
      path: [...ask.path, 'accelerators', 'zones'],
      message: `zones ${ask.zones.join(', ')}, and the RDMA fabric of ${chosen.instance.instanceType} ends at the zone`,
      expected: 'one zone',
      hint: 'name one zone, or set fabric.rdma to none',
    });
  }
  if (ask.fabric.oversubscription !== undefined && !chosen.rdma) {
    const reason =
      ask.fabric.rdma === Rdma.NONE ? 'the pool uses no RDMA' : `${chosen.instance.instanceType} has no RDMA`;
    findings.push({
      code: DesignCode.OVERSUBSCRIPTION,
      severity: Severity.ERROR,
      path: [...ask.path, 'fabric', 'oversubscription'],
      message: `oversubscription ${ask.fabric.oversubscription} is asked for, and ${reason}`,
      hint: 'set fabric.rdma to required, or remove oversubscription',
    });
  }
  return findings;
}

import { type PoolAsk, Purpose } from './asks';
import { enumerate } from './figures';
import type { InstanceCandidate, InstanceChoices } from './instance-choice';
import { hasRequirements, requirementsText } from './requirements';

/** Why this accelerator, when it was not named. @param rest the best candidates of the other accelerators, next best first */
export function acceleratorReason(best: InstanceCandidate, rest: InstanceCandidate[], ask: PoolAsk): string {
  const { id } = best.accelerator;
  if (ask.instanceType !== undefined) {
    const meets = hasRequirements(ask.accelerator) ? `, which has ${requirementsText(ask.accelerator)}` : '';
    return `accelerator ${id}: the one of the prescribed instance type${meets}`;
  }
  const text = requirementsText(ask.accelerator);
  if (rest.length === 0) {
    return `accelerator ${id}: the only one here with ${text}`;
  }
  const compared = rest.map((other) => `${other.accelerator.id} (${describe(other)})`);
  const rule = 'the lowest list price per accelerator-hour, then the lowest power';
  return `accelerator ${id}: ${rule}, of those with ${text}; compared with ${enumerate(compared, 5)}`;
}

/** Why this instance type among those with the accelerator, and what was refused. */
export function instanceReason(choices: InstanceChoices, ask: PoolAsk): string {
  const [best, ...others] = choices.fits;
  const what = `instance type ${best === undefined ? '' : describe(best)}`;
  if (ask.instanceType !== undefined) {
    return `${what}; prescribed by the blueprint`;
  }
  const refused = choices.refused.map((refusal) => `${refusal.instance.instanceType} (${refusal.reason})`);
  const refusedText = refused.length === 0 ? '' : `; refused ${enumerate(refused, 3)}`;
  if (others.length === 0) {
    return `${what}; the only one that fits${refusedText}`;
  }
  const rule =
    ask.purpose === Purpose.TRAINING
      ? 'fewest spare accelerators, then most in one node, then RDMA, then price'
      : 'fewest spare accelerators, then price, then most in one node';
  return `${what}; chosen by ${rule}; compared with ${enumerate(others.map(describe), 5)}${refusedText}`;
}

/** `large.8x: 128 nodes of 8, none spare, RDMA, 6.88 USD per accelerator-hour`. */
function describe(candidate: InstanceCandidate): string {
  const usd = candidate.usdPerAcceleratorHour;
  const price = usd === undefined ? 'list price unknown' : `${Number(usd.toFixed(3))} USD per accelerator-hour`;
  const spare = candidate.spare > 0 ? `${candidate.spare} spare` : 'none spare';
  const nodes = candidate.nodes === 1 ? '1 node' : `${candidate.nodes} nodes`;
  const rdma = candidate.rdma ? 'RDMA' : 'no RDMA';
  return `${candidate.instance.instanceType}: ${nodes} of ${candidate.perNode}, ${spare}, ${rdma}, ${price}`;
}

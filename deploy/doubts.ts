import type { ObjectHistory } from './history';
import type { StackFault } from './outcome';
import type { Difference } from './reconcile';

/** What a person must look up before a stack may go on, each with the words to answer. */
export function doubtsIn({ doubtful, superseded }: Difference, planText: string): StackFault[] {
  return [
    ...doubtful.map(({ resource: { addr } }) => ({
      address: addr,
      summary: `${addr} may exist: its creation was under way when the engine was killed`,
      detail: traitsIn(planText, addr),
      hint: `look for it in the cloud, then run the same command with --adopt '${addr}=ID' if it exists, or with --absent '${addr}' if it does not`,
    })),
    ...superseded.map(({ object, held }) => ({
      address: object.resource.addr,
      summary: `${object.resource.addr} was created anew as ${idOf(object)}, and the state still holds ${held.join(', ')}`,
      hint: `see which of them exist. If the new one is right, let the state forget the old one (state rm '${object.resource.addr}' in the stack's folder; remove it in the cloud if it is still there) and run the same command again: the new one is brought in. If the new one is gone, run it with --absent '${object.resource.addr}'`,
    })),
  ];
}

function idOf({ fate }: ObjectHistory): string {
  return fate.kind === 'created' ? fate.id : '?';
}

/** By which a person finds an object in a cloud's console. */
const TRAIT =
  /^\s*\+ "?((?:\w*_)?name|Name|bucket|alias|location|region|cidr_block|address_prefixes|display_name)"?\s+= (".*")$/;

/** What the plan said of an object: its names and places. */
function traitsIn(planText: string, address: string): string | undefined {
  const lines = planText.split('\n');
  const begin = lines.findIndex((line) => /^ {2}# .* (will|must) be /.test(line) && line.startsWith(`  # ${address} `));
  if (begin < 0) return undefined;
  const length = lines.slice(begin).indexOf('    }');
  const traits = lines.slice(begin, begin + length).flatMap((line) => {
    const [, name, value] = TRAIT.exec(line) ?? [];
    return name === undefined ? [] : [`${name} = ${value}`];
  });
  return traits.length === 0 ? undefined : `it was planned with ${[...new Set(traits)].join(', ')}`;
}

import { NetworkRole } from '../hall/seams';
import { type FabricProblem, FabricProblemKind } from './problems';
import type { NetworkShape } from './shape';

/**
 * Says that numbers are kept for more units than the spines have ports for. It is no error: spines are bought for what is planned. What
 * it costs is a second cabling of uplinks on the day that the rows are filled.
 */
export function keptBeyondSpines(shapes: NetworkShape[]): FabricProblem[] {
  const short = shapes.flatMap(({ ask, pools, upper }) => {
    // The management network has few spines, and no accelerator waits for it.
    if (upper === undefined || ask.role === NetworkRole.OUT_OF_BAND) return [];
    // What the last pool keeps is kept from nobody.
    const got = Math.max(...pools.map((pool) => pool.unitsBefore + pool.units));
    const limit = upper.unitsPerPod * upper.pods;
    return got > limit ? [{ role: ask.role, got, limit }] : [];
  });
  const [first] = short;
  if (first === undefined) return [];
  const numbers = short.map(({ role, got, limit }) => `${role} ${got} and ${limit}`).join(', ');
  return [
    {
      kind: FabricProblemKind.KEPT,
      warning: true,
      message: `rows are kept for more units than the spines have ports for (${numbers}): filling them takes more spines and leads uplinks anew; servers, leafs and their addresses stay`,
      got: first.got,
      limit: first.limit,
      hint: 'begin pools in rows that are nearer to each other, if uplinks are to stay too',
    },
  ];
}

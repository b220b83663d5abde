import type { FabricDocument } from './document';

/**
 * The fabric of a pool: its own settings over its cluster's, setting by setting. A pool that turns RDMA off also drops the
 * oversubscription that its cluster asks, which would have no meaning without a fabric.
 */
export function fabricOf(cluster: FabricDocument | undefined, pool: FabricDocument | undefined): FabricDocument {
  const own = pool ?? {};
  const inherited = { ...cluster };
  if (own.rdma === 'none') delete (inherited as { oversubscription?: number }).oversubscription;
  return { ...inherited, ...own };
}

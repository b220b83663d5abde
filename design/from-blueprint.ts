import type { BlueprintDocument } from '../blueprints/language/document';
import type { Finding } from '../blueprints/language/finding';
import type { ClusterAsk, SiteAsk } from './asks';

export interface AsksResult {
  /** Sorted by name. */
  readonly sites: SiteAsk[];
  /** Sorted by name, their pools and stores too. */
  readonly clusters: ClusterAsk[];
  readonly findings: Finding[];
}

/** Settles units and defaults: what a document says becomes what the design is asked. */
export function asksFromBlueprint(document: BlueprintDocument): AsksResult {
  return { sites: [], clusters: [], findings: [{ code: 'WF300', path: [], message: `${document.name}: not read` }] };
}

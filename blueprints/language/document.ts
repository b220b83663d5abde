/**
 * The blueprint as an object: what a YAML file holds once it is read, and what a TypeScript program may write instead.
 * Quantities are strings with a unit ("3 MW"), as in YAML. The JSON Schema beside this file says the same for editors;
 * a test holds the two together.
 */

import type { ClusterDocument } from './document/cluster';
import type { PolicyDocument } from './document/policy';
import type { SiteDocument } from './document/site';
import type { StateDocument } from './document/state';

export * from './document/cluster';
export * from './document/hall';
export * from './document/policy';
export * from './document/pool';
export * from './document/power';
export * from './document/site';
export * from './document/site-fabric';
export * from './document/state';

/** A whole blueprint. */
export interface BlueprintDocument {
  /** Version of the language. Only 1 exists. */
  readonly wattform: number;
  /** Name of the design; prefix of every resource's name. */
  readonly name: string;
  /** What the design is for, in a sentence. @default - none */
  readonly description?: string;
  /** Who answers for it: a team or an address; becomes a tag. @default - none */
  readonly owner?: string;
  /** Tags put on every resource that takes tags. @default - none */
  readonly tags?: { readonly [key: string]: string };
  /** Where Terraform keeps its state. @default - the local backend, beside the output folder */
  readonly state?: StateDocument;
  /** The places that hold capacity, by name. */
  readonly sites: { readonly [name: string]: SiteDocument };
  /** The clusters, by name. */
  readonly clusters: { readonly [name: string]: ClusterDocument };
  /** What a reviewer holds the design against. It changes nothing that is built. @default - the rules that need no word of the blueprint */
  readonly policy?: PolicyDocument;
}

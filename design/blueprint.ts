import type { BlueprintDocument } from '../blueprints/language/document';
import type { Finding } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import type { BasisOfDesign } from './basis';
import type { ITargetProfile } from './target-profile';

/** What a design is calculated from, beside the blueprint. */
export interface BlueprintContext {
  readonly catalog: Catalog;
  /** Profiles of the targets that sites may name. */
  readonly profiles: ITargetProfile[];
}

export interface BlueprintDesign {
  /** Undefined when a finding is an error. */
  readonly basis?: BasisOfDesign;
  readonly findings: Finding[];
}

/** Calculates the basis of design of a whole blueprint. */
export function designBlueprint(document: BlueprintDocument, context: BlueprintContext): BlueprintDesign {
  return {
    findings: [...context.catalog.findings, { code: 'WF300', path: [], message: `${document.name}: not calculated` }],
  };
}

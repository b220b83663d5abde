import type { BlueprintDocument } from '../../blueprints/language/document';
import type { InstanceType } from '../../catalog/instances';
import type { BasisOfDesign, Figure } from '../../design/basis';

/** What rules look at. Everything in it is frozen. */
export interface IPolicySubject {
  /** The day of the check, `2026-11-25`: given, never read from a clock. */
  readonly today: string;
  /** @default - only what was synthesized is known */
  readonly blueprint?: BlueprintDocument;
  /** @default - there is none beside the Terraform */
  readonly design?: BasisOfDesign;
  /** Resources of all stacks, in the order of stacks, types and names. */
  readonly resources: PolicyResource[];
  /** Racks of owned halls, those of switches too. Empty where only a folder is known. */
  readonly racks: PolicyRack[];
  /** Power chains of owned halls, from the grid to the feeds. Empty where only a folder is known. */
  readonly equipment: PolicyEquipment[];

  /** A row of the catalog. Undefined: the catalog does not have it. */
  instanceType(name: string): InstanceType | undefined;

  /** `pue`, `carbon` (t CO2e/year), `it-load`, `facility` (kW), `price-hour` (USD/h) … of a site; without value where it is unknown. */
  siteFigure(site: string, figure: string): Figure;

  /** Where the blueprint asks for a pool; for its cluster where it has but one. */
  poolPath(cluster: string, pool: string): string[];
}

/** A resource of synthesized Terraform. */
export interface PolicyResource {
  readonly stack: string;
  /** @default - the stack is no site's, or the design is not known */
  readonly site?: string;
  /** @default - the stack is no cluster's, or the design is not known */
  readonly cluster?: string;
  readonly type: string;
  readonly name: string;
  /** `type.name`. */
  readonly address: string;
  /** @default - it bears none */
  readonly constructPath?: string;
  /** @default - the blueprint is not known */
  readonly blueprintPath?: string[];
  /** Its arguments, as Terraform JSON has them; values may be expressions (`${…}`). */
  readonly body: { readonly [argument: string]: unknown };
  /** Tags that its provider puts on everything it makes. Expressions among them are texts too. */
  readonly defaultTags: { readonly [key: string]: string };
}

/** A rack of an owned hall. */
export interface PolicyRack {
  readonly site: string;
  /** `r0003`. */
  readonly name: string;
  /** kW at the plug at the nameplate of what stands in it. */
  readonly peakKw: number;
  /** The most that the site lets one rack draw. @default - no limit is stated */
  readonly limitKw?: number;
}

/** A part of the power chain of an owned hall. */
export interface PolicyEquipment {
  readonly site: string;
  readonly id: string;
  /** `feed`, `busway`, `transformer` … */
  readonly kind: string;
  /** Of its output with every rack at its nameplate; of a feed with the other side out. */
  readonly peakKw: number;
  /** kW that it may carry, all rules of the code kept. @default - unknown */
  readonly limitKw?: number;
}

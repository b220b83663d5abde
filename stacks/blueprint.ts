import { checkDocument, renderFindings } from '../blueprints/language';
import type { BlueprintDocument } from '../blueprints/language/document';
import { loadCatalog } from '../catalog';
import { refusalText } from '../constructs/refusal';
import { TargetRegistry } from '../constructs/targets/registry';
import type { BasisOfDesign } from '../design/basis';
import { synthesizeBlueprint } from './synthesize';

export interface BlueprintProps {
  /** @default - the targets that ship with wattform */
  readonly registry?: TargetRegistry;
  /** Whether the configurations of open switches are written for halls with very many of them too. @default false */
  readonly switchConfigs?: boolean;
}

/** A blueprint written as an object in a program, for those who compute theirs instead of writing YAML. */
export class Blueprint {
  private readonly document: BlueprintDocument;
  private readonly registry: TargetRegistry;
  private readonly switchConfigs: boolean;

  /** @throws when the language refuses the document, with every finding */
  constructor(document: BlueprintDocument, props: BlueprintProps = {}) {
    this.registry = props.registry ?? TargetRegistry.builtIn();
    this.switchConfigs = props.switchConfigs ?? false;
    const checked = checkDocument(document, { targets: this.registry.names() });
    if (checked.document === undefined) {
      throw new Error(renderFindings(checked.findings, checked.source));
    }
    this.document = checked.document;
  }

  /**
   * Designs, builds and writes.
   * @param outdir the folder that is written
   * @returns the basis of design
   * @throws when the design refuses the blueprint, with every finding; nothing is written then
   */
  public synthesize(outdir: string): BasisOfDesign {
    const { registry, switchConfigs } = this;
    const result = synthesizeBlueprint(this.document, { outdir, catalog: loadCatalog(), registry, switchConfigs });
    if (result.basis === undefined) {
      throw new Error(refusalText(result.findings));
    }
    return result.basis;
  }
}

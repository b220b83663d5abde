import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';

const TYPE = 'terraform_data';

/**
 * The engine's built-in `terraform_data`: a value kept in the state, with conditions on it. The CDK has a class for it, which
 * runs `terraform version` while it synthesizes; ours runs nothing, because a synth needs no engine.
 */
export class TerraformData extends TerraformResource {
  private readonly values: { readonly [key: string]: unknown };

  constructor(scope: Construct, id: string, input: { readonly [key: string]: unknown }) {
    super(scope, id, {
      terraformResourceType: TYPE,
      terraformGeneratorMetadata: { providerName: 'terraform' },
    });
    this.values = input;
  }

  // The engine's contract with every resource class; overrides are merged over what stands here.
  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return { input: this.values };
  }
}

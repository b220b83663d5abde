import { type ITerraformDependable, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * What of `dependables` stands in the stack of `scope`. Terraform knows no `depends_on` across states: there, the order of the
 * stacks does the same.
 */
export function inSameStack(scope: Construct, dependables: ITerraformDependable[]): ITerraformDependable[] {
  const stack = TerraformStack.of(scope);
  return dependables.filter(
    (dependable) => TerraformElement.isTerraformElement(dependable) && dependable.cdktfStack === stack,
  );
}

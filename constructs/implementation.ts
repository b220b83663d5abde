import { Construct } from 'constructs';

// The CDK leaves children of this name out of Terraform addresses, so a neutral construct can be rebuilt on another
// implementation, or gain a layer, and no resource is renamed.
const HIDDEN_ID = 'Default';

/** The scope in which a target builds what a neutral construct stands for. */
export function implementationScope(construct: Construct): Construct {
  return new Construct(construct, HIDDEN_ID);
}

/**
 * Makes `construct.node.defaultChild` lead to the resource that a target marked as its main one, so that
 * `addOverride` by path is one step away whatever the cloud.
 */
export function hideImplementation(construct: Construct, implementation: Construct): void {
  construct.node.defaultChild = implementation.node.defaultChild;
}

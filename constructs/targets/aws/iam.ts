import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { NameLimit, physicalName } from './names';
import { policyDocument, type Statement } from './policy';

export interface RoleProps {
  /** Physical name without the ending. */
  readonly name: string;
  /** Ending of the name, kept when it is cut: "-node". */
  readonly suffix: string;
  readonly description: string;
  readonly trust: string;
  readonly partition: string;
  /** AWS's own policies, by the end of their ARN. @default - none */
  readonly managedPolicies?: string[];
  /** A policy of the role's own. @default - none */
  readonly statements?: Statement[];
  readonly tags: { readonly [key: string]: string };
}

/** A role and what must stand before it can be used. */
export interface Role {
  readonly arn: string;
  readonly name: string;
  /** Permissions: what depends on the role depends on these. */
  readonly permissions: ITerraformDependable[];
}

/** A role with its permissions. Ids: `<id>`, `<id>-<policy>`, `<id>-own`. */
export function createRole(scope: Construct, id: string, props: RoleProps): Role {
  const role = new IamRole(scope, id, {
    name: physicalName(props.name, NameLimit.IAM_ROLE, props.suffix),
    description: props.description,
    assumeRolePolicy: props.trust,
    tags: props.tags,
  });
  const managed = (props.managedPolicies ?? []).map(
    (policy) =>
      new IamRolePolicyAttachment(scope, `${id}-${policyId(policy)}`, {
        role: role.name,
        policyArn: `arn:${props.partition}:iam::aws:policy/${policy}`,
      }),
  );
  const own =
    props.statements === undefined || props.statements.length === 0
      ? []
      : [
          new IamRolePolicy(scope, `${id}-own`, {
            name: 'own',
            role: role.name,
            policy: policyDocument(props.statements),
          }),
        ];
  return { arn: role.arn, name: role.name, permissions: [...managed, ...own] };
}

// AmazonEKS_CNI_Policy → amazonekscnipolicy: ids hold [a-z0-9-] only.
function policyId(policy: string): string {
  return policy
    .split('/')
    .at(-1)!
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

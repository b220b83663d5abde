import { type Account, partitionOf } from './account';
import type { CloudKey } from './cloud';
import { filled, namesIn } from './template';
import type { ObjectValue } from './values';

/** A name that only one object may have at a time, and how the cloud refuses a second one. */
interface Uniqueness {
  /** What must be unique within the type and the realm. @default - the id */
  readonly name?: string;
  /** `{argument}` of the object; `{id}`, `{region}`, `{account}` and `{partition}` besides. */
  readonly said: string;
}

/**
 * AWS. A type that is not here may be put over itself (policies, attachments, settings of a bucket), or has no name. Request ids,
 * which differ every time, are left out. Where the words were seen:
 * - log groups and aliases: github.com/k-mitevski/terraform-k8s/issues/10, terraform-aws-cloudbees-ci-eks-addon/issues/66
 * - clusters and node groups: github.com/terraform-aws-modules/terraform-aws-eks/issues/1262 and 1191
 * - roles and buckets: terraform-aws-control_tower_account_factory/issues/529, cloudposse/terraform-aws-tfstate-backend/issues/54
 * - launch templates: github.com/flux-iac/tofu-controller/issues/536
 * - placement groups: github.com/FDio/csit/issues/179
 * - security groups: github.com/cyberlabrs/terraform-aws-opensearch/issues/13
 */
const AWS: { readonly [type: string]: Uniqueness } = {
  aws_cloudwatch_log_group: {
    said: 'creating CloudWatch Logs Log Group ({name}): ResourceAlreadyExistsException: The specified log group already exists',
  },
  aws_eks_access_entry: {
    said: 'creating EKS Access Entry ({cluster_name}:{principal_arn}): operation error EKS: CreateAccessEntry, https response error StatusCode: 409, ResourceInUseException: The specified access entry resource is already in use on this cluster.',
  },
  aws_eks_addon: {
    said: 'creating EKS Add-On ({cluster_name}:{addon_name}): operation error EKS: CreateAddon, https response error StatusCode: 409, ResourceInUseException: Addon already exists.',
  },
  aws_eks_cluster: {
    said: 'creating EKS Cluster ({name}): operation error EKS: CreateCluster, https response error StatusCode: 409, ResourceInUseException: Cluster already exists with name: {name}',
  },
  aws_eks_node_group: {
    said: 'creating EKS Node Group ({cluster_name}:{node_group_name}): operation error EKS: CreateNodegroup, https response error StatusCode: 409, ResourceInUseException: NodeGroup already exists with name {node_group_name} and cluster name {cluster_name}',
  },
  aws_iam_role: {
    said: 'creating IAM Role ({name}): operation error IAM: CreateRole, https response error StatusCode: 409, EntityAlreadyExists: Role with name {name} already exists.',
  },
  aws_kms_alias: {
    said: 'creating KMS Alias ({name}): AlreadyExistsException: An alias with the name arn:{partition}:kms:{region}:{account}:{name} already exists',
  },
  aws_launch_template: {
    name: '{name}',
    said: 'creating EC2 Launch Template ({name}): InvalidLaunchTemplateName.AlreadyExistsException: Launch template name already in use.',
  },
  aws_placement_group: {
    said: "creating EC2 Placement Group ({name}): InvalidPlacementGroup.Duplicate: The placement group '{name}' already exists.",
  },
  aws_s3_bucket: {
    said: 'creating S3 Bucket ({bucket}): operation error S3: CreateBucket, https response error StatusCode: 409, BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.',
  },
  aws_security_group: {
    name: '{vpc_id}/{name}',
    said: "creating Security Group ({name}): InvalidGroup.Duplicate: The security group '{name}' already exists for VPC '{vpc_id}'",
  },
};

/** Azure: the provider looks for the id before it creates, whatever the type; a role may be assigned once (azurerm issue 17421). */
const AZURE_ROLE: Uniqueness = {
  name: '{scope}/{role_definition_name}/{principal_id}',
  said: 'unexpected status 409 (409 Conflict) with error: RoleAssignmentExists: The role assignment already exists.',
};

const AZURE: Uniqueness = {
  said: 'A resource with the ID "{id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "{type}" for more information.',
};

const GOOGLE: Uniqueness = {
  said: "Error creating {type}: googleapi: Error 409: The resource '{id}' already exists, alreadyExists",
};

function uniquenessOf(type: string): Uniqueness | undefined {
  if (type === 'azurerm_role_assignment') return AZURE_ROLE;
  if (type.startsWith('azurerm_')) return AZURE;
  return type.startsWith('google_') ? GOOGLE : AWS[type];
}

/** A name that an object would take, and what the cloud says if it is taken. */
export interface Claim {
  readonly name: string;
  readonly said: string;
}

/**
 * The name that a new object claims. Undefined: nobody minds a second one, or the name is not the user's.
 * @param given the object as planned: what the cloud decides itself never conflicts
 */
export function claimOf({ type, realm, id }: CloudKey, given: ObjectValue, account: Account): Claim | undefined {
  const uniqueness = uniquenessOf(type);
  if (uniqueness === undefined) return undefined;
  const known: { readonly [name: string]: unknown } = {
    ...given,
    id,
    type,
    account: account.id,
    region: account.region,
    partition: partitionOf(account.region),
  };
  const name = uniqueness.name ?? '{id}';
  if (namesIn(name).some((each) => typeof known[each] !== 'string')) return undefined;
  const written = (template: string): string => filled(template, (each) => String(known[each] ?? ''));
  const place = type === 'aws_s3_bucket' ? partitionOf(account.region) : realm;
  return { name: JSON.stringify([type, place, written(name)]), said: written(uniqueness.said) };
}

/** Where ids of a provider are unique: on AWS an account and, for what is regional, a region. Elsewhere ids say it themselves. */
export function realmOf(provider: string, object: ObjectValue, account: Account): string {
  if (provider !== 'aws') return '';
  const region = object['region'];
  return typeof region === 'string' ? `${account.id}/${region}` : account.id;
}

import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import type { Account } from './account';
import { NameLimit, physicalName } from './names';
import { policyDocument, type Statement } from './policy';

// The most that KMS waits: a key that goes takes everything with it.
const DELETION_WINDOW_DAYS = 30;

export interface KeyProps {
  /** Physical name: the alias. */
  readonly name: string;
  readonly description: string;
  readonly account: Account;
  readonly region: string;
  /** Statements beside the ones for the account and CloudWatch Logs. @default - none */
  readonly statements?: Statement[];
  readonly lifecycle?: TerraformResourceLifecycle;
  readonly tags: { readonly [key: string]: string };
}

/** A customer key that rotates, with a policy of its own: the account by IAM, and CloudWatch Logs for log groups of the account. */
export function createKey(scope: Construct, id: string, props: KeyProps): KmsKey {
  const { account, region } = props;
  const key = new KmsKey(scope, id, {
    description: props.description,
    enableKeyRotation: true,
    deletionWindowInDays: DELETION_WINDOW_DAYS,
    policy: policyDocument([
      {
        Sid: 'Account',
        Effect: 'Allow',
        Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
        Action: ['kms:*'],
        Resource: ['*'],
      },
      {
        Sid: 'Logs',
        Effect: 'Allow',
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ['kms:Decrypt', 'kms:Describe*', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Resource: ['*'],
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${account.partition}:logs:${region}:${account.id}:log-group:*`,
          },
        },
      },
      ...(props.statements ?? []),
    ]),
    lifecycle: props.lifecycle,
    tags: { ...props.tags, Name: props.name },
  });
  new KmsAlias(scope, `${id}-alias`, {
    name: `alias/${physicalName(props.name, NameLimit.KMS_ALIAS)}`,
    targetKeyId: key.keyId,
  });
  return key;
}

/**
 * Auto Scaling launches the nodes, so its service-linked role must be let at the key that encrypts their disks:
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function autoScalingStatements(account: Account): Statement[] {
  const role = `arn:${account.partition}:iam::${account.id}:role${AUTO_SCALING_ROLE_PATH}${AUTO_SCALING_ROLE}`;
  return [
    {
      Sid: 'AutoScalingUse',
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      Resource: ['*'],
    },
    {
      Sid: 'AutoScalingGrants',
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: ['kms:CreateGrant'],
      Resource: ['*'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

export const AUTO_SCALING_ROLE = 'AWSServiceRoleForAutoScaling';
export const AUTO_SCALING_ROLE_PATH = '/aws-service-role/autoscaling.amazonaws.com/';

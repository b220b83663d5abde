import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import type { Construct } from 'constructs';

/** The account and partition of the credentials, as tokens. */
export interface Account {
  readonly id: string;
  /** `aws`, `aws-us-gov` … */
  readonly partition: string;
}

/** Reads account and partition; once a scope. */
export function readAccount(scope: Construct): Account {
  return {
    id: new DataAwsCallerIdentity(scope, 'caller').accountId,
    partition: readPartition(scope),
  };
}

/** Reads the partition alone; once a scope. */
export function readPartition(scope: Construct): string {
  return new DataAwsPartition(scope, 'partition').partition;
}

import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { Construct } from 'constructs';

/** A year, which is what the policy of log retention asks (CKV_AWS_338). */
const RETENTION_DAYS = 365;

export interface LogGroupProps {
  readonly name: string;
  readonly keyArn: string;
  readonly tags: { readonly [key: string]: string };
}

/** An encrypted log group that keeps a year. */
export function createLogGroup(scope: Construct, id: string, props: LogGroupProps): CloudwatchLogGroup {
  return new CloudwatchLogGroup(scope, id, {
    name: props.name,
    kmsKeyId: props.keyArn,
    retentionInDays: RETENTION_DAYS,
    tags: props.tags,
  });
}

/** A setting that policy scanners ask for and this target leaves out, with the reason. A test counts them. */
export interface PolicyException {
  /** The scanner's rule. */
  readonly check: string;
  readonly resourceType: string;
  readonly reason: string;
}

export const AWS_POLICY_EXCEPTIONS: PolicyException[] = [
  {
    check: 'CKV_AWS_18',
    resourceType: 'aws_s3_bucket',
    reason:
      'access logs of a training data set outgrow their worth; CloudTrail data events are switched on by the account where asked',
  },
  {
    check: 'CKV_AWS_144',
    resourceType: 'aws_s3_bucket',
    reason: 'checkpoints and data sets of petabytes are not copied to a second region without being asked',
  },
  {
    check: 'CKV2_AWS_62',
    resourceType: 'aws_s3_bucket',
    reason: 'nothing of the design listens to events of a bucket',
  },
];

import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { Construct } from 'constructs';
import type { ObjectStoreRequest } from '../contract';
import { NameLimit, physicalName } from './names';
import { policyDocument } from './policy';
import { AwsSite } from './site';
import { AwsObjectStore } from './stores';

const ABORT_UPLOAD_DAYS = 7;
const OLD_VERSION_DAYS = 30;
const ACCOUNT_DIGITS = 12;

/**
 * A private, versioned, encrypted bucket. Its name ends in the account's id, as bucket names are shared by all accounts.
 * A bucket with objects is never deleted (`force_destroy` is off). What the scanner asks beyond this and why it is not done
 * stands in policy-exceptions.ts.
 */
export function createObjectStore(scope: Construct, request: ObjectStoreRequest): AwsObjectStore {
  const site = AwsSite.of(request.site);
  const account = new DataAwsCallerIdentity(scope, 'caller').accountId;
  const name = `${physicalName(request.name, NameLimit.S3_BUCKET - ACCOUNT_DIGITS - 1)}-${account}`;
  const bucket = new S3Bucket(scope, 'bucket', {
    bucket: name,
    forceDestroy: false,
    tags: { ...request.tags, Name: request.name },
  });
  scope.node.defaultChild = bucket;
  const closed = new S3BucketPublicAccessBlock(scope, 'closed', {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new S3BucketOwnershipControls(scope, 'ownership', {
    bucket: bucket.id,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  const versioning = new S3BucketVersioningA(scope, 'versioning', {
    bucket: bucket.id,
    versioningConfiguration: { status: 'Enabled' },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, 'encryption', {
    bucket: bucket.id,
    rule: [
      {
        bucketKeyEnabled: true,
        applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: site.keyArn },
      },
    ],
  });
  new S3BucketLifecycleConfiguration(scope, 'lifecycle', {
    bucket: bucket.id,
    rule: [
      {
        id: 'tidy',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: ABORT_UPLOAD_DAYS }],
        noncurrentVersionExpiration: [{ noncurrentDays: OLD_VERSION_DAYS }],
      },
    ],
    dependsOn: [versioning],
  });
  new S3BucketPolicy(scope, 'policy', {
    bucket: bucket.id,
    policy: policyDocument([
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*'],
        Resource: [bucket.arn, `${bucket.arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]),
    // S3 refuses two changes of one bucket's access at a time.
    dependsOn: [closed],
  });
  return new AwsObjectStore(bucket.arn, bucket.bucket, site.keyArn, site.network.region);
}

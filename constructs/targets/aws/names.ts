import { createHash } from 'node:crypto';

const HASH_LENGTH = 6;

/**
 * A physical name within a service's length limit. A name that fits is kept; a longer one is cut and gets a hash of the
 * whole, so that two long names stay different and the same name is always cut the same way.
 * @param name what the name is made from; may hold a token only when it is short
 * @param max the service's limit in characters
 * @param suffix an ending that must survive the cut: "-node"
 */
export function physicalName(name: string, max: number, suffix = ''): string {
  const whole = `${name}${suffix}`;
  if (whole.length <= max) {
    return whole;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  const head = name.slice(0, max - suffix.length - HASH_LENGTH - 1).replace(/-+$/, '');
  return `${head}-${hash}${suffix}`;
}

/** Length limits, in characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html and the services' API references. */
export const NameLimit = {
  IAM_ROLE: 64,
  EKS_CLUSTER: 100,
  NODE_GROUP: 63,
  LAUNCH_TEMPLATE: 128,
  PLACEMENT_GROUP: 255,
  SECURITY_GROUP: 255,
  KMS_ALIAS: 250,
  S3_BUCKET: 63,
  SCHEDULED_ACTION: 255,
  PROMETHEUS_ALIAS: 100,
} as const;

/** A check of checkov that fails over what wattform emits. */
export interface CheckovException {
  readonly check: string;
  /** Resources that it may fail at. */
  readonly where: RegExp;
  readonly why: string;
}

const BUCKET = /^aws_s3_bucket\.\w+_store_\w+_bucket$/;
const LUSTRE_VAULT = /(^|\.)\w+_store_\w+_vault$/;
const ACCOUNT = /(^|\.)\w+_store_\w+_account$/;

/** docs/targets.md has the same list for readers; the test compares the two. */
export const CHECKOV_EXCEPTIONS: CheckovException[] = [
  { check: 'CKV_AWS_18', where: BUCKET, why: 'access logs of buckets are a decision of the account' },
  { check: 'CKV_AWS_144', where: BUCKET, why: 'petabytes are not replicated by default' },
  { check: 'CKV2_AWS_62', where: BUCKET, why: 'nothing here consumes events of buckets' },
  {
    check: 'CKV2_AWS_5',
    where: /^aws_security_group\.\w+_storage-clients$/,
    why: "attached in the cluster's stack, which the check does not see",
  },
  { check: 'CKV_AWS_394', where: /_network_zones$/, why: 'the read of the zones only checks a default' },
  { check: 'CKV_AZURE_189', where: LUSTRE_VAULT, why: 'the vault of Managed Lustre must let trusted services in' },
  { check: 'CKV2_AZURE_32', where: LUSTRE_VAULT, why: 'Managed Lustre reads its key by a trusted service' },
  { check: 'CKV_AZURE_206', where: ACCOUNT, why: 'petabytes are not replicated by default' },
  { check: 'CKV_AZURE_33', where: ACCOUNT, why: 'logging of queues that nobody has' },
  {
    check: 'CKV2_AZURE_21',
    where: /^azurerm_storage_container\.\w+_store_\w+_container$/,
    why: 'logging of every read of every blob',
  },
  { check: 'CKV_AZURE_43', where: ACCOUNT, why: 'the check cannot read a name that is computed' },
];

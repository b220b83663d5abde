import { all, any, lengthOf, matching, oneOf, without } from './scalars';

/**
 * Resource name of AWS: six parts, of which the region and the account may be empty. IAM User Guide, "Identify AWS resources with ARNs".
 * The provider takes an empty one for none.
 */
export const arn = matching(
  /^$|^arn:[\w-]+:[^:\s]+:[^:\s]*:[^:\s]*:.+$/s,
  'an ARN: arn:<partition>:<service>:<region>:<account>:<resource>',
);

/** Account of AWS. */
export const accountId = matching(/^\d{12}$/, 'an account id of twelve digits');

export const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a UUID');

/** RFC 3339. */
export const time = matching(
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/,
  'a time as RFC 3339 writes it, such as 2026-01-31T08:00:00Z',
);

/** Amazon S3 User Guide, "General purpose bucket naming rules". For an empty one the provider invents a name. */
export const bucketName = all(
  any(oneOf(''), lengthOf(3, 63)),
  matching(
    /^([a-z0-9][a-z0-9.-]*[a-z0-9])?$/,
    'lower-case letters, digits, dots and hyphens, with a letter or digit at both ends',
  ),
  without(/\.\./, 'no two dots in a row'),
  without(/^\d+\.\d+\.\d+\.\d+$/, 'no IP address'),
  without(/^(xn--|sthree-|amzn-s3-demo-)/, 'none of the prefixes xn--, sthree- and amzn-s3-demo-'),
  without(/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/, 'none of the suffixes that S3 keeps for itself'),
);

/** IAM: names of roles and policies. */
export const iamName = (most: number) =>
  all(lengthOf(1, most), matching(/^[\w+=,.@-]+$/, 'letters, digits and any of + = , . @ _ -'));

export const eksClusterName = all(
  lengthOf(1, 100),
  matching(/^[0-9A-Za-z][0-9A-Za-z_-]*$/, 'letters, digits, hyphens and underscores, beginning with a letter or digit'),
);

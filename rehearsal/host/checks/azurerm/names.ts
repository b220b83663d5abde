import type { ValueCheck } from '../rule';
import { all, lengthOf, matching } from '../scalars';

/** "Naming rules and restrictions for Azure resources", Microsoft.Network: letters, digits, `_`, `.` and `-`. */
export function networkName(least: number, most: number): ValueCheck {
  return all(
    lengthOf(least, most),
    matching(
      /^[A-Za-z0-9]([\w.-]*\w)?$/,
      'letters, digits and any of _ . -, beginning with a letter or digit, ending with one or with _',
    ),
  );
}

/** Letters, digits and hyphens with a letter or digit at both ends. */
export function hyphenated(least: number, most: number): ValueCheck {
  return all(
    lengthOf(least, most),
    matching(/^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/, 'letters, digits and hyphens, with no hyphen at an end'),
  );
}

export const resourceGroupName: ValueCheck = all(
  lengthOf(1, 90),
  matching(/^[-\p{L}\p{N}_.()]*[-\p{L}\p{N}_()]$/u, 'letters, digits and any of - _ . ( ), with no dot at the end'),
);

/** The identity of an object, where both kinds may stand together. */
export const BOTH_IDENTITIES = ['SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned'];

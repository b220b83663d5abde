/**
 * The actions that a workflow uses, each by the commit of a release: a tag can be moved to other code, a commit cannot.
 * Raising one is a line here.
 */
const RELEASES = {
  'actions/checkout': ['de0fac2e4500dabe0009e67214ff5f5447ce83dd', 'v6.0.2'],
  'actions/upload-artifact': ['ea165f8d65b6e75b540449e92b4886f43607fa02', 'v4.6.2'],
  'actions/download-artifact': ['d3f86a106a0bac45b974a628896c90dbdf5c8093', 'v4.3.0'],
  'hashicorp/setup-terraform': ['5e8dbf3c6d9deaf4193ca7a8fb23f2ac83bb6c85', 'v4.0.0'],
  'opentofu/setup-opentofu': ['9d84900f3238fab8cd84ce47d658d25dd008be2f', 'v1'],
  'aws-actions/configure-aws-credentials': ['61815dcd50bd041e203e49132bacad1fd04d2708', 'v5.1.1'],
  'google-github-actions/auth': ['7c6bc770dae815cd3e89ee6cdf493a5fab2cc093', 'v3.0.0'],
} as const;

/** The value of `uses:` for an action. */
export function pinned(action: keyof typeof RELEASES): string {
  return `${action}@${RELEASES[action][0]}`;
}

/** The release behind each pin, to be said beside it. */
export const PIN_REMARKS: ReadonlyMap<string, string> = new Map(
  Object.entries(RELEASES).map(([action, [commit, release]]) => [`${action}@${commit}`, release]),
);

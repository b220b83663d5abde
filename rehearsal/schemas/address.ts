/**
 * The address of a provider, however it is written: `aws`, `hashicorp/aws` and `registry.terraform.io/hashicorp/aws` are one.
 * @returns `namespace/type`, after the host when it is not one of a public registry
 */
export function providerAddress(source: string): string {
  const parts = source.toLowerCase().split('/');
  if (parts.length === 1) return `hashicorp/${parts[0]}`;
  const isPublic = parts.length < 3 || /^registry\.(terraform\.io|opentofu\.org)$/.test(parts[0] ?? '');
  return isPublic ? parts.slice(-2).join('/') : parts.join('/');
}

/** `aws` of `hashicorp/aws`: by it packages and types are named. */
export function providerType(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1).toLowerCase();
}

import { Fn, type TerraformDataSource, type TerraformResource, Token } from 'cdktf';

/**
 * A resource's Terraform address as plain text, for expressions that cdktf cannot write (`for`, `each`). `fqn` is a token,
 * which nests badly inside `${}`, and asking for it freezes the id.
 */
export function addressOf(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/** A data source's address as plain text. */
export function dataAddressOf(source: TerraformDataSource): string {
  return `data.${source.terraformResourceType}.${source.friendlyUniqueId}`;
}

/** The first of a list that may be one token: cdktf cannot index those in TypeScript. */
export function firstOf(list: string[]): string {
  return Token.isUnresolved(list) ? Token.asString(Fn.element(list, 0)) : list[0]!;
}

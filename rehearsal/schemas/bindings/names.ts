import type { Node } from '@babel/types';

/** The last part of a name: `tolist` of `cdktf.Fn.tolist`. */
export function nameOf(node: Node | null | undefined): string {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type === 'StringLiteral') return node.value;
  return node?.type === 'MemberExpression' ? nameOf(node.property) : '';
}

export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

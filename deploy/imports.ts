import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceConfiguration, StackConfiguration } from '../engine';
import type { ObjectHistory } from './history';

/** Read by the engine beside the stack's own configuration, while it plans. */
const FILE = 'wattform-import.tf.json';

/**
 * Lets a plan bring in objects that no state holds.
 * @returns the addresses that it brings in
 */
export function writeImports(home: string, objects: ObjectHistory[], configuration: StackConfiguration): string[] {
  if (objects.length === 0) return [];
  const blocks = objects.map((object) => ({ to: object.resource.addr, id: importId(object, configuration) }));
  writeFileSync(join(home, FILE), `${JSON.stringify({ import: blocks }, null, 2)}\n`);
  return blocks.map(({ to }) => to);
}

/** Removes what {@link writeImports} wrote, also what a killed deploy left. */
export function removeImports(home: string): void {
  rmSync(join(home, FILE), { force: true });
}

/**
 * Types whose objects are not imported by the id that the provider gives them: arguments in braces, `id` for that id. From the
 * section "Import" of each type's page in the provider's documentation.
 */
const IMPORTED_BY: { readonly [type: string]: string } = {
  aws_autoscaling_schedule: '{autoscaling_group_name}/{id}',
  aws_eks_pod_identity_association: '{cluster_name},{id}',
  aws_iam_role_policy_attachment: '{role}/{policy_arn}',
  aws_route_table_association: '{subnet_id}/{route_table_id}',
};

/** A template of the engine's language. */
function importId({ resource, fate }: ObjectHistory, configuration: StackConfiguration): string {
  if (fate.kind === 'adopted') return literal(fate.importId);
  const id = fate.kind === 'created' ? fate.id : '';
  const pattern = resource.module === '' ? IMPORTED_BY[resource.resource_type] : undefined;
  const block = configuration.resource?.[resource.resource_type]?.[resource.resource_name];
  if (pattern === undefined || block === undefined) return literal(id);
  return pattern.replace(/\{(\w+)\}/g, (_, argument: string) =>
    argument === 'id' ? literal(id) : argumentOf(block, argument, resource.resource_key),
  );
}

/** What a configuration gives for an argument, said outside of its block: `each` and `count` mean nothing there. */
function argumentOf(block: ResourceConfiguration, argument: string, key: string | number | null): string {
  const given = String((block as { readonly [name: string]: unknown })[argument] ?? '');
  if (key === null) return given;
  const quoted = JSON.stringify(key);
  const all = /^\$\{(.*)\}$/s.exec(String(block.for_each))?.[1];
  return given
    .replace(/\beach\.key\b|\bcount\.index\b/g, () => quoted)
    .replace(/\beach\.value\b/g, () => `{for k, v in ${all ?? JSON.stringify(block.for_each)} : k => v}[${quoted}]`);
}

function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&');
}

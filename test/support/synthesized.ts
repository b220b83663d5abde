import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BlueprintDocument, loadBlueprint, readBlueprint } from '../../blueprints/language';
import { type Catalog, loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { type SynthesisResult, synthesizeBlueprint } from '../../stacks';

/** A synthesized stack, as Terraform JSON. */
export interface TerraformJson {
  readonly resource?: { readonly [type: string]: { readonly [id: string]: Block } };
  readonly data?: { readonly [type: string]: { readonly [id: string]: Block } };
  readonly provider?: { readonly [name: string]: Block[] };
  readonly terraform: Block;
  readonly output?: { readonly [id: string]: Block };
}

// biome-ignore lint/suspicious/noExplicitAny: Terraform JSON has the shape that its provider gives it.
export type Block = any;

export interface Synthesized {
  readonly folder: string;
  readonly result: SynthesisResult;
  readonly stacks: { readonly [name: string]: TerraformJson };
}

const catalog: Catalog = loadCatalog();

/** Files of the gallery, by name without ending. */
export function galleryNames(): string[] {
  return fs
    .readdirSync(path.join(__dirname, '../../blueprints'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

export function galleryDocument(name: string): BlueprintDocument {
  const file = path.join(__dirname, '../../blueprints', `${name}.yaml`);
  const loaded = readBlueprint(file, { targets: TargetRegistry.builtIn().names() });
  if (loaded.document === undefined) {
    throw new Error(`${name}: ${loaded.findings.map((finding) => finding.message).join('; ')}`);
  }
  return loaded.document;
}

export function documentOf(yaml: string, registry = TargetRegistry.builtIn()): BlueprintDocument {
  const loaded = loadBlueprint(yaml, { file: 'test.yaml', targets: registry.names() });
  if (loaded.document === undefined) {
    throw new Error(loaded.findings.map((finding) => `${finding.path.join('.')}: ${finding.message}`).join('\n'));
  }
  return loaded.document;
}

export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'wattform-test-'));
}

/** Synthesizes into a temporary folder and reads back what was written. */
export function synthesized(document: BlueprintDocument, registry = TargetRegistry.builtIn()): Synthesized {
  const folder = path.join(temporaryFolder(), 'out');
  const result = synthesizeBlueprint(document, { outdir: folder, catalog, registry });
  return { folder, result, stacks: readStacks(folder) };
}

export function readStacks(folder: string): { readonly [name: string]: TerraformJson } {
  const stacks = path.join(folder, 'stacks');
  const names = fs.existsSync(stacks) ? fs.readdirSync(stacks).sort() : [];
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(fs.readFileSync(path.join(stacks, name, 'cdk.tf.json'), 'utf8'))]),
  );
}

/** Addresses of all resources of a stack, in the order of the alphabet. */
export function addresses(stack: TerraformJson): string[] {
  return Object.entries(stack.resource ?? {})
    .flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`))
    .sort();
}

/** All files below a folder with their content, for comparing trees. */
export function treeOf(folder: string, below = ''): { [file: string]: string } {
  const tree: { [file: string]: string } = {};
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) {
      Object.assign(tree, treeOf(folder, name));
    } else {
      tree[name] = fs.readFileSync(path.join(folder, name), 'utf8');
    }
  }
  return tree;
}

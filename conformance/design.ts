import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBlueprint, renderFindings } from '../blueprints/language';
import type { Finding } from '../blueprints/language/finding';
import { loadCatalog } from '../catalog';
import { refusalText } from '../constructs/refusal';
import type { BasisOfDesign } from '../design/basis';
import { synthesizeBlueprint } from '../stacks';
import type { ConformanceGround } from './ground';

/** What came of a blueprint. */
export interface Designed {
  /** Undefined when it was refused. */
  readonly basis?: BasisOfDesign;
  readonly findings: Finding[];
  /** Contents by path. */
  readonly files: { readonly [path: string]: string };
}

/** A configuration, as far as the suite looks into it. */
export interface Configuration {
  readonly resource?: { readonly [type: string]: { readonly [address: string]: object } };
}

const SITE = 'here';
const CLUSTER = 'research';

/** A blueprint of one site and one cluster on the ground. @param cluster keys of the cluster, beside site, purpose and scheduler */
export function blueprintOn(ground: ConformanceGround, cluster: string, site = 'power: { allotment: 1 MW }'): string {
  const zone = ground.zone === undefined ? '' : `, zone: ${JSON.stringify(ground.zone)}`;
  const keys = site === '' ? '' : `, ${site}`;
  return `wattform: 1
name: conform
sites:
  ${SITE}: { target: ${ground.target}, region: ${JSON.stringify(ground.region)}${zone}${keys} }
clusters:
  ${CLUSTER}: { site: ${SITE}, purpose: training, scheduler: kubernetes, ${cluster} }
`;
}

/** Designs and builds in a folder of its own, which is gone afterwards. */
export function designed(yaml: string, { registry }: ConformanceGround): Designed {
  const reading = loadBlueprint(yaml, { file: 'conform.yaml', targets: registry.names() });
  assert.ok(reading.document !== undefined, renderFindings(reading.findings, reading.source));
  const outdir = join(mkdtempSync(join(tmpdir(), 'conformance-')), 'out');
  try {
    const { basis, findings } = synthesizeBlueprint(reading.document, { outdir, catalog: loadCatalog(), registry });
    return { ...(basis === undefined ? {} : { basis }), findings, files: basis === undefined ? {} : filesOf(outdir) };
  } finally {
    rmSync(join(outdir, '..'), { recursive: true, force: true });
  }
}

/** The same, which must not be refused. */
export function built(yaml: string, ground: ConformanceGround): Designed & { readonly basis: BasisOfDesign } {
  const result = designed(yaml, ground);
  assert.ok(result.basis !== undefined, `refused:\n${refusalText(result.findings)}`);
  return { ...result, basis: result.basis };
}

/** The stack of the site's control plane. */
export function controlPlane({ files }: Designed): Configuration {
  return JSON.parse(files[`stacks/${SITE}-${CLUSTER}/cdk.tf.json`]!) as Configuration;
}

/** Paths of the configurations of all stacks. */
export function configurations({ files }: Designed): string[] {
  return Object.keys(files).filter((path) => path.endsWith('cdk.tf.json'));
}

/** Blocks of resources over all stacks. */
export function resourceBlocks(result: Designed): number {
  return configurations(result)
    .flatMap((path) => Object.values((JSON.parse(result.files[path]!) as Configuration).resource ?? {}))
    .reduce((sum, blocks) => sum + Object.keys(blocks).length, 0);
}

function filesOf(folder: string): { readonly [path: string]: string } {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}

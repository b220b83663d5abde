import { App, type TerraformStack } from 'cdktf';
import type { BlueprintDocument } from '../blueprints/language/document';
import type { Finding } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import { TargetRegistry } from '../constructs/targets/registry';
import { basisJson, designBlueprint } from '../design';
import type { BasisOfDesign, SiteDesign } from '../design/basis';
import { hallFiles } from '../exports';
import { ControlPlaneStack } from './control-plane-stack';
import { escapeDeep } from './escape';
import { type OutputFile, OutputFolder } from './output-folder';
import { SiteStack } from './site-stack';
import { stableJson } from './stable-json';

export interface SynthesisOptions {
  /** The folder that is written; made when it is not there. */
  readonly outdir: string;
  readonly catalog: Catalog;
  /** @default - the targets that ship with wattform */
  readonly registry?: TargetRegistry;
  /** Whether the configurations of open switches are written for halls with very many of them too. @default false */
  readonly switchConfigs?: boolean;
  /** Told before each step. @default - nobody */
  readonly onProgress?: (step: SynthesisStep) => void;
}

export interface SynthesisStep {
  readonly done: number;
  readonly total: number;
  /** What is being made: a stack's name. */
  readonly what: string;
}

export interface SynthesisResult {
  /** Undefined when the design refuses the blueprint; then nothing is written. */
  readonly basis?: BasisOfDesign;
  readonly findings: Finding[];
  /** Paths below `outdir`, in the order of the alphabet. */
  readonly files: string[];
}

/**
 * A blueprint becomes a folder of Terraform: designed, built, written.
 * @throws OutputFolderError when the folder cannot be written; what stood there stays whole
 */
export function synthesizeBlueprint(document: BlueprintDocument, options: SynthesisOptions): SynthesisResult {
  const registry = options.registry ?? TargetRegistry.builtIn();
  const context = { catalog: options.catalog, profiles: registry.profiles() };
  const { basis, findings, halls } = designBlueprint(document, context);
  if (basis === undefined) {
    return { findings, files: [] };
  }
  const folder = new OutputFolder(options.outdir);
  const files = folder.withStaging((staging) => {
    const made = [...buildFiles(document, basis, staging, registry, options), ...hallFiles(document, halls, options)];
    folder.replace(staging, made);
    return made.map((file) => file.path).sort();
  });
  return { basis, findings, files };
}

function buildFiles(
  document: BlueprintDocument,
  basis: BasisOfDesign,
  staging: string,
  registry: TargetRegistry,
  options: SynthesisOptions,
): OutputFile[] {
  const app = new App({ outdir: staging, stackTraces: false });
  const stacks = buildStacks(app, escapeDeep(document), escapeDeep(basis), registry, options);
  for (const stack of stacks) {
    stack.prepareStack();
  }
  const files = stacks.map((stack) => {
    stack.runAllValidations();
    return { path: app.manifest.forStack(stack).synthesizedStackPath, content: stableJson(stack.toTerraform()) };
  });
  return [
    ...files,
    { path: 'manifest.json', content: stableJson(app.manifest.buildManifest()) },
    { path: 'basis-of-design.json', content: stableJson(basisJson(basis)) },
  ];
}

/** All stacks of a design, in deploy order. The strings of `document` and `basis` are escaped already. */
function buildStacks(
  app: App,
  document: BlueprintDocument,
  basis: BasisOfDesign,
  registry: TargetRegistry,
  options: SynthesisOptions,
): TerraformStack[] {
  const siteStacks = new Map<string, SiteStack>();
  const total = basis.stacks.length;
  return basis.stacks.map((stack, done) => {
    options.onProgress?.({ done, total, what: stack.name });
    const site = basis.sites.find((each) => each.name === stack.site)!;
    if (stack.controlPlane === undefined) {
      const made = new SiteStack(app, stack.name, {
        document,
        design: site,
        target: registry.target(site.target),
        catalog: options.catalog,
      });
      siteStacks.set(site.name, made);
      return made;
    }
    return new ControlPlaneStack(app, stack.name, {
      document,
      siteStack: siteStacks.get(site.name)!,
      ...controlPlaneOf(site, stack.controlPlane),
    });
  });
}

function controlPlaneOf(site: SiteDesign, name: string) {
  for (const cluster of site.clusters) {
    const controlPlane = cluster.controlPlanes.find((each) => each.name === name);
    if (controlPlane) {
      return { cluster, controlPlane };
    }
  }
  throw new Error(`no control plane "${name}" on site "${site.name}"`);
}

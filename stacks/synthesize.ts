import { App } from 'cdktf';
import type { BlueprintDocument } from '../blueprints/language/document';
import type { Finding } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import { TargetRegistry } from '../constructs/targets/registry';
import { basisJson, designBlueprint, type HallToStack } from '../design';
import type { BasisOfDesign } from '../design/basis';
import type { HallDesign } from '../design/hall';
import { hallFiles } from '../exports';
import { buildStacks } from './build';
import { escapeDeep } from './escape';
import { type OutputFile, OutputFolder } from './output-folder';
import { stableJson } from './stable-json';
import type { WattformStack } from './wattform-stack';

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
  /** Owned halls as they were designed, by the name of their site. Empty when the design refuses the blueprint. */
  readonly halls: ReadonlyMap<string, HallDesign>;
}

/**
 * A blueprint becomes a folder of Terraform: designed, built, written.
 * @throws OutputFolderError when the folder cannot be written; what stood there stays whole
 */
export function synthesizeBlueprint(document: BlueprintDocument, options: SynthesisOptions): SynthesisResult {
  const registry = options.registry ?? TargetRegistry.builtIn();
  const context = { catalog: options.catalog, profiles: registry.profiles() };
  const { basis, findings, halls, records } = designBlueprint(document, context);
  if (basis === undefined) {
    return { findings, files: [], halls };
  }
  const folder = new OutputFolder(options.outdir);
  const files = folder.withStaging((staging) => {
    const made = [
      ...buildFiles({ document, basis, records }, staging, registry, options),
      ...hallFiles(document, halls, options),
    ];
    folder.replace(staging, made);
    return made.map((file) => file.path).sort();
  });
  return { basis, findings, files, halls };
}

/** What a blueprint was designed to. */
export interface Designed {
  readonly document: BlueprintDocument;
  readonly basis: BasisOfDesign;
  readonly records: Map<string, HallToStack>;
}

function buildFiles(
  designed: Designed,
  staging: string,
  registry: TargetRegistry,
  options: SynthesisOptions,
): OutputFile[] {
  const app = new App({ outdir: staging, stackTraces: false });
  const { basis } = designed;
  // Records of halls, and what is recorded beside them, go through tables, which escape on their own.
  const escaped = { ...designed, document: escapeDeep(designed.document), basis: escapeDeep(basis) };
  const stacks = buildStacks(app, escaped, designed.document, registry, options);
  for (const stack of stacks) {
    stack.prepareStack();
  }
  const files = stacks.map((stack) => {
    stack.runAllValidations();
    return stackFile(app.manifest.forStack(stack).synthesizedStackPath, stack);
  });
  return [
    ...files,
    { path: 'manifest.json', content: stableJson(app.manifest.buildManifest()) },
    { path: 'basis-of-design.json', content: stableJson(basisJson(basis)) },
  ];
}

/** Its text is made when it is written, and not kept: a campus has a thousand of them. */
function stackFile(path: string, stack: WattformStack): OutputFile {
  return {
    path,
    get content() {
      return stack.toText();
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RunError, readSynthesized, type StackConfiguration, type SynthesizedStack } from '../../engine';

/** Where a stack keeps its state, as its own configuration says. */
export interface StateBackend {
  /** `s3`, `azurerm`, `remote`, …; `cloud` for the block of that name, and `local` when the configuration names none. */
  readonly kind: string;
  readonly arguments: { readonly [name: string]: unknown };
}

/** A stack, and what a runner has to know of its configuration. */
export interface PipelineStack extends SynthesizedStack {
  readonly state: StateBackend;
  /** Local names of the providers that it configures, `aws` among them, in the order of the alphabet. */
  readonly providers: string[];
  /** Of its AWS provider. @default - it has none, or takes its region from elsewhere */
  readonly region?: string;
}

/** What a pipeline is written for. */
export interface PipelineDesign {
  readonly name: string;
  /** Of the synthesized folder, from the root of the repository that the runner checks out; with `/`. */
  readonly folder: string;
  /** Each after those that it depends on. */
  readonly stacks: PipelineStack[];
}

interface ProviderBlock {
  readonly region?: unknown;
}

interface Configuration extends StackConfiguration {
  readonly provider?: { readonly [name: string]: ProviderBlock | ProviderBlock[] };
}

/**
 * Reads a synthesized folder, of a blueprint or of any other app of cdktf.
 * @param folder where it is on this machine
 * @param place where it is in the repository
 * @throws RunError when the folder is not a synthesis
 */
export function readDesign(folder: string, place: string): PipelineDesign {
  const stacks = readSynthesized(folder);
  return {
    name: nameOf(folder),
    folder: place,
    stacks: stacks.map((stack) => ({ ...stack, ...facts(readJson<Configuration>(folder, stack.file)) })),
  };
}

/** Only a blueprint names its design; another app's is named by its folder. */
function nameOf(folder: string): string {
  if (existsSync(join(folder, 'basis-of-design.json'))) {
    return readJson<{ readonly name: string }>(folder, 'basis-of-design.json').name;
  }
  return basename(resolve(folder)).replaceAll(/[^A-Za-z0-9_-]/g, '-');
}

function facts({
  terraform = {},
  provider = {},
}: Configuration): Pick<PipelineStack, 'state' | 'providers' | 'region'> {
  const states = Object.entries({ ...terraform.backend, ...(terraform.cloud && { cloud: terraform.cloud }) });
  const [[kind, settings] = ['local', {}]] = states;
  const region = [provider['aws'] ?? []].flat().find((block) => typeof block.region === 'string')?.region;
  return {
    state: { kind, arguments: ([settings].flat()[0] ?? {}) as StateBackend['arguments'] },
    providers: Object.keys(provider).sort(),
    ...(typeof region === 'string' && { region }),
  };
}

function readJson<T>(folder: string, name: string): T {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  } catch (error) {
    throw new RunError(
      `${folder} is not the output of a synthesis: ${name}: ${(error as Error).message}`,
      'wattform synth writes one',
    );
  }
}

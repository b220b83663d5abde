import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { SynthesizedStack } from '../engine';
import { REMOTE_STATE, RunError, type StackConfiguration } from '../engine';
import type { ProviderSchema } from './host/schema';
import { shippedSchema } from './schemas';

/** A stack as it is rehearsed: a copy whose states lie beside the copies. */
export interface PrivateStack extends SynthesizedStack {
  /** Where the engine runs. */
  readonly home: string;
  /** What the engine reads: one member a line. */
  readonly text: string;
  readonly configuration: StackConfiguration;
  /** Of the providers that it requires. */
  readonly schemas: ProviderSchema[];
}

/** What an engine leaves beside a configuration: a state above all must not come along. */
const LEFT_BY_ENGINES = /^\.terraform(\.lock\.hcl|\.tfstate\.lock\.info)?$|\.tfstate(\.|$)/;

/**
 * Copies every stack below `work`. In the copy a stack has no backend, so that its state lies beside it, and reads the states of
 * the other copies.
 * @throws RunError when a stack holds what would reach out of the copy, or what nothing here can play
 */
export function copyPrivately(folder: string, stacks: SynthesizedStack[], work: string): PrivateStack[] {
  const originals = stacks.map((stack) => readConfiguration(join(folder, stack.file)));
  const states = originals.map((original, index) => ({
    backend: original.terraform?.backend ?? {},
    path: join(work, 'stacks', stacks[index]!.name, 'terraform.tfstate'),
  }));
  return stacks.map((stack, index) => {
    const configuration = originals[index]!;
    const schemas = schemasFor(stack, configuration);
    refuseWhatIsReal(stack, configuration, schemas);
    delete configuration.terraform?.backend;
    delete configuration.terraform?.cloud;
    for (const [name, data] of Object.entries(configuration.data?.[REMOTE_STATE] ?? {})) {
      const path = stateRead(states, data.backend ?? '', data.config ?? {});
      if (path === undefined) {
        throw new RunError(
          `stack ${stack.name}: data.${REMOTE_STATE}.${name} reads a state that belongs to no stack of the folder`,
        );
      }
      configuration.data![REMOTE_STATE]![name] = { '//': data['//'], backend: 'local', config: { path } };
    }
    const home = join(work, 'stacks', stack.name);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    cpSync(join(folder, stack.directory), home, {
      recursive: true,
      dereference: true,
      filter: (source) => !LEFT_BY_ENGINES.test(basename(source)),
    });
    const text = JSON.stringify(configuration, null, 2);
    writeFileSync(join(home, basename(stack.file)), text);
    return { ...stack, home, text, configuration, schemas };
  });
}

function readConfiguration(file: string): StackConfiguration {
  return JSON.parse(readFileSync(file, 'utf8')) as StackConfiguration;
}

/** A reader may leave out arguments that only a writer needs, such as a lock. */
function stateRead(
  states: { readonly backend: { readonly [kind: string]: object }; readonly path: string }[],
  kind: string,
  config: { readonly [argument: string]: unknown },
): string | undefined {
  return states.find(({ backend }) => {
    const written = backend[kind] as { readonly [argument: string]: unknown } | undefined;
    return written && Object.keys(config).every((argument) => isDeepStrictEqual(config[argument], written[argument]));
  })?.path;
}

function schemasFor(stack: SynthesizedStack, { terraform = {} }: StackConfiguration): ProviderSchema[] {
  return Object.entries(terraform.required_providers ?? {}).map(([name, { source = name }]) => {
    const schema = shippedSchema(source);
    if (schema !== undefined) return schema;
    throw new RunError(`stack ${stack.name} requires provider ${source}, whose schema does not ship with wattform`);
  });
}

const BUILT_IN = ['terraform_data', REMOTE_STATE];

function refuseWhatIsReal(stack: SynthesizedStack, configuration: StackConfiguration, schemas: ProviderSchema[]): void {
  if (configuration.module !== undefined) {
    throw new RunError(`stack ${stack.name} has modules, which an engine would fetch; a rehearsal fetches nothing`);
  }
  for (const [type, named] of Object.entries(configuration.resource ?? {})) {
    for (const [name, resource] of Object.entries(named)) {
      if (resource.provisioner !== undefined) {
        throw new RunError(`stack ${stack.name}: ${type}.${name} has a provisioner, which would run for real`);
      }
    }
  }
  const known = schemas.flatMap((schema) => [...Object.keys(schema.resources), ...Object.keys(schema.dataSources)]);
  const used = [...Object.keys(configuration.resource ?? {}), ...Object.keys(configuration.data ?? {})];
  const unknown = used.filter((type) => !known.includes(type) && !BUILT_IN.includes(type));
  if (unknown.length > 0) {
    throw new RunError(
      `stack ${stack.name} uses types whose schema does not ship with wattform: ${unknown.join(', ')}`,
      'rehearsals know the types that the constructs of wattform use',
    );
  }
}

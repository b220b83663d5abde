import { RunError } from '../engine';
import { addressOf, type Block } from './configuration/block';
import { placeOf } from './configuration/place';
import type { ProviderRequirement } from './configuration/requirements';
import type { ProviderSchema } from './host/schema';
import { schemaFor } from './schemas';

/** By what the providers of a stack are played. */
export interface StackSchemas {
  readonly schemas: ProviderSchema[];
  /** Types of the resources of the stack. */
  readonly resourceTypes: string[];
  /** Types that no schema has, each with the first block that uses it. */
  readonly unknown: {
    readonly type: string;
    readonly address: string;
    readonly place: string;
    readonly hint: string;
  }[];
  /** Types whose schema was rebuilt from installed bindings. */
  readonly rebuilt: string[];
}

/**
 * The schemas by which the providers of a stack are played.
 * @param lookIn folders from which installed bindings are looked for
 * @throws RunError when nothing is known of a provider, with the types that need it
 */
export function schemasFor(
  stack: string,
  requirements: ProviderRequirement[],
  lookIn: string[],
  show: (file: string) => string,
): StackSchemas {
  const all: {
    schemas: ProviderSchema[];
    unknown: StackSchemas['unknown'];
    rebuilt: string[];
    resourceTypes: string[];
  } = {
    schemas: [],
    resourceTypes: requirements.flatMap(({ resources }) => [...resources.keys()]),
    unknown: [],
    rebuilt: [],
  };
  for (const { source, resources, dataSources } of requirements) {
    const used = { resources: [...resources.keys()], dataSources: [...dataSources.keys()] };
    const { schema, unknown, rebuilt } = schemaFor(source, used, lookIn);
    const hint = hintFor(source);
    const blocks = new Map<string, Block>([...dataSources, ...resources]);
    if (schema === undefined) {
      const [first] = blocks.values();
      const where = first === undefined ? '' : `${placeOf(first, show(first.file))}: `;
      const types = blocks.size === 0 ? '' : ` for ${[...blocks.keys()].sort().join(', ')}`;
      throw new RunError(`${where}stack ${stack} needs provider ${source}${types}, of which no schema is known`, hint);
    }
    // An engine finds a provider by the address that the configuration gives it, host included.
    all.schemas.push({ ...schema, source });
    all.rebuilt.push(...rebuilt);
    for (const type of unknown) {
      const block = blocks.get(type)!;
      all.unknown.push({ type, address: addressOf(block), place: placeOf(block, show(block.file)), hint });
    }
  }
  return all;
}

/** Bindings of HashiCorp's own providers have names that can be told. */
function hintFor(source: string): string {
  const [namespace, name] = source.split('/').slice(-2);
  const known = namespace === 'hashicorp' ? `npm install @cdktf/provider-${name}` : 'npm install them, or cdktf get';
  return `schemas are read from the cdktf bindings of a provider where none ships; beside the folder: ${known}`;
}

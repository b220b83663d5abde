import { addressOf, type Block, nested } from './block';
import type { Module } from './module-tree';

/** What a stack needs of one provider. */
export interface ProviderRequirement {
  /** `hashicorp/aws`, with the host when one is written. */
  readonly source: string;
  /** Types, each with the first block that uses it. */
  readonly resources: Map<string, Block>;
  readonly dataSources: Map<string, Block>;
}

/** Types that need no provider beside the engine. */
const BUILT_IN = 'terraform';

/**
 * The providers of a stack: required by name, or implied by the first word of a type, as an engine implies them. Modules each
 * have names of their own for providers.
 */
export function requirementsOf(modules: Module[]): ProviderRequirement[] {
  const bySource = new Map<string, ProviderRequirement>();
  for (const { blocks } of modules) {
    const sources = requiredSources(blocks);
    const requirement = (name: string): ProviderRequirement => {
      const source = sources.get(name) ?? `hashicorp/${name}`;
      const found = bySource.get(source) ?? { source, resources: new Map(), dataSources: new Map() };
      bySource.set(source, found);
      return found;
    };
    for (const name of sources.keys()) requirement(name);
    for (const block of blocks) {
      if (block.kind === 'provider') requirement(block.labels[0]!);
    }
    for (const block of [...blocks, ...blocks.flatMap(dataOfChecks)]) {
      const name = providerOf(block);
      if (name === undefined || name === BUILT_IN) continue;
      const { resources, dataSources } = requirement(name);
      const types = block.kind === 'data' ? dataSources : resources;
      if (block.kind !== 'ephemeral' && !types.has(block.labels[0]!)) types.set(block.labels[0]!, block);
    }
  }
  return [...bySource.values()];
}

/** The data sources that stand inside the `check` blocks of a module. */
export function dataOfChecks({ kind, body, file }: Block): Block[] {
  if (kind !== 'check') return [];
  return nested(body['data']).flatMap((types) =>
    Object.entries(types).flatMap(([type, named]) =>
      nested(named).flatMap((names) =>
        Object.entries(names).flatMap(([name, value]) =>
          nested(value).map((inner) => ({ kind: 'data', labels: [type, name], body: inner, file })),
        ),
      ),
    ),
  );
}

function requiredSources(blocks: Block[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const terraform of blocks.filter(({ kind }) => kind === 'terraform')) {
    for (const [name, wanted] of nested(terraform.body['required_providers']).flatMap(Object.entries)) {
      // Before Terraform 0.13 this was the version alone.
      const source = typeof wanted === 'object' ? (wanted as { source?: unknown } | null)?.source : undefined;
      if (name !== '//') sources.set(name, typeof source === 'string' ? qualified(source) : `hashicorp/${name}`);
    }
  }
  return sources;
}

function qualified(source: string): string {
  return source.includes('/') ? source : `hashicorp/${source}`;
}

/** The local name of the provider of a block: its `provider` argument, without alias, or the first word of its type. */
function providerOf(block: Block): string | undefined {
  if (!['resource', 'data', 'ephemeral'].includes(block.kind)) return undefined;
  const { provider } = block.body;
  const named = typeof provider === 'string' ? /^(?:\$\{)?\s*([\w-]+)/.exec(provider)?.[1] : undefined;
  return named ?? block.labels[0]!.split('_')[0];
}

/** Of all modules, by address in their module: the path of the construct that made a block. */
export function constructPathsOf(modules: Module[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const block of modules.flatMap(({ blocks }) => blocks)) {
    const about = block.body['//'] as { metadata?: { path?: unknown } } | undefined;
    const path = typeof about === 'object' ? about?.metadata?.path : undefined;
    if (typeof path === 'string') paths.set(addressOf(block), path);
  }
  return paths;
}

import type { PolicyResource } from './subject-types';
import { blocksAt, isMap, type Values, valuesAt } from './terraform';

/** What is known of a stack beside its Terraform. */
export interface StackOrigin {
  readonly name: string;
  readonly site?: string;
  readonly cluster?: string;
  blueprintPathOf(constructPath: string | undefined): string[] | undefined;
}

/** Resources of a stack, in the order of the alphabet. Undefined: this is no Terraform JSON. */
export function resourcesOf(terraform: unknown, origin: StackOrigin): PolicyResource[] | undefined {
  if (!isMap(terraform)) return undefined;
  const { resource = {} } = terraform;
  if (!isMap(resource)) return undefined;
  const { name: stack, site, cluster } = origin;
  return sorted(resource).flatMap(([type, named]) =>
    sorted(isMap(named) ? named : {}).map(([name, body]) => {
      const constructPath = pathIn(body);
      const blueprintPath = origin.blueprintPathOf(constructPath);
      return {
        stack,
        ...(site !== undefined && { site }),
        ...(cluster !== undefined && { cluster }),
        type,
        name,
        address: `${type}.${name}`,
        ...(constructPath !== undefined && { constructPath }),
        ...(blueprintPath !== undefined && { blueprintPath }),
        body: oneBody(body),
        defaultTags: defaultTags(terraform, type),
      };
    }),
  );
}

/** An engine also reads the body of a resource in a list of one. */
function oneBody(body: unknown): Values {
  const [first] = Array.isArray(body) ? body : [body];
  return isMap(first) ? first : {};
}

function pathIn(body: unknown): string | undefined {
  const [path] = valuesAt(oneBody(body), '//.metadata.path');
  return typeof path === 'string' ? path : undefined;
}

/** Tags of the provider that the first word of a type names. A resource of an aliased provider gets those of the first. */
function defaultTags(terraform: Values, type: string): { readonly [key: string]: string } {
  const provider = type.split('_', 1)[0]!;
  const [tags = {}] = blocksAt(terraform, `provider.${provider}.default_tags.tags`);
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]));
}

function sorted(map: Values): [string, unknown][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

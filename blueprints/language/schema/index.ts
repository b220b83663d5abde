import { cluster } from './cluster';
import { freeText, type JsonSchema, map, named } from './json-schema';
import { policy } from './policy';
import { site } from './site';
import { state } from './state';
import { name } from './texts';

export type { JsonSchema } from './json-schema';

/** Version of the language. */
export const LANGUAGE_VERSION = 1;

/** Where the published schema lives; the first line of a blueprint may name it for editors. */
export const SCHEMA_ID = 'https://wattform.dev/schema/blueprint-1.json';

/** Clouds take 50 tags a resource (AWS and Azure); ten are left to wattform's own. */
const MOST_TAGS = 40;

/** The JSON Schema (draft-07) of a blueprint whose sites stand on these targets. */
export function blueprintSchema(targets: string[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_ID,
    title: 'wattform blueprint',
    ...map({
      description: 'One AI data center: where it stands, its clusters, their accelerators, fabric and stores.',
      required: ['wattform', 'name', 'sites', 'clusters'],
      properties: {
        wattform: { type: 'integer', description: 'Version of the language.', const: LANGUAGE_VERSION },
        name: { ...name('design'), description: "Name of the design; prefix of every resource's name." },
        description: freeText('What the design is for, in a sentence.', 4096),
        owner: freeText('Who answers for it: a team or an address; becomes a tag.', 256),
        tags: {
          type: 'object',
          title: 'tag',
          description: 'Tags put on every resource that takes tags.',
          maxProperties: MOST_TAGS,
          propertyNames: { type: 'string', description: 'Key of a tag.', minLength: 1, maxLength: 128 },
          additionalProperties: { type: 'string', description: 'Value of a tag.', maxLength: 256 },
        },
        state: state(),
        sites: named({
          entry: 'site',
          description: 'The places that hold capacity, by name.',
          name: name('site'),
          value: site(targets),
        }),
        clusters: named({
          entry: 'cluster',
          description: 'The clusters, by name.',
          name: name('cluster'),
          value: cluster(),
        }),
        policy: policy(),
      },
    }),
  };
}

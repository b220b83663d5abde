import Ajv from 'ajv';

/**
 * What Atlantis reads of a repository's atlantis.yaml: its keys, their types, and what it refuses. Atlantis publishes no JSON
 * Schema; this states the rules of its own reader, where unknown keys are errors: server/core/config/raw/repo_cfg.go (commit
 * 028e71a) and project.go (06ebfdb), and of server/core/config/parser_validator.go that names are unique. Keys that no pipeline
 * writes are left out, and so would be refused here.
 */
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'projects'],
  properties: {
    version: { enum: [2, 3] },
    automerge: { type: 'boolean' },
    parallel_plan: { type: 'boolean' },
    parallel_apply: { type: 'boolean' },
    abort_on_execution_order_fail: { type: 'boolean' },
    projects: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['dir'],
        properties: {
          // Only characters that a URL takes unescaped, and "/".
          name: { type: 'string', pattern: '^[A-Za-z0-9_.~/-]+$' },
          branch: { type: 'string', pattern: '^/.*/$' },
          dir: { type: 'string', minLength: 1, not: { pattern: '\\.\\.|[*?[]' } },
          workspace: { type: 'string' },
          execution_order_group: { type: 'integer' },
          depends_on: { type: 'array', items: { type: 'string' } },
          terraform_distribution: { enum: ['terraform', 'opentofu'] },
          terraform_version: { type: 'string', pattern: '^v?\\d+\\.\\d+\\.\\d+' },
          autoplan: {
            type: 'object',
            additionalProperties: false,
            properties: { enabled: { type: 'boolean' }, when_modified: { type: 'array', items: { type: 'string' } } },
          },
        },
      },
    },
  },
};

export interface AtlantisProject {
  readonly name: string;
  readonly dir: string;
  readonly branch: string;
  readonly execution_order_group: number;
  readonly depends_on?: string[];
  readonly terraform_distribution: string;
  readonly autoplan: { readonly enabled: boolean; readonly when_modified: string[] };
}

const valid = new Ajv({ allErrors: true }).compile<{ readonly projects: AtlantisProject[] }>(SCHEMA);

/** What Atlantis would refuse. */
export function complaintsOfAtlantis(config: unknown): string[] {
  if (!valid(config)) return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const names = config.projects.map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two projects are named ${name}`);
}

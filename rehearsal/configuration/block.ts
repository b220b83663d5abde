/** A block of Terraform's language, however it was written. */
export interface Block {
  /** `resource`, `data`, `terraform`, `module`. */
  readonly kind: string;
  /** Of a resource its type and its name. */
  readonly labels: string[];
  readonly body: Body;
  /** The file that it stands in: an absolute path. */
  readonly file: string;
}

/** Arguments and nested blocks. An expression is text in `${}`; a nested block is an object or a list of them. */
export interface Body {
  readonly [name: string]: unknown;
}

/** How many labels the blocks of a kind have. */
const LABELS: { readonly [kind: string]: number } = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  provider: 1,
  module: 1,
  variable: 1,
  output: 1,
  check: 1,
  terraform: 0,
};

/** The blocks of a file in the JSON form of the language, in which every level may be an object or a list of objects. */
export function blocksIn(document: unknown, file: string): Block[] {
  return nested(document).flatMap((root) =>
    Object.entries(root).flatMap(([kind, value]) => {
      const count = LABELS[kind];
      return count === undefined ? [] : labelled(value, count, []).map((each) => ({ kind, file, ...each }));
    }),
  );
}

function labelled(value: unknown, count: number, labels: string[]): { labels: string[]; body: Body }[] {
  return nested(value).flatMap((each) => {
    if (count === 0) return [{ labels, body: each }];
    return Object.entries(each)
      .filter(([name]) => name !== '//')
      .flatMap(([name, inner]) => labelled(inner, count - 1, [...labels, name]));
  });
}

/** The bodies of nested blocks: of none, of one, or of a list. */
export function nested(value: unknown): Body[] {
  if (Array.isArray(value)) return value.flatMap(nested);
  return typeof value === 'object' && value !== null ? [value as Body] : [];
}

/** The address of a resource or data source in its module, or else the block's kind with its labels. */
export function addressOf({ kind, labels }: Block): string {
  return kind === 'resource' ? labels.join('.') : [kind, ...labels].join('.');
}

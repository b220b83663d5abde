import { TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { StateDocument } from '../blueprints/language/document';
import { type TableRow, tableText, takeTables } from '../constructs/table';
import { configureBackend } from './backend';
import { stableJson } from './stable-json';

const HIDDEN_ID = 'Default';
const PLAIN_ID = /^[a-z][a-z0-9-]*$/;

/** Stands for a table until the text is made: no value of a design holds a control character. */
const TABLE_MARK = /"\\u0000table ([a-z0-9_-]+)"/g;
const LOCAL_INDENT = '    ';

function markOf(name: string): string {
  return `\u0000table ${name}`;
}

export interface WattformStackProps {
  /** The design's name: prefix of state keys. */
  readonly design: string;
  /** @default - the local backend, beside the output folder */
  readonly state?: StateDocument;
}

/**
 * A stack whose resource addresses are readable and stable: the construct path joined by `_`, the hidden levels left out.
 * An address follows from names alone, so adding or reordering anything else never renames it.
 */
export class WattformStack extends TerraformStack {
  private readonly owners = new Map<string, string>();
  private readonly tables = new Map<string, () => TableRow[]>();

  constructor(scope: Construct, id: string, props: WattformStackProps) {
    super(scope, id);
    takeTables(this, (name, rows) => this.tables.set(name, rows));
    configureBackend(this, id, props);
  }

  /** The configuration as it is written. Tables are plain data: they go past the CDK, which would search each value for its tokens. */
  public toText(): string {
    const configuration = this.toTerraform() as { readonly locals?: object };
    if (this.tables.size === 0) return stableJson(configuration);
    const marks = [...this.tables.keys()].map((name) => [name, markOf(name)]);
    const text = stableJson({ ...configuration, locals: { ...configuration.locals, ...Object.fromEntries(marks) } });
    return text.replace(TABLE_MARK, (_mark, name: string) => tableText(this.tables.get(name)!(), LOCAL_INDENT));
  }

  /** True when this stack comes after the other. The CDK's own walks every way there, and stacks of a hall have very many. */
  public override dependsOn(stack: TerraformStack): boolean {
    const seen = new Set<TerraformStack>();
    const open = [...this.dependencies];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === stack) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...next.dependencies);
    }
    return false;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : (element as Node);
    const ids = node.scopes
      .slice(node.scopes.indexOf(this) + 1)
      .map((construct) => construct.node.id)
      .filter((each) => each !== HIDDEN_ID);
    // Ids outside our own alphabet (the CDK's cross-stack outputs, a partner's constructs) could make two paths join to one name.
    if (!ids.every((each) => PLAIN_ID.test(each))) {
      return super.allocateLogicalId(element);
    }
    const address = ids.join('_');
    this.claim(address, element, node);
    return address;
  }

  /** The CDK merges two elements of one address in silence; that would lose a resource. */
  private claim(address: string, element: TerraformElement | Node, node: Node): void {
    const kind = TerraformElement.isTerraformElement(element)
      ? (Reflect.get(element, 'terraformResourceType') ?? element.constructor.name)
      : 'node';
    const key = `${String(kind)}.${address}`;
    const owner = this.owners.get(key);
    if (owner !== undefined && owner !== node.path) {
      throw new Error(`${node.path} and ${owner} would share the Terraform address ${key}; give one another id`);
    }
    this.owners.set(key, node.path);
  }
}

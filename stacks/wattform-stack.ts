import { TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { StateDocument } from '../blueprints/language/document';
import { type TableRows, takeTables } from '../constructs/table';
import { configureBackend } from './backend';

const HIDDEN_ID = 'Default';
const PLAIN_ID = /^[a-z][a-z0-9-]*$/;

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
  private readonly tables = new Map<string, TableRows>();

  constructor(scope: Construct, id: string, props: WattformStackProps) {
    super(scope, id);
    takeTables(this, (name, rows) => this.tables.set(name, rows));
    configureBackend(this, id, props);
  }

  /** Tables are plain data: they go past the CDK, which would search each value for its tokens. */
  public override toTerraform(): object {
    const configuration = super.toTerraform();
    if (this.tables.size === 0) return configuration;
    const locals = Reflect.get(configuration, 'locals') as object | undefined;
    return { ...configuration, locals: { ...locals, ...Object.fromEntries(this.tables) } };
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

import { DataResource, Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { NodePool } from './node-pool';

/**
 * The power limit, in the Terraform itself: a precondition that fails a plan whose pools could scale past what the site has.
 * A `check` block would only warn. The maximum is read from the node groups' own arguments, so an override or an edit of the
 * JSON is caught as well as a changed blueprint.
 */
export class PowerLimits extends Construct {
  /** The site's allotment and its parts; the parts may not add up to more than the whole. */
  public static ofSite(
    scope: Construct,
    allotmentKw: number,
    budgetsKw: { readonly [controlPlane: string]: number },
  ): PowerLimits {
    const limits = new PowerLimits(scope, allotmentKw);
    const resource = limits.record({ allotment_kw: allotmentKw, budgets_kw: budgetsKw });
    const self = resource.fqn;
    precondition(
      resource,
      `\${sum(concat([0], ${listOf(Object.values(budgetsKw))})) <= ${allotmentKw}}`,
      `the power budgets of the control planes add up to more than the site's allotment of ${allotmentKw} kW (${self})`,
    );
    return limits;
  }

  /** A cluster's part of the allotment, which {@link addPool} is held against. */
  public static ofCluster(scope: Construct, budgetKw: number): PowerLimits {
    const limits = new PowerLimits(scope, budgetKw);
    const resource = limits.record({ budget_kw: budgetKw });
    precondition(
      resource,
      Lazy.stringValue({ produce: () => `\${${limits.drawExpression()} <= ${budgetKw}}` }),
      Lazy.stringValue({
        produce: () =>
          `the node pools could scale to $\{${limits.drawExpression()}} kW, past this cluster's ${budgetKw} kW of the site's power allotment`,
      }),
    );
    return limits;
  }

  private readonly pools: NodePool[] = [];
  private readonly limitKw: number;

  private constructor(scope: Construct, limitKw: number) {
    super(scope, 'power');
    this.limitKw = limitKw;
  }

  /**
   * Holds a pool against the budget.
   * @throws when the pools together could draw more. A pool whose power nobody knows counts for nothing here:
   *   the design says that the limit is not claimed.
   */
  public addPool(pool: NodePool): void {
    this.pools.push(pool);
    const drawKw = this.pools.reduce((sum, each) => sum + maximumNodes(each) * (nodePowerKw(each) ?? 0), 0);
    // Adding kW figures in binary leaves dust far below a watt; a milliwatt of slack forgives it and nothing else.
    if (drawKw > this.limitKw + 1e-6) {
      throw new Error(
        `${pool.node.path}: the pools could draw ${round(drawKw)} kW, over the ${this.limitKw} kW that the cluster has; ask for fewer accelerators or a larger power budget`,
      );
    }
  }

  private record(input: { readonly [key: string]: unknown }): DataResource {
    return new DataResource(this, 'limit', { input });
  }

  private drawExpression(): string {
    const terms = this.pools
      .filter((pool) => nodePowerKw(pool) !== undefined)
      .map((pool) => `${pool.resources.maximumNodesExpression} * ${nodePowerKw(pool)}`);
    return terms.length > 0 ? `floor((${terms.join(' + ')}) * 1000) / 1000` : '0';
  }
}

function precondition(resource: DataResource, condition: string, errorMessage: string): void {
  resource.addOverride('lifecycle.precondition', [{ condition, error_message: errorMessage }]);
}

function listOf(values: number[]): string {
  return `[${values.join(', ')}]`;
}

function nodePowerKw(pool: NodePool): number | undefined {
  return pool.design.nodePowerKw.value ?? undefined;
}

function maximumNodes(pool: NodePool): number {
  return pool.groups.reduce((sum, group) => sum + group.maxNodes, 0);
}

function round(kw: number): number {
  return Math.round(kw * 1000) / 1000;
}

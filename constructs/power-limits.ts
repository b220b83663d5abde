import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { NodePool } from './node-pool';
import { TerraformData } from './terraform-data';

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
    // Two resources, because a condition may not refer to the resource that it stands on.
    const budgets = new TerraformData(limits, 'budgets', { budgets_kw: budgetsKw });
    const limit = new TerraformData(limits, 'limit', { allotment_kw: allotmentKw });
    limit.addOverride('lifecycle.precondition', [
      {
        condition: `\${sum(concat([0], values(${budgets.fqn}.input.budgets_kw))) <= ${allotmentKw}}`,
        error_message: `the power budgets of the control planes add up to more than the site's allotment of ${allotmentKw} kW`,
      },
    ]);
    return limits;
  }

  /** A cluster's part of the allotment, which {@link addPool} is held against. */
  public static ofCluster(scope: Construct, budgetKw: number): PowerLimits {
    const limits = new PowerLimits(scope, budgetKw);
    const limit = new TerraformData(limits, 'limit', { budget_kw: budgetKw });
    limit.addOverride('lifecycle.precondition', Lazy.anyValue({ produce: () => limits.clusterConditions() }));
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

  /** None as long as no pool draws a known power: the engine refuses a condition that refers to nothing. */
  private clusterConditions(): object[] | undefined {
    const terms = this.pools
      .filter((pool) => nodePowerKw(pool) !== undefined)
      .map((pool) => `${pool.resources.maximumNodesExpression} * ${nodePowerKw(pool)}`);
    if (terms.length === 0) {
      return undefined;
    }
    const draw = `floor((${terms.join(' + ')}) * 1000) / 1000`;
    return [
      {
        condition: `\${${draw} <= ${this.limitKw}}`,
        error_message: `the node pools could scale to \${${draw}} kW, past this cluster's ${this.limitKw} kW of the site's power allotment`,
      },
    ];
  }
}

function nodePowerKw(pool: NodePool): number | undefined {
  return pool.design.nodePowerKw.value;
}

function maximumNodes(pool: NodePool): number {
  return pool.groups.reduce((sum, group) => sum + group.maxNodes, 0);
}

function round(kw: number): number {
  return Math.round(kw * 1000) / 1000;
}

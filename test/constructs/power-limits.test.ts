import type { TerraformResource } from 'cdktf';
import { App, TerraformStack } from 'cdktf';
import { Accelerator } from '../../constructs/accelerator';
import { Cluster } from '../../constructs/cluster';
import { Site } from '../../constructs/site';
import { TargetRegistry } from '../../constructs/targets/registry';
import { partnerTarget } from '../support/partner-target';
import { temporaryFolder } from '../support/synthesized';

const target = TargetRegistry.builtIn().with('partner', partnerTarget).target('partner');

function clusterWith(powerAllotmentKw: number): { cluster: Cluster; stack: TerraformStack } {
  const stack = new TerraformStack(new App({ outdir: temporaryFolder() }), 'hall');
  const site = new Site(stack, 'lisbon', { target, region: 'eu-lisbon-1', powerAllotmentKw });
  return { cluster: new Cluster(stack, 'research', { site }), stack };
}

function preconditionOf(stack: TerraformStack): { condition: string; error_message: string } {
  stack.prepareStack();
  const limits = Object.values<{ lifecycle?: { precondition: [{ condition: string; error_message: string }] } }>(
    stack.toTerraform().resource.terraform_data,
  ).filter((each) => each.lifecycle?.precondition);
  expect(limits).toHaveLength(1);
  return limits[0].lifecycle!.precondition[0];
}

describe('the power limit', () => {
  const pool = { accelerator: Accelerator.named('h100-sxm'), count: 16 };

  test('stands in the Terraform, over the most that each pool may scale to', () => {
    const { cluster, stack } = clusterWith(50);
    cluster.addNodePool('one', pool);
    cluster.addNodePool('two', pool);
    const { condition, error_message } = preconditionOf(stack);
    expect(condition.match(/input\.maximum\]\) \* 10\.2/g)).toHaveLength(2);
    expect(condition).toMatch(/<= 50\}$/);
    expect(error_message).toContain("this cluster's 50 kW");
  });

  test('refuses the pool that would pass it, naming both numbers', () => {
    const { cluster } = clusterWith(30);
    cluster.addNodePool('one', pool);
    expect(() => cluster.addNodePool('two', pool)).toThrow(/40\.8 kW, over the 30 kW/);
  });

  test('holds exactly: a load equal to the limit passes', () => {
    const { cluster } = clusterWith(20.4);
    expect(cluster.addNodePool('one', pool).design.nodes).toBe(2);
  });

  test('a resource can be changed by the transform of the pool, and by path', () => {
    const { cluster, stack } = clusterWith(50);
    const seen: string[] = [];
    const made = cluster.addNodePool('one', {
      ...pool,
      transform: {
        apply(resource: TerraformResource) {
          seen.push(resource.terraformResourceType);
        },
      },
    });
    (made.node.defaultChild as TerraformResource).addOverride('input.type', 'mine');
    stack.prepareStack();
    expect(seen).toEqual(['terraform_data']);
    expect(JSON.stringify(stack.toTerraform())).toContain('"type":"mine"');
  });
});

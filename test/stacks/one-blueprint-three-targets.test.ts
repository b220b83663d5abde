import { TargetRegistry } from '../../constructs/targets/registry';
import type { BasisOfDesign } from '../../design/basis';
import { documentOf, synthesized } from '../support/synthesized';

/** One line says where the site is built; nothing else differs. */
const SITES: { readonly [target: string]: string } = {
  aws: '{ target: aws, region: us-east-1, zone: us-east-1a, power: { allotment: 3 MW } }',
  azure: '{ target: azure, region: swedencentral, zone: "1", power: { allotment: 3 MW } }',
  netbox: '{ target: netbox, region: sweden, zone: north, power: { allotment: 3 MW } }',
};

const blueprint = (target: string) => `
wattform: 1
name: portable
owner: platform@example.org
sites:
  here: ${SITES[target]}
clusters:
  frontier:
    site: here
    purpose: training
    scheduler: kubernetes
    pools:
      large: { accelerators: { model: h100-sxm, count: 256 }, fabric: { rdma: required } }
      small: { accelerators: { model: a100-80gb, count: 64 }, fabric: { rdma: none } }
  answers: { site: here, purpose: inference, scheduler: kubernetes, accelerators: { model: h200-sxm, count: 32 } }
`;

/** What a reader of the blueprint asked for, whoever builds it. */
function topology({ sites, totals }: BasisOfDesign): object {
  return {
    accelerators: totals.accelerators,
    sites: sites.map(({ name, power, clusters }) => ({
      name,
      allotmentKw: power.allotmentKw,
      clusters: clusters.map((cluster) => ({
        name: cluster.name,
        purpose: cluster.purpose,
        scheduler: cluster.scheduler,
        controlPlanes: cluster.controlPlanes.map((plane) => ({
          name: plane.name,
          pools: plane.pools.map(({ pool, accelerators }) => ({ pool, accelerators })),
        })),
        pools: cluster.pools.map((pool) => ({
          name: pool.name,
          model: pool.acceleratorId,
          accelerators: pool.accelerators,
          nodes: pool.nodes,
          perNode: pool.acceleratorsPerNode,
          capacity: pool.capacity.mode,
          rdma: pool.rdma,
        })),
      })),
    })),
  };
}

/** kW that the whole site may draw, and whether each control plane is held to its part of it. */
function limits(target: string): object {
  const { stacks } = synthesized(documentOf(blueprint(target)));
  const planes = ['here-answers', 'here-frontier'].map((stack) => {
    const held = Object.entries(stacks[stack]!.resource!.terraform_data!).find(([id]) =>
      id.endsWith('power_limit'),
    )![1];
    return { stack, condition: /<= (\d|\.)+/.test(held.lifecycle.precondition[0].condition) };
  });
  const site = Object.entries(stacks.here!.resource!.terraform_data!).find(([id]) => id.endsWith('power_limit'))![1];
  return { planes, site: site.input.allotment_kw };
}

const targets = TargetRegistry.builtIn().names();

test('every target has its line here', () => {
  expect(Object.keys(SITES)).toEqual(targets);
});

describe.each(targets.filter((target) => target !== 'aws'))('with one line changed from aws to %s', (target) => {
  test('exactly one line differs', () => {
    const [one, other] = [blueprint('aws').split('\n'), blueprint(target).split('\n')];
    expect(one.filter((line, at) => line !== other[at])).toHaveLength(1);
  });

  test('clusters, pools, accelerators and nodes are the same', () => {
    const of = (name: string) => topology(synthesized(documentOf(blueprint(name))).result.basis!);
    expect(of(target)).toEqual(of('aws'));
  });

  test('the same limits stand in the Terraform', () => {
    expect(limits(target)).toEqual(limits('aws'));
  });
});

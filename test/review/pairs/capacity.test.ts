import { Action, Verdict } from '../../../review';
import { AWS, AZURE, addressesOf, blockedOf, changeOf, edited, figure, tellAll } from '../support';

const GROUP = 'aws_eks_node_group.tuning_pool_workers_group["1"]';
const POOL = 'azurerm_kubernetes_cluster_node_pool.tuning_pool_workers_pool["1"]';
const RESERVED = edited(AWS, ['mode: on-demand', 'mode: reserved, reservation: cr-0123456789abcdef0']);

tellAll('capacity', [
  {
    title: 'a pool that grows is updated in place, and the quotas must grow before',
    base: AWS,
    head: edited(AWS, ['count: 16', 'count: 32']),
    tell({ exitCode, review }) {
      expect([exitCode, review.verdict]).toEqual([0, Verdict.CHANGES]);
      expect(addressesOf(review, Action.UPDATE)).toEqual([`ohio-tuning/${GROUP}`]);
      const { values, place, constructPath } = changeOf(review, GROUP);
      expect(values).toEqual([
        { path: 'scaling_config[0].max_size', before: 2, after: 4 },
        { path: 'scaling_config[0].min_size', before: 2, after: 4 },
      ]);
      expect(place).toMatchObject({ side: 'head', line: 12, path: ['clusters', 'tuning', 'accelerators'] });
      expect(constructPath).toBe('ohio-tuning/tuning/pool/workers/Default/group');
      expect(figure(review, 'accelerators/h100-sxm', 'ohio')).toEqual([16, 32]);
      expect(figure(review, 'it-load', 'ohio')).toEqual([20.4, 40.8]);
      expect(figure(review, 'price-hour', 'ohio')).toEqual([110.08, 220.16]);
      const [before, after] = figure(review, 'carbon', 'ohio');
      expect(after! / before!).toBeCloseTo(2, 3);
      expect(review.preflight.find(({ subject }) => subject.startsWith('Running On-Demand P'))).toMatchObject({
        level: 'warn',
        before: 384,
        after: 768,
      });
    },
  },
  {
    title: 'a pool that shrinks frees power and money, and asks for nothing',
    base: edited(AWS, ['count: 16', 'count: 32']),
    head: AWS,
    tell({ exitCode, review }) {
      expect(exitCode).toBe(0);
      expect(review.counts).toMatchObject({ update: 1, replace: 0, destroy: 0 });
      expect(figure(review, 'nodes')).toEqual([4, 2]);
      expect(review.preflight).toEqual([]);
    },
  },
  {
    title: 'the same on Azure',
    base: AZURE,
    head: edited(AZURE, ['count: 16', 'count: 32']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(0);
      expect(changeOf(review, POOL).values.map(({ path }) => path)).toEqual(['max_count', 'min_count']);
      expect(figure(review, 'accelerators/h100-sxm')).toEqual([16, 32]);
    },
  },
  {
    title: 'a minimum alone changes no figure',
    base: AWS,
    head: edited(AWS, ['count: 16', 'count: 16, minimum: 0']),
    tell({ exitCode, review, text }) {
      expect(exitCode).toBe(0);
      expect(changeOf(review, GROUP).values).toEqual([{ path: 'scaling_config[0].min_size', before: 2, after: 0 }]);
      expect(text).not.toContain('Design');
    },
  },
  {
    title: 'another vendor replaces the pool, and says which argument forces it',
    base: AZURE,
    head: edited(AZURE, ['h100-sxm', 'mi300x']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toEqual([POOL]);
      expect(changeOf(review, POOL)).toMatchObject({ action: Action.REPLACE, forcedBy: ['name'] });
      expect(figure(review, 'accelerators/h100-sxm', 'ohio')).toEqual([16, 0]);
      expect(figure(review, 'accelerators/mi300x', 'ohio')).toEqual([0, 16]);
    },
  },
  {
    title: 'an older accelerator replaces the node group by its instance type, and the tag that follows it',
    base: AWS,
    head: edited(AWS, ['h100-sxm', 'a100-80gb']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(changeOf(review, GROUP).forcedBy).toEqual(['instance_types']);
      expect(review.cascades).toHaveLength(1);
      expect(review.cascades[0]!.cause).toMatchObject({ address: GROUP, forcedBy: ['instance_types'] });
      const [before, after] = figure(review, 'bf16', 'ohio');
      expect(after!).toBeLessThan(before!);
    },
  },
  {
    title: 'spot replaces the pool, and its price is unknown and not zero',
    base: AWS,
    head: edited(AWS, ['mode: on-demand', 'mode: spot']),
    tell({ review, exitCode, text }) {
      expect(exitCode).toBe(4);
      expect(changeOf(review, GROUP).forcedBy).toEqual(['capacity_type']);
      expect(figure(review, 'price-hour', 'ohio')).toEqual([110.08, null]);
      expect(text).toMatch(/price, USD\/h +110\.08 +unknown +unknown/);
    },
  },
  {
    title: 'a reservation must be there before the deploy, and its placement group goes',
    base: AWS,
    head: RESERVED,
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toEqual(['aws_placement_group.tuning_pool_workers_fabric_placement']);
      expect(review.preflight).toContainEqual(
        expect.objectContaining({ level: 'warn', subject: 'reservation cr-0123456789abcdef0', after: 2 }),
      );
    },
  },
  {
    title: 'another reservation is an update of the launch template, and the new one must hold the nodes',
    base: RESERVED,
    head: edited(RESERVED, ['cr-0123456789abcdef0', 'cr-0123456789abcdef1']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(0);
      const [value] = changeOf(review, 'aws_launch_template.tuning_pool_workers_template').values;
      expect(value).toMatchObject({ before: 'cr-0123456789abcdef0', after: 'cr-0123456789abcdef1' });
      expect(review.preflight.map(({ subject }) => subject)).toEqual(['reservation cr-0123456789abcdef1']);
    },
  },
  {
    title: 'a capacity block replaces the pool',
    base: AWS,
    head: edited(AWS, ['mode: on-demand', 'mode: block, reservation: cr-0123456789abcdef0']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toContain(GROUP);
      expect(changeOf(review, GROUP).forcedBy).toEqual(['capacity_type']);
    },
  },
  {
    title: 'a smaller allotment changes what is checked and nothing that stands',
    base: AWS,
    head: edited(AWS, ['100 kW', '50 kW']),
    tell({ review, exitCode, text }) {
      expect(exitCode).toBe(0);
      expect(review.changes.every(({ type, action }) => type === 'terraform_data' && action === Action.UPDATE)).toBe(
        true,
      );
      expect(text).toContain('input.budget_kw: 100 → 50');
      expect(review.figures!.find((each) => each.figure === 'it-load' && each.site === 'ohio')).toMatchObject({
        limit: 50,
      });
    },
  },
]);

import { Action, Verdict } from '../../../review';
import { AWS, addressesOf, blockedOf, changeOf, edited, tellAll } from '../support';

const LUSTRE = edited(AWS, [
  'datasets: { kind: object }',
  'datasets: { kind: object }\n      scratch: { kind: parallel, capacity: 9600 GiB, throughput: 1 GB/s }',
]);
const BUCKET = 'aws_s3_bucket.ohio_store_tuning_datasets_bucket';

/** How a cluster of one pool says what the pool is. */
const POOL_ASK = `    accelerators: { model: h100-sxm, count: 16 }
    capacity: { mode: on-demand }
    fabric: { rdma: required }
`;
const pools = (name: string): string =>
  `    pools: { ${name}: { accelerators: { model: h100-sxm, count: 16 }, fabric: { rdma: required } } }\n`;

tellAll('names, storage and access', [
  {
    title: 'a comment, another order of keys and another form of a quantity are no change',
    base: AWS,
    head: `# reviewed\n${edited(AWS, ['name: small\nowner: platform@example.org', 'owner: platform@example.org\nname: small'], ['100 kW', '0.1 MW'])}`,
    tell({ exitCode, review, text }) {
      expect([exitCode, review.verdict]).toEqual([0, Verdict.NO_CHANGE]);
      expect(review).toMatchObject({ changes: [], stacks: [], formOnly: [] });
      expect(text.split('\n')[1]).toBe('no change');
    },
  },
  {
    title: 'another owner is one line for all that bears the tag',
    base: AWS,
    head: edited(AWS, ['owner: platform@example.org', 'owner: research@example.org']),
    tell({ exitCode, review, text }) {
      expect(exitCode).toBe(0);
      const [tagged] = review.groups.filter(({ values }) => values.some(({ path }) => path === 'tags.owner'));
      expect(tagged!.members.length).toBeGreaterThan(40);
      expect(tagged!.values).toEqual([
        { path: 'tags.owner', before: 'platform@example.org', after: 'research@example.org' },
      ]);
      expect(text.split('\n').length).toBeLessThan(30);
    },
  },
  {
    title: 'another name of the design replaces what bears it',
    base: AWS,
    head: edited(AWS, ['name: small', 'name: large']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toContain('aws_eks_cluster.tuning_cluster');
      expect(changeOf(review, 'aws_eks_cluster.tuning_cluster').forcedBy).toContain('name');
    },
  },
  {
    title: 'a cluster with another name: the bucket goes, and the stack is another one',
    base: AWS,
    head: edited(AWS, ['  tuning:', '  fine:']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toContain(BUCKET);
      expect(review.stacks.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
        'ohio changed',
        'ohio-fine built',
        'ohio-tuning removed',
      ]);
    },
  },
  {
    title: 'a pool with another name is another pool: its names differ, so nothing can be moved',
    base: edited(AWS, [POOL_ASK, pools('workers')]),
    head: edited(AWS, [POOL_ASK, pools('trainers')]),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toContain('aws_eks_node_group.tuning_pool_workers_group["1"]');
      expect(review.renames).toEqual([]);
      expect(review.counts.destroy).toBe(review.counts.create);
    },
  },
  {
    title: 'a bucket that goes is refused',
    base: AWS,
    head: edited(AWS, ['    storage:\n      datasets: { kind: object }\n', '']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toEqual([BUCKET]);
      expect(changeOf(review, BUCKET)).toMatchObject({
        action: Action.DESTROY,
        place: { side: 'base', line: 16 },
        stateful: { kind: 'object store', loses: 'its objects' },
      });
    },
  },
  {
    title: 'the same, when the reviewer names it',
    base: AWS,
    head: edited(AWS, ['    storage:\n      datasets: { kind: object }\n', '']),
    options: { allow: [`ohio/${BUCKET}`, 'nothing.*'] },
    tell({ exitCode, review }) {
      expect([exitCode, review.verdict]).toEqual([0, Verdict.CHANGES]);
      expect(review.guard).toMatchObject({ passed: true, unusedAllowances: ['nothing.*'] });
    },
  },
  {
    title: 'a bucket with another name is another bucket',
    base: AWS,
    head: edited(AWS, ['datasets:', 'corpora:']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toEqual([BUCKET]);
      expect(review.counts).toMatchObject({ destroy: 7, create: 7 });
    },
  },
  {
    title: 'a file system is created with what it needs',
    base: AWS,
    head: LUSTRE,
    tell({ exitCode, review }) {
      expect(exitCode).toBe(0);
      expect(addressesOf(review, Action.CREATE)).toContain(
        'ohio/aws_fsx_lustre_file_system.ohio_store_tuning_scratch_file-system',
      );
      expect(review.counts).toMatchObject({ destroy: 0, replace: 0 });
    },
  },
  {
    title: 'a file system cannot become smaller in place',
    base: LUSTRE,
    head: edited(LUSTRE, ['9600 GiB', '4800 GiB']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      const change = changeOf(review, 'aws_fsx_lustre_file_system.ohio_store_tuning_scratch_file-system');
      expect(change).toMatchObject({ action: Action.REPLACE, forcedBy: ['storage_capacity'] });
    },
  },
  {
    title: 'a fabric that is given up takes its placement group and its rules along',
    base: AWS,
    head: edited(AWS, ['rdma: required', 'rdma: none']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toEqual(['aws_placement_group.tuning_pool_workers_fabric_placement']);
      expect(review.counts.destroy).toBe(4);
    },
  },
  {
    title: 'an administrator more is access, and nothing else',
    base: AWS,
    head: edited(AWS, ['power: {', 'administrators: [arn:aws:iam::123456789012:role/ops], power: {']),
    tell({ exitCode, review }) {
      expect(exitCode).toBe(0);
      expect(review.counts).toMatchObject({ create: 2, update: 0, destroy: 0, replace: 0 });
    },
  },
  {
    title: 'another backend moves the states and changes no object',
    base: AWS,
    head: edited(AWS, ['owner:', 'state: { backend: http, address: https://state.example.org }\nowner:']),
    tell({ exitCode, review, text }) {
      expect([exitCode, review.verdict]).toEqual([0, Verdict.CHANGES]);
      expect(review.changes).toEqual([]);
      expect(review.stateMoves).toContainEqual({ stack: 'ohio', from: 'local', to: 'http' });
      expect(text).toContain('migrate it first');
    },
  },
  {
    title: 'a second cluster is a stack more, and the site shares its power anew',
    base: AWS,
    head: `${AWS}  serving: { site: ohio, purpose: inference, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 8 } }\n`,
    tell({ exitCode, review }) {
      expect(exitCode).toBe(0);
      expect(review.stacks.find(({ name }) => name === 'ohio-serving')).toMatchObject({ fate: 'built' });
      expect(review.counts).toMatchObject({ destroy: 0, replace: 0 });
      expect(changeOf(review, 'terraform_data.ohio_power_budgets').action).toBe(Action.UPDATE);
    },
  },
]);

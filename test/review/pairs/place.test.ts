import { Action, Verdict } from '../../../review';
import { AWS, AZURE, addressesOf, blockedOf, changeOf, edited, figure, tellAll } from '../support';

tellAll('places', [
  {
    title: 'another region replaces everything regional, by one cause',
    base: AWS,
    head: edited(AWS, ['us-east-2, zone: us-east-2b', 'us-west-2, zone: us-west-2b']),
    tell({ review, exitCode }) {
      expect([exitCode, review.verdict]).toEqual([4, Verdict.GUARDED]);
      const [largest] = review.cascades;
      expect(largest!.value).toMatchObject({ path: 'region', before: 'us-east-2', after: 'us-west-2' });
      expect(largest!.followers.length).toBeGreaterThan(50);
      expect(blockedOf(review)).toEqual(
        expect.arrayContaining(['aws_s3_bucket.ohio_store_tuning_datasets_bucket', 'aws_kms_key.ohio_key']),
      );
      const [before, after] = figure(review, 'carbon', 'ohio');
      expect(before).not.toBe(after);
    },
  },
  {
    title: 'the same on Azure, by its location',
    base: AZURE,
    head: edited(AZURE, ['swedencentral', 'westeurope']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(review.cascades.some(({ value }) => value?.path === 'location')).toBe(true);
      expect(blockedOf(review)).toContain('azurerm_kubernetes_cluster.tuning_cluster');
    },
  },
  {
    title: 'another zone replaces subnets, and the pool of another stack through them',
    base: AWS,
    head: edited(AWS, ['us-east-2b', 'us-east-2a']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      const group = changeOf(review, 'aws_eks_node_group.tuning_pool_workers_group["1"]');
      expect(group.cause).toMatchObject({
        stack: 'ohio',
        address: 'aws_subnet.ohio_network_subnet-fabric-1',
        through: 'subnet_ids',
      });
      expect(changeOf(review, 'aws_subnet.ohio_network_subnet-fabric-1').dependents.stacks).toEqual([
        'ohio',
        'ohio-tuning',
      ]);
      expect(blockedOf(review)).toEqual(['aws_eks_node_group.tuning_pool_workers_group["1"]']);
    },
  },
  {
    title: 'the same on Azure',
    base: AZURE,
    head: edited(AZURE, ['zone: "1"', 'zone: "2"']),
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(blockedOf(review)).toContain('azurerm_kubernetes_cluster_node_pool.tuning_pool_workers_pool["1"]');
      expect(review.cascades.some(({ value }) => value?.path === 'zones[]')).toBe(true);
    },
  },
  {
    title: 'another address block: one cause, and all that stands in the network',
    base: AWS,
    head: edited(AWS, ['zone: us-east-2b,', 'zone: us-east-2b, network: { cidr: 10.99.0.0/16 },']),
    tell({ review, text }) {
      expect(review.cascades).toHaveLength(1);
      const [{ cause, followers }] = review.cascades as [(typeof review.cascades)[number]];
      expect(cause).toMatchObject({ address: 'aws_vpc.ohio_network_vpc', forcedBy: ['cidr_block'] });
      expect(followers.length).toBe(review.counts.replace - 1);
      expect(text).toContain(
        `1 cause, ${followers.length} replacements: ohio/aws_vpc.ohio_network_vpc, forced by cidr_block`,
      );
    },
  },
  {
    title: 'a target moved from AWS to Azure destroys the one and creates the other',
    base: AWS,
    head: AZURE,
    tell({ review, exitCode }) {
      expect(exitCode).toBe(4);
      expect(review.counts).toMatchObject({ replace: 0, update: 0 });
      expect(
        addressesOf(review, Action.DESTROY).every((each) => each.includes('/aws_') || each.includes('/terraform_data')),
      ).toBe(true);
      expect(addressesOf(review, Action.CREATE).some((each) => each.includes('azurerm_kubernetes_cluster.'))).toBe(
        true,
      );
      expect(review.renames).toEqual([]);
      expect(figure(review, 'accelerators/h100-sxm')).toEqual([16, 16]);
      expect(review.preflight.map(({ subject }) => subject)).toContain('Total Regional vCPUs');
    },
  },
  {
    title: 'a second site is built, and nothing else is touched',
    base: AWS,
    head: `${edited(AWS, ['clusters:', '  gavle: { target: azure, region: swedencentral, zone: "1" }\nclusters:'])}  serving: { site: gavle, purpose: inference, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 8 } }\n`,
    tell({ review, exitCode, text }) {
      expect(exitCode).toBe(0);
      expect(review.stacks.map(({ name, fate }) => [name, fate])).toEqual([
        ['gavle', 'built'],
        ['gavle-serving', 'built'],
      ]);
      expect(figure(review, 'accelerators/h100-sxm')).toEqual([16, 24]);
      expect(text).toContain('stack gavle-serving is built');
    },
  },
  {
    title: 'a site with another name is another site: nothing moves between states by itself',
    base: AWS,
    head: AWS.replaceAll('ohio', 'columbus'),
    tell({ review, exitCode, text }) {
      expect(exitCode).toBe(4);
      expect(review.stacks.map(({ fate }) => fate)).toEqual(['built', 'built', 'removed', 'removed']);
      expect(review.renames.every(({ sameStack }) => !sameStack)).toBe(true);
      expect(text).toContain('stack ohio-tuning is removed');
    },
  },
]);

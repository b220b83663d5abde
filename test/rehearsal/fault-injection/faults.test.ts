import { withEngines } from '../support';
import { CLUSTER, OBJECTS, said, under } from './folder';

const NODE_GROUP = 'aws_eks_node_group.workers';
const ADDON = 'aws_eks_addon.dns';

withEngines('under a fault', (engine) => {
  test('without capacity a node group stands and is replaced; all before it is built once', async () => {
    const { ok, recovery, cloud, faults } = await under(engine, ['capacity@aws_eks_node_group']);
    expect(said(recovery)).toMatch(
      /\(small:workers\) create: unexpected state 'CREATE_FAILED'.* InsufficientInstanceCapacity - We currently do not have sufficient p5\.48xlarge capacity in the Availability Zone you requested \(us-east-2b\)/,
    );
    expect(recovery.failures[0]).toMatchObject({ address: NODE_GROUP, step: 'apply' });
    const [left] = recovery.left;
    expect(left).toMatchObject({ tainted: [NODE_GROUP], missing: [ADDON] });
    expect(left!.standing).toMatchObject({ aws_eks_cluster: 1, aws_eks_node_group: 1 });
    expect(recovery).toMatchObject({ recovered: true, unknown: [], remains: [] });
    expect([ok, faults]).toEqual([true, []]);
    expect(recovery.retried).toMatchObject([{ created: { aws_eks_node_group: 1, aws_eks_addon: 1 } }]);
    expect(cloud.created('aws_eks_cluster')).toBe(1);
    expect(cloud.created()).toBe(OBJECTS + 1);
    expect(cloud.objects()).toEqual([]);
  });

  test('a machine that is named is the only one that is missing', async () => {
    const asked = await under(engine, ['quota@p5.48xlarge', 'capacity@p4d.24xlarge']);
    expect(said(asked.recovery)).toMatch(/VcpuLimitExceeded - You have requested more vCPU capacity/);
    expect(asked.recovery.asked.map(({ struck }) => struck)).toEqual([1, 0]);
    expect(asked.recovery.recovered).toBe(false);
  });

  test('an error of the API ends the deploy; the next one begins where it stopped, and builds nothing twice', async () => {
    const { recovery, cloud } = await under(engine, ['error@4']);
    expect(said(recovery)).toMatch(/creating aws_iam_role \(nodes\): .*StatusCode: 500, api error InternalError/);
    expect(recovery.left[0]).toMatchObject({ standing: { aws_vpc: 1, aws_subnet: 2 }, tainted: [] });
    expect(recovery.left[0]!.missing).toHaveLength(OBJECTS - 3);
    expect(recovery.recovered).toBe(true);
    expect(cloud.created()).toBe(OBJECTS);
  });

  test('a few refusals for the rate cost time only, and many end the deploy', async () => {
    const few = await under(engine, ['throttle=2', 'latency=10ms..50ms']);
    expect(few.recovery).toMatchObject({ failures: [], recovered: true, retried: [] });
    expect(few.recovery.asked).toEqual([
      { asked: 'throttle=2', struck: 2 * OBJECTS },
      { asked: 'latency=10ms..50ms', struck: OBJECTS },
    ]);
    const many = await under(engine, ['throttle@aws_iam_role=30']);
    expect(said(many.recovery)).toMatch(/exceeded maximum number of attempts, 25, .*Throttling: Rate exceeded/);
    expect(many.recovery).toMatchObject({ recovered: true, asked: [{ struck: 25 }] });
  });

  test('a latency is waited for', async () => {
    const { stacks } = await under(engine, ['latency@aws_vpc=1500ms']);
    expect(stacks[0]!.steps.find(({ step }) => step === 'apply')!.seconds).toBeGreaterThan(1.5);
  });

  test('tags that somebody took are noticed by the next plan and put back', async () => {
    const { recovery, cloud } = await under(engine, ['drift']);
    expect(recovery.failures).toMatchObject([
      { step: 'plan again', address: 'aws_vpc.net', detail: 'it wants to update aws_vpc.net' },
    ]);
    expect(recovery).toMatchObject({ recovered: true, left: [{ missing: [] }] });
    expect(cloud.created()).toBe(OBJECTS);
    expect(cloud.log.filter(({ action }) => action === 'drift')).toHaveLength(1);
  });

  test('an object that somebody deleted is built again', async () => {
    const { recovery, cloud } = await under(engine, ['drift@aws_eks_addon=deleted']);
    expect(said(recovery)).toContain(`it wants to create ${ADDON}`);
    expect(recovery).toMatchObject({ recovered: true, left: [{ missing: [ADDON] }] });
    expect(cloud.created('aws_eks_addon')).toBe(2);
  });

  test('what never happened shows nothing', async () => {
    const { ok, recovery } = await under(engine, ['error@5000']);
    expect(ok).toBe(false);
    expect(recovery).toMatchObject({ recovered: false, failures: [], asked: [{ asked: 'error@5000', struck: 0 }] });
  });

  test('a pool that Azure could not fill is in no state, and the next deploy does not get past it', async () => {
    const { azurerm_kubernetes_cluster_node_pool: pool, ...azure } = AZURE;
    const { ok, recovery, faults } = await under(engine, ['capacity'], {
      ...azure,
      azurerm_kubernetes_cluster_node_pool: pool,
    });
    expect(said(recovery)).toMatch(/ZonalAllocationFailed.*sufficient capacity for the requested VM size in this zone/);
    expect(recovery.unknown).toEqual([
      expect.objectContaining({ id: expect.stringMatching(/managedClusters\/small\/agentPools\/gpu$/) }),
    ]);
    expect(recovery.left).toMatchObject([{ tainted: [], missing: ['azurerm_kubernetes_cluster_node_pool.gpu'] }]);
    expect(faults).toMatchObject([
      { summary: expect.stringContaining('already exists - to be managed via Terraform') },
    ]);
    expect([ok, recovery.recovered]).toEqual([false, false]);
  });
});

const AZURE = {
  azurerm_resource_group: { rg: { name: 'rg', location: 'swedencentral' } },
  azurerm_kubernetes_cluster: {
    c: {
      name: 'small',
      location: 'swedencentral',
      resource_group_name: '${azurerm_resource_group.rg.name}',
      dns_prefix: 'small',
      identity: { type: 'SystemAssigned' },
      default_node_pool: { name: 'system', vm_size: 'Standard_D8s_v5', node_count: 1 },
    },
  },
  azurerm_kubernetes_cluster_node_pool: {
    gpu: {
      name: 'gpu',
      kubernetes_cluster_id: '${azurerm_kubernetes_cluster.c.id}',
      vm_size: 'Standard_ND96isr_H100_v5',
      node_count: 2,
      zones: ['1'],
    },
  },
};

test('the cluster has as many objects as the tests count', () => {
  expect(Object.values(CLUSTER).flatMap((named) => Object.keys(named))).toHaveLength(OBJECTS);
});

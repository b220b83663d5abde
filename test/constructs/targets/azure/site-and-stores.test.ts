import fs from 'node:fs';
import path from 'node:path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Testing } from 'cdktf';
import { target } from '../../../../constructs/targets/azure';
import { AzureCluster } from '../../../../constructs/targets/azure/cluster';
import { AzureNetwork } from '../../../../constructs/targets/azure/network';
import { AzureParallelFileSystem } from '../../../../constructs/targets/azure/parallel-file-system';
import { AzureSite } from '../../../../constructs/targets/azure/site';
import type { IStoreResources } from '../../../../constructs/targets/contract';
import {
  addCluster,
  addNetwork,
  addPool,
  addProvider,
  addSite,
  all,
  only,
  poolDesign,
  SampleStack,
  SUBSCRIPTION,
  type Synthesized,
  sampleStack,
  TAGS,
} from './samples';

const VNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub`;
const EXISTING = {
  region: 'swedencentral',
  networkId: VNET,
  cidr: '10.8.0.0/16',
  systemSubnetIds: [`${VNET}/subnets/system`],
  fabricSubnetIds: [`${VNET}/subnets/fabric`],
};

describe('the provider', () => {
  test('is made once, for the site’s subscription, and signs in to storage with Entra', () => {
    const stack = sampleStack();
    addProvider(stack);
    const providers = JSON.parse(Testing.synth(stack)).provider.azurerm;
    expect(providers).toEqual([expect.objectContaining({ subscription_id: SUBSCRIPTION, storage_use_azuread: true })]);
  });

  test('of the program’s own is left alone', () => {
    const stack = new SampleStack(Testing.app(), 'mine');
    new AzurermProvider(stack, 'mine', { features: [{}] });
    addProvider(stack);
    expect(JSON.parse(Testing.synth(stack)).provider.azurerm).toEqual([{ features: [{}] }]);
  });
});

describe('the network', () => {
  test('leaves by a gateway with addresses as the fabric grows, in one block', () => {
    const addresses = (fabricAddresses: number) => {
      const stack = sampleStack();
      addNetwork(stack, { fabricAddresses });
      return Object.keys(only(stack.synthesized(), 'azurerm_public_ip').for_each);
    };
    expect(addresses(10)).toEqual(['1']);
    expect(addresses(2500)).toEqual(['1', '2', '3']);
    expect(addresses(30000)).toHaveLength(16);
  });

  test('names no zone where the site has none', () => {
    const stack = sampleStack();
    addNetwork(stack, { zone: undefined });
    const out = stack.synthesized();
    expect(only(out, 'azurerm_nat_gateway')).not.toHaveProperty('zones');
    expect(only(out, 'azurerm_public_ip')).not.toHaveProperty('zones');
  });

  test('that exists is used by its ids', () => {
    const stack = sampleStack();
    const network = target.importNetwork(stack.scopeOf('network'), EXISTING);
    const cluster = addCluster(stack, addSite(stack, network));
    addPool(stack, cluster, poolDesign());
    const out = stack.synthesized();
    expect(all(out, 'azurerm_virtual_network')).toEqual([]);
    expect(only(out, 'azurerm_kubernetes_cluster').default_node_pool.vnet_subnet_id).toBe(`${VNET}/subnets/system`);
    expect(only(out, 'azurerm_kubernetes_cluster_node_pool').vnet_subnet_id).toBe(`${VNET}/subnets/fabric`);
    expect(all(out, 'azurerm_private_endpoint').every((each) => each.subnet_id === `${VNET}/subnets/system`)).toBe(
      true,
    );
  });

  test('that exists without a fabric subnet, or on InfiniBand’s block, is refused', () => {
    const scope = sampleStack().scopeOf('network');
    expect(() => target.importNetwork(scope, { ...EXISTING, fabricSubnetIds: [] })).toThrow(/fabricSubnetIds/);
    expect(() => target.importNetwork(scope, { ...EXISTING, cidr: '172.16.0.0/12' })).toThrow(/172\.16\.0\.0\/16/);
  });
});

describe('stores', () => {
  test('a file system without a storage subnet is refused', () => {
    const stack = sampleStack();
    const site = addSite(stack, target.importNetwork(stack.scopeOf('network'), EXISTING));
    const design = {
      name: 's',
      capacityGib: 4096,
      throughputGbps: 2,
      tier: 't',
      rdma: false,
      zone: '1',
      why: [],
      sources: [],
    };
    expect(() => target.createParallelFileSystem(stack.scopeOf('s'), { name: 's', site, design, tags: {} })).toThrow(
      /storageSubnetId/,
    );
  });

  test('a file system has its size, its zone, and a key that its identity may use first', () => {
    const stack = sampleStack();
    const site = addSite(stack, addNetwork(stack));
    const design = {
      name: 'scratch',
      capacityGib: 104 * 1024,
      throughputGbps: 26,
      tier: 'AMLFS-Durable-Premium-250',
      rdma: false,
      zone: '2',
      why: [],
      sources: [],
    };
    const made = target.createParallelFileSystem(stack.scopeOf('scratch'), {
      name: 'open-scratch',
      site,
      design,
      tags: TAGS,
    });
    const fileSystem = only(stack.synthesized(), 'azurerm_managed_lustre_file_system');
    expect(fileSystem).toMatchObject({
      sku_name: 'AMLFS-Durable-Premium-250',
      storage_capacity_in_tb: 104,
      zones: ['2'],
      subnet_id: '${azurerm_subnet.network_storage_subnet.id}',
    });
    expect(AzureParallelFileSystem.of(made).address).toBeTruthy();
    expect(fileSystem.depends_on).toEqual(expect.arrayContaining(['azurerm_role_assignment.scratch_key-use']));
  });

  test('a service account of the cluster acts as an identity that may write the store', () => {
    const stack = sampleStack();
    const site = addSite(stack, addNetwork(stack));
    const cluster = addCluster(stack, site);
    const store = target.createObjectStore(stack.scopeOf('datasets'), {
      name: 'open-datasets',
      site,
      design: { name: 'datasets' },
      tags: TAGS,
    });
    target.createWorkloadIdentity(stack.scopeOf('identity'), {
      name: 'open-data',
      cluster,
      namespace: 'workloads',
      serviceAccount: 'data',
      objectStores: [store],
      tags: TAGS,
    });
    const out = stack.synthesized();
    expect(only(out, 'azurerm_federated_identity_credential')).toMatchObject({
      subject: 'system:serviceaccount:workloads:data',
      audience: ['api://AzureADTokenExchange'],
      issuer: '${azurerm_kubernetes_cluster.cluster_cluster.oidc_issuer_url}',
    });
    expect(out.resource.azurerm_role_assignment['identity_access_open-datasets']).toMatchObject({
      role_definition_name: 'Storage Blob Data Contributor',
      scope: '${azurerm_storage_container.datasets_container.id}',
    });
  });
});

describe('objects of another target', () => {
  test('are refused by name', () => {
    class Vpc {
      readonly networkId = 'vpc-1';
    }
    expect(() => AzureNetwork.of(new Vpc())).toThrow(/expected a network of the azure target, got Vpc/);
    expect(() => AzureSite.of({ network: new Vpc() })).toThrow(/expected a site/);
    expect(() => AzureCluster.of({ clusterName: 'eks', endpoint: '' })).toThrow(/expected a cluster/);
    const stack = sampleStack();
    const cluster = addCluster(stack, addSite(stack, addNetwork(stack)));
    const bucket: IStoreResources = { storeId: 'arn:aws:s3:::bucket' };
    expect(() =>
      target.createWorkloadIdentity(stack.scopeOf('identity'), {
        name: 'x',
        cluster,
        namespace: 'n',
        serviceAccount: 's',
        objectStores: [bucket],
        tags: {},
      }),
    ).toThrow(/expected an object store/);
  });
});

test('a cluster in a stack of its own reads the site’s state and depends on nothing across it', () => {
  const app = Testing.app();
  const siteStack = sampleStack(app, 'gavle');
  const clusterStack = sampleStack(app, 'gavle-mixed');
  const site = addSite(siteStack, addNetwork(siteStack));
  addPool(clusterStack, addCluster(clusterStack, site), poolDesign());
  app.synth();
  const out: Synthesized = JSON.parse(
    fs.readFileSync(path.join(app.outdir, 'stacks', 'gavle-mixed', 'cdk.tf.json'), 'utf8'),
  );
  fs.rmSync(app.outdir, { recursive: true });
  const cluster = only(out, 'azurerm_kubernetes_cluster');
  expect(JSON.stringify(out.resource)).not.toMatch(/\$\{[^}]*\bazurerm_(subnet|disk_encryption_set|resource_group)\./);
  expect(cluster.disk_encryption_set_id).toMatch(/^\$\{data\.terraform_remote_state\./);
  const own = Object.entries(out.resource).flatMap(([type, blocks]) =>
    Object.keys(blocks).map((address) => `${type}.${address}`),
  );
  for (const address of cluster.depends_on) {
    expect(own).toContain(address);
  }
});

test('two syntheses are the same to the byte', () => {
  const once = () => {
    const stack = sampleStack();
    const site = addSite(stack, addNetwork(stack));
    addPool(stack, addCluster(stack, site), poolDesign());
    return JSON.stringify(stack.synthesized());
  };
  expect(once()).toBe(once());
});

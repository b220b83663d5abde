import { AwsCluster, target } from '../../../../constructs/targets/aws';
import { type Json, makeWorld, synth, type WorldProps } from './samples';

function cluster(props: WorldProps = {}) {
  return synth(makeWorld(props).clusterStack);
}

test('a private control plane with encrypted secrets and all logs', () => {
  const made = cluster();
  const eks = made.one('aws_eks_cluster');
  expect(eks).toMatchObject({
    name: 'demo-frontier',
    bootstrap_self_managed_addons: false,
    deletion_protection: false,
    access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: true },
    enabled_cluster_log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' },
    vpc_config: { endpoint_private_access: true, endpoint_public_access: false },
  });
  expect(eks.encryption_config.resources).toEqual(['secrets']);
  expect(eks.vpc_config.subnet_ids).toHaveLength(3);
  expect(eks.version).toBeUndefined();
  expect(cluster({ version: '1.34' }).one('aws_eks_cluster').version).toBe('1.34');
});

test('the log group stands first, with key and retention', () => {
  const made = cluster();
  const [id, group] = Object.entries(made.all('aws_cloudwatch_log_group'))[0]!;
  expect(group).toMatchObject({ name: '/aws/eks/demo-frontier/cluster', retention_in_days: 365 });
  expect(group.kms_key_id).toMatch(/^\$\{.*aws_kms_key/);
  expect(made.one('aws_eks_cluster').depends_on).toContain(`aws_cloudwatch_log_group.${id}`);
});

test('administrators get an access entry each, with the cluster policy', () => {
  const administrators = ['arn:aws:iam::012345678901:role/b', 'arn:aws:iam::012345678901:role/a'];
  const made = cluster({ site: { administrators } });
  const forEach = '${toset(["arn:aws:iam::012345678901:role/b", "arn:aws:iam::012345678901:role/a"])}';
  expect(made.one('aws_eks_access_entry')).toMatchObject({ for_each: forEach, principal_arn: '${each.key}' });
  expect(made.one('aws_eks_access_policy_association')).toMatchObject({
    for_each: forEach,
    access_scope: { type: 'cluster' },
  });
  expect(made.one('aws_eks_access_policy_association').policy_arn).toContain('AmazonEKSClusterAdminPolicy');
  expect(cluster().all('aws_eks_access_entry')).toEqual({});
});

describe('add-ons', () => {
  function addon(made: ReturnType<typeof cluster>, name: string): Json {
    return Object.values(made.all('aws_eks_addon')).find((each: Json) => each.addon_name === name);
  }

  test('the ones that a node needs come before any node', () => {
    const made = cluster();
    const before = Object.entries(made.all('aws_eks_addon'))
      .filter(([, each]) => ['vpc-cni', 'eks-pod-identity-agent'].includes(each.addon_name))
      .map(([id]) => `aws_eks_addon.${id}`);
    expect(before).toHaveLength(2);
    expect(made.one('aws_eks_node_group').depends_on).toEqual(expect.arrayContaining(before));
    for (const id of before) {
      expect(made.all('aws_eks_addon')[id.split('.')[1]!].depends_on ?? []).not.toContainEqual(
        expect.stringContaining('aws_eks_node_group'),
      );
    }
  });

  test('the others wait for the system nodes', () => {
    const made = cluster();
    for (const name of ['coredns', 'kube-proxy', 'eks-node-monitoring-agent', 'aws-ebs-csi-driver']) {
      expect(addon(made, name).depends_on).toContainEqual(expect.stringContaining('aws_eks_node_group'));
    }
  });

  test('the pod network delegates prefixes, as the address plan assumes', () => {
    expect(JSON.parse(addon(cluster(), 'vpc-cni').configuration_values).env).toEqual({
      ENABLE_PREFIX_DELEGATION: 'true',
      MINIMUM_IP_TARGET: '16',
      WARM_IP_TARGET: '1',
    });
  });

  test('drivers of stores come only where stores are used', () => {
    const names = (made: ReturnType<typeof cluster>) =>
      Object.values(made.all('aws_eks_addon')).map((each: Json) => each.addon_name);
    expect(names(cluster())).not.toContain('aws-fsx-csi-driver');
    expect(names(cluster())).not.toContain('aws-mountpoint-s3-csi-driver');
    const both = names(cluster({ usesParallelFileSystem: true, usesObjectStore: true }));
    expect(both).toEqual(expect.arrayContaining(['aws-fsx-csi-driver', 'aws-mountpoint-s3-csi-driver']));
  });

  test('roles trust only their own service account in this cluster', () => {
    const made = cluster();
    const role = Object.values(made.all('aws_iam_role')).find((each: Json) => each.name.endsWith('-vpc-cni')) as Json;
    const [statement] = JSON.parse(role.assume_role_policy).Statement;
    expect(statement).toMatchObject({
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/kubernetes-namespace': 'kube-system',
          'aws:RequestTag/kubernetes-service-account': 'aws-node',
        },
      },
    });
    expect(statement.Condition.StringEquals['aws:RequestTag/eks-cluster-arn']).toMatch(
      /^\$\{aws_eks_cluster\..*\.arn\}$/,
    );
  });
});

test('system nodes spread over the zones on an encrypted disk', () => {
  const made = cluster();
  const group = made.one('aws_eks_node_group');
  expect(group).toMatchObject({
    node_group_name: 'system',
    ami_type: 'AL2023_x86_64_STANDARD',
    instance_types: ['m7i.2xlarge'],
    scaling_config: { min_size: 3, desired_size: 3, max_size: 3 },
    lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
  });
  expect(group.taint).toBeUndefined();
  expect(group.subnet_ids).toHaveLength(3);
});

test('metrics flow to the site’s workspace', () => {
  const [scraper] = Object.values(cluster().all('aws_prometheus_scraper')) as Json[];
  expect(scraper.destination[0].amp[0].workspace_arn).toContain('aws_prometheus_workspace');
  expect(scraper.scrape_configuration).toContain('job_name: kubernetes-pods');
  // Terraform reads `${` and leaves a lone dollar sign alone; Prometheus reads `$$` as one dollar sign and no group.
  expect(scraper.scrape_configuration).toContain('replacement: $1:$2');
  expect(scraper.scrape_configuration).not.toMatch(/\$\{|%\{|\$\$/);
});

test('the cluster is its own object only for this target', () => {
  expect(() => AwsCluster.of({ clusterName: 'aks', endpoint: 'https://x' })).toThrow(
    /cluster was not made by the target "aws"/,
  );
  expect(target.profile.name).toBe('aws');
});

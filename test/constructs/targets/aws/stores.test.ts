import { Construct } from 'constructs';
import { target } from '../../../../constructs/targets/aws';
import type { ParallelFileSystemDesign } from '../../../../design/basis';
import { addPool, type Json, makeWorld, poolDesign, synth, TAGS } from './samples';

const DESIGN: ParallelFileSystemDesign = {
  name: 'scratch',
  capacityGib: 614_400,
  throughputGbps: 150,
  tier: '250',
  rdma: true,
  zone: 'us-east-1a',
  why: [],
  sources: [],
};

function fileSystem(changes: Partial<ParallelFileSystemDesign> = {}) {
  const world = makeWorld();
  target.createParallelFileSystem(new Construct(world.siteStack, 'scratch'), {
    name: 'demo-virginia-scratch',
    site: world.site,
    design: { ...DESIGN, ...changes },
    tags: TAGS,
  });
  addPool(world, poolDesign());
  return { site: synth(world.siteStack), cluster: synth(world.clusterStack) };
}

function idOf(made: ReturnType<typeof synth>, type: string, start: string): string {
  return Object.keys(made.all(type)).find((id) => id.startsWith(start))!;
}

/** Rules as "source → destination ports", both ends. */
function flows(made: ReturnType<typeof synth>) {
  const name = (reference: string) => (reference.includes('storage-clients') ? 'clients' : 'servers');
  const ports = (rule: Json) =>
    rule.ip_protocol === '-1' ? 'all' : `${rule.ip_protocol} ${rule.from_port}-${rule.to_port}`;
  const rules = (type: string): Json[] =>
    Object.entries(made.all(type))
      .filter(([id]) => id.startsWith('scratch'))
      .map(([, rule]) => rule);
  return {
    in: rules('aws_vpc_security_group_ingress_rule')
      .map((rule) => `${name(rule.referenced_security_group_id)} → ${name(rule.security_group_id)} ${ports(rule)}`)
      .sort(),
    out: rules('aws_vpc_security_group_egress_rule')
      .map((rule) => `${name(rule.security_group_id)} → ${name(rule.referenced_security_group_id)} ${ports(rule)}`)
      .sort(),
  };
}

describe('a parallel file system', () => {
  test('is what was designed, encrypted, backed up and logged', () => {
    const { site } = fileSystem();
    expect(site.one('aws_fsx_lustre_file_system')).toMatchObject({
      deployment_type: 'PERSISTENT_2',
      storage_type: 'SSD',
      storage_capacity: 614_400,
      per_unit_storage_throughput: 250,
      metadata_configuration: { mode: 'AUTOMATIC' },
      efa_enabled: true,
      data_compression_type: 'LZ4',
      log_configuration: { level: 'WARN_ERROR' },
      timeouts: { create: '3h' },
    });
    expect(site.one('aws_fsx_lustre_file_system').kms_key_id).toContain('aws_kms_key');
    expect(site.one('aws_fsx_lustre_file_system').subnet_ids).toEqual([expect.stringContaining('subnet-storage')]);
  });

  test('over EFA, speaks with itself and the clients both ways', () => {
    const expected = ['clients → servers all', 'servers → clients all', 'servers → servers all'];
    expect(flows(fileSystem().site)).toEqual({ in: expected, out: expected });
  });

  test('over TCP, opens Lustre’s ports alone', () => {
    const { site } = fileSystem({ rdma: false });
    const expected = ['clients → servers', 'servers → clients', 'servers → servers'].flatMap((flow) => [
      `${flow} tcp 1018-1023`,
      `${flow} tcp 988-988`,
    ]);
    expect(flows(site)).toEqual({ in: expected, out: expected });
    expect(site.one('aws_fsx_lustre_file_system').efa_enabled).toBe(false);
  });

  test('every interface of every node is a client: RDMA has a way to the file system', () => {
    const { site, cluster } = fileSystem();
    const clients = idOf(site, 'aws_security_group', 'site_storage-clients');
    const template = cluster.one('aws_launch_template', idOf(cluster, 'aws_launch_template', 'workers'));
    for (const nic of template.network_interfaces) {
      expect(nic.security_groups).toContainEqual(expect.stringContaining(clients));
    }
    const system = cluster.one('aws_launch_template', idOf(cluster, 'aws_launch_template', 'frontier'));
    expect(system.vpc_security_group_ids).toContainEqual(expect.stringContaining(clients));
  });

  test('of another zone lies in that zone', () => {
    const { site } = fileSystem({ zone: 'us-east-1c' });
    expect(site.one('aws_fsx_lustre_file_system').subnet_ids).toEqual([expect.stringContaining('subnet-fabric-c')]);
  });
});

function objectStore(name = 'demo-virginia-datasets') {
  const world = makeWorld();
  const store = target.createObjectStore(new Construct(world.siteStack, 'datasets'), {
    name,
    site: world.site,
    design: { name: 'datasets' },
    tags: TAGS,
  });
  return { world, store };
}

describe('an object store', () => {
  const made = synth(objectStore().world.siteStack);

  test('has a name of the account, and is not thrown away', () => {
    const bucket = made.one('aws_s3_bucket');
    expect(bucket.bucket).toMatch(/^demo-virginia-datasets-\$\{data\.aws_caller_identity\..*\.account_id\}$/);
    expect(bucket.force_destroy).toBe(false);
  });

  test('leaves room for the account in a long name', () => {
    const [bucket] = Object.values(synth(objectStore('n'.repeat(61)).world.siteStack).all('aws_s3_bucket')) as Json[];
    expect(bucket.bucket.replace(/\$\{.*\}/, '012345678901').length).toBeLessThanOrEqual(63);
  });

  test('is versioned, encrypted, closed, tidied, and speaks TLS only', () => {
    expect(made.one('aws_s3_bucket_versioning').versioning_configuration.status).toBe('Enabled');
    const encryption = made.one('aws_s3_bucket_server_side_encryption_configuration').rule[0];
    expect(encryption.apply_server_side_encryption_by_default.sse_algorithm).toBe('aws:kms');
    expect(encryption.apply_server_side_encryption_by_default.kms_master_key_id).toContain('aws_kms_key');
    expect(made.one('aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(made.one('aws_s3_bucket_lifecycle_configuration').rule[0]).toMatchObject({
      status: 'Enabled',
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
    });
    const [statement] = JSON.parse(made.one('aws_s3_bucket_policy').policy).Statement;
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Action: ['s3:*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });
});

describe('a workload identity', () => {
  function identity(withStore: boolean) {
    const { world, store } = objectStore();
    const result = target.createWorkloadIdentity(new Construct(world.clusterStack, 'trainer'), {
      name: 'demo-frontier-trainer',
      cluster: world.cluster,
      namespace: 'research',
      serviceAccount: 'trainer',
      objectStores: withStore ? [store] : [],
      tags: TAGS,
    });
    return { made: synth(world.clusterStack), result };
  }

  test('binds the service account to a role that trusts nobody else', () => {
    const { made, result } = identity(true);
    const id = idOf(made, 'aws_iam_role', 'trainer');
    expect(made.one('aws_eks_pod_identity_association')).toMatchObject({
      namespace: 'research',
      service_account: 'trainer',
      role_arn: `\${aws_iam_role.${id}.arn}`,
    });
    expect(typeof result.principal).toBe('string');
    const [trust] = JSON.parse(made.all('aws_iam_role')[id].assume_role_policy).Statement;
    expect(trust.Principal).toEqual({ Service: 'pods.eks.amazonaws.com' });
    expect(trust.Condition.StringEquals).toMatchObject({
      'aws:RequestTag/kubernetes-namespace': 'research',
      'aws:RequestTag/kubernetes-service-account': 'trainer',
    });
  });

  test('may use the named bucket and its key, and nothing else', () => {
    const { made } = identity(true);
    const policy = made.one('aws_iam_role_policy', idOf(made, 'aws_iam_role_policy', 'trainer'));
    const statements: Json[] = JSON.parse(policy.policy).Statement;
    expect(statements.map((each) => each.Sid)).toEqual(['List', 'ReadWrite', 'Key']);
    const bucketOrKey = /aws_s3_bucket|aws_kms_key/;
    expect(statements.every((each) => each.Resource.every((resource: string) => bucketOrKey.test(resource)))).toBe(
      true,
    );
    expect(statements.flatMap((each) => each.Action).some((action: string) => action.includes('*'))).toBe(false);
    expect(statements[2].Condition.StringEquals['kms:ViaService']).toEqual(['s3.us-east-1.amazonaws.com']);
  });

  test('without stores may do nothing', () => {
    const { made } = identity(false);
    expect(idOf(made, 'aws_iam_role_policy', 'trainer')).toBeUndefined();
  });

  test('refuses a store that is no bucket of this target', () => {
    const { world } = objectStore();
    expect(() =>
      target.createWorkloadIdentity(new Construct(world.clusterStack, 'trainer'), {
        name: 'x',
        cluster: world.cluster,
        namespace: 'a',
        serviceAccount: 'b',
        objectStores: [{ storeId: 'fs-1' }],
        tags: TAGS,
      }),
    ).toThrow(/object store was not made by the target "aws"/);
  });
});

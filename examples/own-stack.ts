import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { App, LocalBackend, type TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Accelerator, Capacity, Cluster, type INodePoolTransform, Network, Rdma, Site, TargetRegistry } from '../index';

/**
 * A stack of one's own, in TypeScript and with no YAML: an existing VPC, a cluster on it, one raw resource beside it, one
 * attribute overridden by path. In your own project the import reads `from 'wattform'`.
 */
class ResearchStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new LocalBackend(this, { path: '../../../terraform.research.tfstate' });
    const target = TargetRegistry.builtIn().target('aws');

    // An existing VPC, by its attributes.
    const network = Network.fromNetworkAttributes(this, 'network', target, {
      region: 'us-east-2',
      zone: 'us-east-2b',
      networkId: 'vpc-0123456789abcdef0',
      cidr: '10.40.0.0/16',
      systemSubnetIds: ['subnet-0a00000000000000a', 'subnet-0b00000000000000b'],
      fabricSubnetIds: ['subnet-0c00000000000000c'],
    });
    const site = new Site(this, 'ohio', {
      target,
      network,
      region: 'us-east-2',
      zone: 'us-east-2b',
      powerAllotmentKw: 200,
      tags: { owner: 'research' },
    });

    const cluster = new Cluster(this, 'research', { site, reservations: ['cr-0123456789abcdef0'] });
    const pool = cluster.addNodePool('h100', {
      accelerator: Accelerator.named('h100-sxm'),
      count: 64,
      capacity: Capacity.reserved('cr-0123456789abcdef0'),
      rdma: Rdma.REQUIRED,
      transform: new SlowerRepair(),
    });
    console.error(`${pool.design.nodes} × ${pool.design.instanceType}: ${pool.design.why.join(' ')}`);

    // A raw resource of the provider, beside ours.
    new SnsTopic(this, 'alarms', { name: 'research-alarms', kmsMasterKeyId: 'alias/aws/sns' });

    // One attribute by path. The CDK merges what is overridden: a value replaces a value, a list is appended to a list.
    const controlPlane = cluster.node.defaultChild as TerraformResource;
    controlPlane.addOverride('bootstrap_self_managed_addons', true);
  }
}

/** The first escape hatch: every resource of the pool passes here before it is written. */
class SlowerRepair implements INodePoolTransform {
  public apply(resource: TerraformResource): void {
    if (resource.terraformResourceType === 'aws_eks_node_group') {
      resource.addOverride('node_repair_config.max_parallel_nodes_repaired_count', 1);
    }
  }
}

const app = new App({ outdir: process.argv[2] ?? 'cdktf.out' });
new ResearchStack(app, 'research');
app.synth();

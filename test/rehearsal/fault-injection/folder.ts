import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Recovery, type Rehearsal, rehearse } from '../../../rehearsal';
import { Cloud } from '../../../rehearsal/host/cloud';
import { temporaryFolder } from '../../support/synthesized';

const TRUST = '{"Version":"2012-10-17","Statement":[]}';

/** A cluster as short as one can be: each object waits for the one before it. */
export const CLUSTER = {
  aws_vpc: { net: { cidr_block: '10.0.0.0/16', tags: { stage: 'test' } } },
  aws_subnet: {
    a: { vpc_id: '${aws_vpc.net.id}', cidr_block: '10.0.0.0/20', availability_zone: 'us-east-2a' },
    b: {
      vpc_id: '${aws_vpc.net.id}',
      cidr_block: '10.0.16.0/20',
      availability_zone: 'us-east-2b',
      depends_on: ['aws_subnet.a'],
    },
  },
  aws_iam_role: { nodes: { name: 'nodes', assume_role_policy: TRUST, depends_on: ['aws_subnet.b'] } },
  aws_eks_cluster: {
    c: {
      name: 'small',
      role_arn: '${aws_iam_role.nodes.arn}',
      vpc_config: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
    },
  },
  aws_eks_node_group: {
    workers: {
      cluster_name: '${aws_eks_cluster.c.name}',
      node_group_name: 'workers',
      node_role_arn: '${aws_iam_role.nodes.arn}',
      subnet_ids: ['${aws_subnet.b.id}'],
      instance_types: ['p5.48xlarge'],
      scaling_config: { desired_size: 2, min_size: 2, max_size: 2 },
    },
  },
  aws_eks_addon: {
    dns: {
      cluster_name: '${aws_eks_cluster.c.name}',
      addon_name: 'coredns',
      depends_on: ['aws_eks_node_group.workers'],
    },
  },
};

/** How many objects that is. */
export const OBJECTS = 7;

/** What a rehearsal under faults says, with the cloud that it happened in. */
export interface Trial extends Rehearsal {
  readonly recovery: Recovery;
  readonly cloud: Cloud;
}

/** Rehearses the cluster, or other resources, under faults. */
export async function under(engine: string, faults: string[], resource: object = CLUSTER): Promise<Trial> {
  const folder = temporaryFolder();
  const configuration = {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws' }, azurerm: { source: 'hashicorp/azurerm' } } },
    provider: {
      aws: { region: 'us-east-2' },
      azurerm: { features: {}, subscription_id: '00000000-0000-4000-8000-000000000001' },
    },
    resource,
  };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
  const cloud = new Cloud();
  const rehearsal = await rehearse(folder, { engine, faults, cloud });
  return { ...rehearsal, recovery: rehearsal.recovery!, cloud };
}

/** What failed, in one text. */
export function said({ failures }: Recovery): string {
  return failures.map(({ summary, detail = '' }) => `${summary} ${detail}`).join('\n');
}

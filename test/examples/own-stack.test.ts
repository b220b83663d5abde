import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { readStacks, temporaryFolder } from '../support/synthesized';

describe('a stack of one’s own, from the constructs', () => {
  const outdir = path.join(temporaryFolder(), 'out');
  execFileSync(process.execPath, [path.join(__dirname, '../../dist/examples/own-stack.js'), outdir], {
    cwd: temporaryFolder(),
    stdio: 'pipe',
  });
  const { research } = readStacks(outdir);
  const only = (type: string) => {
    const found = Object.values(research.resource![type]);
    expect(found).toHaveLength(1);
    return found[0];
  };

  test('stands on the VPC that exists, and makes none', () => {
    expect(research.resource!['aws_vpc']).toBeUndefined();
    expect(JSON.stringify(research)).toContain('vpc-0123456789abcdef0');
    expect(only('aws_eks_cluster').vpc_config.subnet_ids).toEqual([
      'subnet-0a00000000000000a',
      'subnet-0b00000000000000b',
    ]);
  });

  test('holds the raw resource beside ours', () => {
    expect(only('aws_sns_topic').name).toBe('research-alarms');
  });

  test('has the attribute that was overridden by path, and the one that was transformed', () => {
    expect(only('aws_eks_cluster').bootstrap_self_managed_addons).toBe(true);
    const groups = Object.values(research.resource!['aws_eks_node_group']);
    expect(JSON.stringify(groups)).toContain('"max_parallel_nodes_repaired_count":1');
  });

  test('checks the power that its pools could draw', () => {
    expect(JSON.stringify(only('terraform_data'))).toContain('<= 200}');
  });
});

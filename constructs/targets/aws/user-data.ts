import { MAX_PODS } from './addresses';

const BOUNDARY = '//';

export interface UserDataProps {
  /** Whether the node has local NVMe: kubelet and containerd then live on it, in one RAID 0. */
  readonly localNvme: boolean;
}

/**
 * User data of accelerator nodes: a NodeConfig that EKS merges with its own
 * (https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/examples/). The pod limit is a kubelet flag because flags win over
 * the file whatever the order of the merge.
 */
export function nodeUserData(props: UserDataProps): string {
  const lines = [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: application/node.eks.aws',
    '',
    '---',
    'apiVersion: node.eks.aws/v1alpha1',
    'kind: NodeConfig',
    'spec:',
    '  kubelet:',
    '    flags:',
    `      - --max-pods=${MAX_PODS}`,
  ];
  if (props.localNvme) {
    lines.push('  instance:', '    localStorage:', '      strategy: RAID0');
  }
  lines.push('', `--${BOUNDARY}--`, '');
  return lines.join('\n');
}

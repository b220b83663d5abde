/** IAM policies as JSON text. Values may be tokens. */

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: { readonly [kind: string]: string } | '*';
  readonly Action: string[];
  readonly Resource?: string[];
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | string[] } };
}

/** A policy document. */
export function policyDocument(statements: Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** Trust policy of a role that an AWS service assumes. */
export function serviceTrust(service: string, condition?: Statement['Condition']): string {
  return policyDocument([
    { Effect: 'Allow', Principal: { Service: service }, Action: ['sts:AssumeRole'], Condition: condition },
  ]);
}

export interface PodTrust {
  readonly clusterArn: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Trust policy of a role that pods of one service account assume by EKS Pod Identity. The session tags that EKS sends keep
 * other clusters, namespaces and service accounts out: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function podTrust(pod: PodTrust): string {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': pod.clusterArn,
          'aws:RequestTag/kubernetes-namespace': pod.namespace,
          'aws:RequestTag/kubernetes-service-account': pod.serviceAccount,
        },
      },
    },
  ]);
}

/** Lets the holder use a key for data that services encrypt with it. */
export function keyUse(keyArn: string): Statement[] {
  return [
    {
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      Resource: [keyArn],
    },
    {
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: [keyArn],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

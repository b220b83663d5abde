/**
 * What one accelerator node takes of the VPC. The VPC CNI delegates /28 prefixes (16 addresses) to the node's one network
 * interface that has addresses; efa-only interfaces have none. The add-on is set to keep one address warm and a prefix at
 * least ({@link CNI_ENVIRONMENT}), and the kubelet of accelerator nodes takes at most {@link MAX_PODS} pods, so a node never
 * holds more than two prefixes. Its own address can break a third /28 block, which no prefix fits into any more: three blocks
 * a node is the size that holds whatever the order of allocation.
 * Rules: https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/prefix-and-ip-target.md, read 2026-11-23.
 */
const PREFIX = 16;
const PREFIXES = 2;
const WARM_ADDRESSES = 1;

/** Pods at most on an accelerator node: what two prefixes hold beside the address that is kept warm. */
export const MAX_PODS = PREFIXES * PREFIX - WARM_ADDRESSES;

/** Addresses to plan for a node. */
export const PLANNED_ADDRESSES = (PREFIXES + 1) * PREFIX;

/** Address units of a node's only interface with addresses, as Network Address Usage counts them: one address, and one a prefix. */
export const PRIMARY_ADDRESS_UNITS = 1 + PREFIXES;

/** Environment of the VPC CNI that the figures above rest on. */
export const CNI_ENVIRONMENT: { readonly [variable: string]: string } = {
  ENABLE_PREFIX_DELEGATION: 'true',
  MINIMUM_IP_TARGET: `${PREFIX}`,
  WARM_IP_TARGET: `${WARM_ADDRESSES}`,
};

/** AWS keeps five addresses of every subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const KEPT_BY_AWS = 5;

/** Addresses that a subnet has for us. */
export function usableAddresses(cidr: string): number {
  return 2 ** (32 - Number(cidr.split('/')[1])) - KEPT_BY_AWS;
}

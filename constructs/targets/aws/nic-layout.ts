/**
 * Which network interfaces a node has, card by card. The layout is AWS's current one: an ENA interface first, and EFA on
 * interfaces of its own without addresses (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html,
 * https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3653). The counts come from the catalog. The layout is
 * not a formula over them: a type that departs from the rule stands here by name, and what is not known is refused.
 */

/** Kind of an interface, as the launch template writes it. */
export enum NicKind {
  /** ENA alone: addresses, no RDMA. */
  INTERFACE = 'interface',
  /** EFA alone: RDMA, no addresses. */
  EFA_ONLY = 'efa-only',
}

/** One network interface. */
export interface Nic {
  readonly card: number;
  /** Place on its card; below the card's most interfaces. */
  readonly device: number;
  readonly kind: NicKind;
}

export interface NicLayoutInput {
  readonly instanceType: string;
  /** EFA interfaces; undefined when unknown. */
  readonly rdmaInterfaces?: number;
  /** Network cards; undefined when unknown. */
  readonly networkCards?: number;
}

/** Either the interfaces, or why they are not known. */
export interface NicLayout {
  readonly nics: Nic[];
  readonly refusal?: string;
}

/** Types whose card 0 has no EFA: https://github.com/aws/aws-parallelcluster/issues/7143 */
const ENA_ONLY_CARD_0 = ['p6-b300.48xlarge'];

/** Sources disagree about the EFA interfaces of these (4 a pod, or 17 cards of which odd ones take one interface): https://github.com/aws/aws-parallelcluster/pull/6930 */
const DISPUTED = ['p6e-gb200.36xlarge'];

/**
 * The most interfaces on one card, where known: https://github.com/aws/amazon-vpc-resource-controller-k8s/blob/main/pkg/aws/vpc/limits.go
 * (2026-04-23) and, for trn2, https://github.com/aws/amazon-vpc-cni-k8s/blob/master/pkg/vpc/vpc_ip_resource_limit.go (2026-08-20).
 */
export const INTERFACES_PER_CARD: { readonly [instanceType: string]: number } = {
  'g5.48xlarge': 7,
  'g6.8xlarge': 8,
  'g6.12xlarge': 8,
  'g6.24xlarge': 15,
  'g6.48xlarge': 15,
  'g6e.8xlarge': 8,
  'g6e.12xlarge': 10,
  'g6e.24xlarge': 10,
  'g6e.48xlarge': 10,
  'p4d.24xlarge': 15,
  'p4de.24xlarge': 15,
  'p5.4xlarge': 4,
  'p5.48xlarge': 2,
  'p5e.48xlarge': 2,
  'p5en.48xlarge': 4,
  'p6-b200.48xlarge': 4,
  'p6-b300.48xlarge': 4,
  'trn1.32xlarge': 5,
  'trn1n.32xlarge': 5,
  'trn2.48xlarge': 2,
};

/** The interface of a node without RDMA. */
export const PLAIN_NIC: Nic = { card: 0, device: 0, kind: NicKind.INTERFACE };

/** Interfaces of a node that uses RDMA. */
export function nicLayout(input: NicLayoutInput): NicLayout {
  const { instanceType, rdmaInterfaces, networkCards } = input;
  if (DISPUTED.includes(instanceType)) {
    return refuse(`sources disagree about the network interfaces of ${instanceType}`);
  }
  if (rdmaInterfaces === undefined) {
    return refuse(`the catalog does not know how many EFA interfaces ${instanceType} has`);
  }
  if (rdmaInterfaces === 0) {
    return refuse(`${instanceType} has no EFA`);
  }
  if (networkCards === undefined) {
    return refuse(`the catalog does not know how many network cards ${instanceType} has`);
  }
  const enaOnlyCard0 = ENA_ONLY_CARD_0.includes(instanceType);
  const expected = enaOnlyCard0 ? networkCards - 1 : networkCards;
  if (rdmaInterfaces !== expected) {
    return refuse(
      `${instanceType} has ${rdmaInterfaces} EFA interfaces on ${networkCards} network cards, a layout that is not known`,
    );
  }
  const others = Array.from({ length: networkCards - 1 }, (_, index) => efa(index + 1, 0));
  return { nics: enaOnlyCard0 ? [PLAIN_NIC, ...others] : [PLAIN_NIC, efa(0, 1), ...others] };
}

function efa(card: number, device: number): Nic {
  return { card, device, kind: NicKind.EFA_ONLY };
}

function refuse(refusal: string): NicLayout {
  return { nics: [], refusal };
}

/** Which image a node boots, and how pods are kept off it. */

/** Vendors that EKS has an accelerated image for. The images hold driver, EFA and container toolkit: only device plugins are added. */
interface VendorImage {
  /** AMI type by CPU architecture. */
  readonly amiTypes: { readonly [architecture: string]: string };
  /** Labels that the vendor's device plugin looks for. */
  readonly labels: { readonly [key: string]: string };
}

// https://github.com/terraform-aws-modules/terraform-aws-eks v21.19.0 modules/_user_data/main.tf
const VENDORS: { readonly [vendor: string]: VendorImage } = {
  nvidia: {
    amiTypes: { x86_64: 'AL2023_x86_64_NVIDIA', arm64: 'AL2023_ARM_64_NVIDIA' },
    labels: { 'nvidia.com/gpu.present': 'true' },
  },
  aws: {
    amiTypes: { x86_64: 'AL2023_x86_64_NEURON' },
    labels: { 'aws.amazon.com/neuron.present': 'true' },
  },
};

export interface NodeImage {
  readonly amiType: string;
  readonly labels: { readonly [key: string]: string };
}

/**
 * The image of accelerator nodes.
 * @throws when EKS has none for the vendor and architecture
 */
export function imageOf(vendor: string, architecture: string): NodeImage {
  const image = VENDORS[vendor.toLowerCase()];
  const amiType = image?.amiTypes[architecture];
  if (image === undefined || amiType === undefined) {
    const allowed = Object.entries(VENDORS).flatMap(([name, { amiTypes }]) =>
      Object.keys(amiTypes).map((each) => `${name} on ${each}`),
    );
    throw new Error(
      `no EKS image for accelerators of ${vendor} on ${architecture}; allowed: ${allowed.join(', ')}: choose another accelerator or instance type`,
    );
  }
  return { amiType, labels: image.labels };
}

/** The image of system nodes. Graviton types have a `g` after their generation: m7g.2xlarge. */
export function systemAmiType(instanceType: string): string {
  return /^[a-z]+\d+g[a-z]*\./.test(instanceType) ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD';
}

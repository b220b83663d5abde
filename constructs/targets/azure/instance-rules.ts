import type { InstanceType } from '../../../catalog/instances';
import type { PoolAsk } from '../../../design/asks';
import type { Refusal } from '../../../design/target-profile';

/** Accelerators whose nodes need what azurerm 4.55 cannot write. */
const NEEDS_UBUNTU_2404 = ['gb200', 'gb300'];

/** The one AMD size that AKS runs. */
const AMD_ON_AKS = 'mi300x';
const AMD_ACCELERATORS = /^(mi\d|v6|v7)/;

/**
 * Why nodes of this type cannot be built here. The targets that can are named by the design.
 * Sources: azurerm 4.55 documentation of `os_sku`; the AKS reference of https://github.com/Azure/ai-infrastructure-on-azure
 * (2026-04); AMD sizes on AKS: the same and the catalog row of MI300X.
 */
export function refuseInstance(instance: InstanceType, _ask: PoolAsk): Refusal | undefined {
  const accelerator = instance.acceleratorId ?? '';
  if (NEEDS_UBUNTU_2404.includes(accelerator)) {
    return {
      reason: `${instance.instanceType} needs os_sku Ubuntu2404, which azurerm 4.55 cannot write (it has Ubuntu, Ubuntu2204, AzureLinux, AzureLinux3)`,
      hint: 'AKS also wants feature AKSInfinibandSupport unregistered for these sizes, while all others want it registered: keep them in a subscription of their own, with azapi',
    };
  }
  if (AMD_ACCELERATORS.test(accelerator) && accelerator !== AMD_ON_AKS) {
    return {
      reason: `${instance.instanceType}: of AMD's accelerators AKS runs only the MI300X`,
      hint: 'ask for mi300x (Standard_ND96isr_MI300X_v5)',
    };
  }
  return undefined;
}

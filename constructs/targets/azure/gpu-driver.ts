import type { PoolDesign } from '../../../design/basis';

/** Who brings the driver of a GPU pool. */
export enum GpuDriver {
  /** AKS installs it with the node image. */
  INSTALL = 'Install',
  /** An operator in the cluster installs it. */
  NONE = 'None',
}

/**
 * The owner of a pool's GPU driver. There is exactly one, or the two fight over the kernel module:
 *
 * - NVIDIA with RDMA: the GPU Operator. The driver of AKS does not load `nvidia-peermem`, and without it RDMA does not reach
 *   the memory of the GPU (https://github.com/Azure/aks-rdma-infiniband, 2026-07);
 * - NVIDIA without RDMA: AKS;
 * - AMD: its operator, AKS has no driver for it.
 *
 * It is always said: left out, azurerm plans to replace the pool
 * (https://github.com/hashicorp/terraform-provider-azurerm/issues/30990).
 */
export function gpuDriverOf(pool: PoolDesign): GpuDriver {
  return pool.acceleratorVendor.toLowerCase() === 'nvidia' && !pool.rdma ? GpuDriver.INSTALL : GpuDriver.NONE;
}

/** Tells a GPU Operator that serves other pools of the cluster to leave this pool's driver alone. */
export function driverLabels(pool: PoolDesign): { readonly [label: string]: string } {
  return gpuDriverOf(pool) === GpuDriver.INSTALL ? { 'nvidia.com/gpu.deploy.driver': 'false' } : {};
}

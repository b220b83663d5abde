/** A row of catalog/data/accelerators.csv. An empty cell is undefined: unknown, never zero. */
export interface Accelerator {
  /** As its maker writes itself: NVIDIA, AMD … Blueprints compare it without regard to case. */
  readonly vendor: string;
  readonly model: string;
  /** Id in blueprints: `h100-sxm`. */
  readonly id: string;
  readonly architecture: string;
  /** Memory that software sees, as measured. */
  readonly memoryGib?: number;
  /** Memory as the vendor labels it. */
  readonly memoryVendorLabelGb?: number;
  readonly memoryType?: string;
  /** TB/s (10^12 bytes a second). */
  readonly memoryBandwidthTbps?: number;
  /** Dense, without sparsity. */
  readonly bf16DenseTflops?: number;
  /** Dense, without sparsity. */
  readonly fp8DenseTflops?: number;
  /** Thermal design power of one accelerator, in watts. */
  readonly tdpWatts?: number;
  readonly scaleUpInterconnect?: string;
  /** GB/s in both directions together, of one accelerator. */
  readonly scaleUpGbsBidirectional?: number;
  /** Accelerators that one scale-up domain joins at most. */
  readonly scaleUpDomainMax?: number;
  readonly formFactor?: string;
  /** Accelerators in one node at most, over all vendors of nodes. */
  readonly maxPerNode?: number;
  /** Resources that Kubernetes pods may ask for; the first counts whole devices. Empty when unknown. */
  readonly kubernetesResources: string[];
  /** Families that rent it, as the row writes them; the rows of instances.csv decide. */
  readonly rentableIn?: string;
  readonly source: string;
  readonly notes?: string;
}

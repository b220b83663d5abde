/** Where Terraform keeps its state: one backend for all stacks, one state a stack. Secrets never stand here. */
export interface StateDocument {
  /** local, s3, azurerm, gcs, http or remote. */
  readonly backend: string;
  /** s3 and gcs: the bucket. */
  readonly bucket?: string;
  /** s3: the bucket's region. */
  readonly region?: string;
  /** s3: KMS key that encrypts the state. @default - the bucket's own encryption */
  readonly kmsKey?: string;
  /** azurerm: resource group of the storage account. */
  readonly resourceGroup?: string;
  /** azurerm: storage account. */
  readonly storageAccount?: string;
  /** azurerm: blob container. */
  readonly container?: string;
  /** http: address that the stack's name is appended to. */
  readonly address?: string;
  /** remote: host of the service. @default app.terraform.io */
  readonly hostname?: string;
  /** remote: organization. */
  readonly organization?: string;
  /** s3, azurerm, gcs, remote: prefix of each state's key or workspace. @default - the blueprint's name */
  readonly prefix?: string;
}

import type { IStoreResources } from '../contract';
import { brandOf, demandBrand } from './brand';

const BUCKET = brandOf('object-store');

/** An FSx for Lustre file system. */
export class AwsFileSystem implements IStoreResources {
  /** Id: `fs-…`. */
  public readonly storeId: string;
  public readonly dnsName: string;
  public readonly mountName: string;

  public constructor(storeId: string, dnsName: string, mountName: string) {
    this.storeId = storeId;
    this.dnsName = dnsName;
    this.mountName = mountName;
  }
}

/** An S3 bucket. */
export class AwsObjectStore implements IStoreResources {
  /** @throws when the store is no bucket of this target */
  public static of(store: IStoreResources): AwsObjectStore {
    demandBrand(store, BUCKET, 'object store');
    return store as AwsObjectStore;
  }

  /** ARN of the bucket. */
  public readonly storeId: string;
  public readonly bucketName: string;
  /** Key of its objects. */
  public readonly keyArn: string;
  public readonly region: string;

  public constructor(storeId: string, bucketName: string, keyArn: string, region: string) {
    Object.defineProperty(this, BUCKET, { value: true });
    this.storeId = storeId;
    this.bucketName = bucketName;
    this.keyArn = keyArn;
    this.region = region;
  }
}

import type { ITarget } from '../contract';
import { AwsTarget } from './target';

export { AwsCluster } from './cluster-resources';
export { AwsFabric } from './fabric';
export { AwsNetwork } from './network-resources';
export { AWS_POLICY_EXCEPTIONS } from './policy-exceptions';
export { AwsSite } from './site';
export { AwsFileSystem, AwsObjectStore } from './stores';
export { AwsTarget };

export const target: ITarget = new AwsTarget();

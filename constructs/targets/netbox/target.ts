import type { IHallTarget, ITarget } from '../contract';
import { createCabling } from './cabling';
import { createCluster } from './cluster';
import { createFabric } from './fabric';
import { createFloor } from './floor';
import { createKinds } from './kinds';
import { createNetwork, importNetwork } from './network';
import { createNodePool } from './node-pool';
import { notOffered } from './not-offered';
import { createPowerDistribution } from './power-distribution';
import { profile } from './profile';
import { configureProvider } from './provider';
import { createRackRow } from './rack-row';
import { createSite } from './site';

const halls: IHallTarget = { createKinds, createFloor, createPowerDistribution, createRackRow, createCabling };

/** Owned halls, recorded in NetBox. */
export const target: ITarget = {
  profile,
  halls,
  configureProvider,
  createNetwork,
  importNetwork,
  createSite,
  createCluster,
  createFabric,
  createNodePool,
  createParallelFileSystem: () => notOffered('parallel file systems'),
  createObjectStore: () => notOffered('object stores'),
  createWorkloadIdentity: () => notOffered('workload identities'),
};

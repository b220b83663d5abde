import type { ProviderRules } from '../rule';
import { AWS_COMPUTE } from './compute';
import { AWS_EKS } from './eks';
import { AWS_IDENTITY } from './identity';
import { AWS_NETWORK } from './network';
import { AWS_STORAGE } from './storage';

/** What is checked of the types of AWS. */
export const AWS_RULES: ProviderRules = {
  ...AWS_COMPUTE,
  ...AWS_EKS,
  ...AWS_IDENTITY,
  ...AWS_NETWORK,
  ...AWS_STORAGE,
};

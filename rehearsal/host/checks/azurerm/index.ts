import type { ProviderRules } from '../rule';
import { AZURE_KUBERNETES } from './kubernetes';
import { AZURE_MANAGEMENT } from './management';
import { AZURE_NETWORK } from './network';
import { AZURE_STORAGE } from './storage';

/** What is checked of the types of AzureRM. */
export const AZURE_RULES: ProviderRules = {
  ...AZURE_KUBERNETES,
  ...AZURE_MANAGEMENT,
  ...AZURE_NETWORK,
  ...AZURE_STORAGE,
};

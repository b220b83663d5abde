import type { IPolicyRule } from '../rule';
import { carbonBudget } from './carbon-budget';
import { costTags } from './cost-tags';
import { encryption } from './encryption';
import { fabricZones } from './fabric-zones';
import { feedLoading } from './feed-loading';
import { namespaceQuota } from './namespace-quota';
import { networkInterfaces } from './network-interfaces';
import { openVendors } from './open-vendors';
import { placement } from './placement';
import { publicEndpoint } from './public-endpoint';
import { pueBudget } from './pue-budget';
import { rackPower } from './rack-power';
import { reservationSize } from './reservation-size';
import { sharedLimits } from './shared-limits';

/** The rules that ship, by id. A new rule is a file and a line here. */
export const BUILT_IN_RULES: readonly IPolicyRule[] = [
  rackPower,
  feedLoading,
  openVendors,
  placement,
  networkInterfaces,
  fabricZones,
  reservationSize,
  publicEndpoint,
  encryption,
  sharedLimits,
  namespaceQuota,
  pueBudget,
  carbonBudget,
  costTags,
];

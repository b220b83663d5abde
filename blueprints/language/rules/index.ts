import { acceleratorsOrPools } from './accelerators-or-pools';
import { fabricInOneZone, noPlacementOfBlocks, oversubscriptionOfRdma } from './fabric';
import { minimum } from './minimum';
import { modelOrRequirements } from './model-or-requirements';
import { reservation } from './reservation';
import type { Rule } from './rule';
import { siteExists, siteIsUsed, zonesHoldZone } from './sites';
import { stackNames } from './stack-names';
import { storage } from './storage';
import { suppressions } from './suppressions';
import { window } from './window';

/** What a schema cannot say, or cannot say well: rules that compare values. A new rule is a file and a line here. */
export const RULES: Rule[] = [
  acceleratorsOrPools,
  modelOrRequirements,
  minimum,
  reservation,
  window,
  storage,
  fabricInOneZone,
  noPlacementOfBlocks,
  oversubscriptionOfRdma,
  stackNames,
  siteExists,
  siteIsUsed,
  zonesHoldZone,
  suppressions,
];

import { settingRule } from '../setting-rule';
import { SETTINGS } from '../settings';

/** Nothing answers from the internet. */
export const publicEndpoint = settingRule(
  {
    id: 'WFP108',
    title: 'Nothing of a design answers from the internet.',
    why: 'Control planes and stores of AI clusters hold weights and credentials: what is reachable is probed within minutes.',
    remedy: 'Keep the endpoint private and reach it through the site’s network.',
    looksAt: 'resources that can be public',
  },
  SETTINGS.public,
);

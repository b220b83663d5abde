import { type DeployVerbOptions, deploying } from '../deploying';
import type { Outcome, Page } from '../outcome';

/** Builds the stacks of a blueprint or of a synthesized folder on real accounts, each by a plan that was shown and approved. */
export function deployDesign(source: string, options: DeployVerbOptions, page: Page): Promise<Outcome> {
  return deploying({ name: 'deploy', yes: () => 'yes' }, source, options, page);
}

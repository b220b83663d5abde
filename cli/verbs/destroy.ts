import { type DeployVerbOptions, deploying } from '../deploying';
import type { Outcome, Page } from '../outcome';

/** Removes all that the stacks of a design hold, those that read others first. A person types the design's name for it. */
export function destroyDesign(source: string, options: DeployVerbOptions, page: Page): Promise<Outcome> {
  return deploying({ name: 'destroy', yes: (design) => design }, source, options, page);
}

import { atlantisConfig } from './atlantis';
import { checkDesign } from './checks';
import type { PipelineDesign } from './design';
import { githubWorkflow } from './github/workflow';
import { hcpConfig } from './hcp/config';
import { checkOptions, type PipelineOptions, Runner } from './options';

export { type PipelineDesign, type PipelineStack, readDesign, type StateBackend } from './design';
export { writeGenerated } from './generated';
export { DEFAULT_VERSIONS, PipelineEngine, type PipelineOptions, Runner } from './options';
export { PipelineRefusal } from './refusal';

const WRITERS: { readonly [runner in Runner]: (design: PipelineDesign, options: PipelineOptions) => string } = {
  [Runner.GITHUB]: githubWorkflow,
  [Runner.ATLANTIS]: atlantisConfig,
  [Runner.HCP]: hcpConfig,
};

/**
 * The file by which a runner deploys a design in the order of its stacks.
 * @throws RunError when an option cannot stand in it, PipelineRefusal when the runner cannot run this design
 */
export function pipelineFor(runner: Runner, design: PipelineDesign, options: PipelineOptions): string {
  checkOptions(options);
  checkDesign(design);
  return WRITERS[runner](design, options);
}

import { posix } from 'node:path';
import type { PipelineDesign } from './design';
import { yamlText } from './generated';
import { PipelineEngine, type PipelineOptions } from './options';
import { depths } from './order';

/**
 * Atlantis's `atlantis.yaml`, a project a stack. Stacks of one `execution_order_group` run side by side, groups one after the
 * other; `depends_on` also refuses an apply of one project by name before those that it reads from.
 */
export function atlantisConfig(design: PipelineDesign, options: PipelineOptions): string {
  const depth = depths(design.stacks);
  const projects = design.stacks.map(({ name, directory, file, dependsOn }) => ({
    name,
    branch: `/^${options.branch.replaceAll('.', '\\.')}$/`,
    dir: `${design.folder}/${directory}`,
    execution_order_group: depth.get(name),
    ...(dependsOn.length > 0 && { depends_on: dependsOn }),
    terraform_distribution: options.engine === PipelineEngine.TOFU ? 'opentofu' : 'terraform',
    ...(options.engineVersion !== undefined && { terraform_version: options.engineVersion }),
    autoplan: { enabled: true, when_modified: whenModified(design, directory, file, dependsOn) },
  }));
  const config = {
    version: 3,
    automerge: false,
    parallel_plan: true,
    parallel_apply: true,
    abort_on_execution_order_fail: true,
    projects,
  };
  return yamlText(config, [
    'Keep it as atlantis.yaml at the root of the repository.',
    'A stack that reads another can be planned once that one is applied: atlantis apply, then atlantis plan again.',
  ]);
}

/** A stack is planned again when one that it reads changes: what it reads may then be another value. */
function whenModified(design: PipelineDesign, directory: string, file: string, dependsOn: string[]): string[] {
  const read = design.stacks.filter(({ name }) => dependsOn.includes(name));
  return [
    posix.relative(directory, file),
    '.terraform.lock.hcl',
    ...read.map((each) => posix.relative(directory, each.file)),
  ];
}

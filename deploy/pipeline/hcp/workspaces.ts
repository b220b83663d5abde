import { checkWord } from '../checks';
import type { PipelineDesign, PipelineStack } from '../design';
import { PipelineRefusal } from '../refusal';

/** As HCP Terraform documents run triggers: a workspace has at most so many sources. */
const MOST_SOURCES = 20;
/** The workspace names that its API takes. */
const LONGEST_NAME = 90;
const PUBLIC_HOST = 'app.terraform.io';

/** The host and the organization, which are the same for all stacks of a design. */
export function homeOf(design: PipelineDesign): { readonly hostname: string; readonly organization: string } {
  const homes = design.stacks.map(({ name, state }) => {
    if (state.kind !== 'remote' && state.kind !== 'cloud') {
      throw new PipelineRefusal(
        `the state of ${name} is kept by backend ${state.kind}, and workspaces of HCP Terraform keep it themselves`,
        'in the blueprint: state: { backend: remote, organization: … }',
        ['state', 'backend'],
      );
    }
    const { hostname = PUBLIC_HOST, organization } = state.arguments;
    return { hostname: String(hostname), organization: String(organization) };
  });
  const [first = { hostname: PUBLIC_HOST, organization: '' }] = homes;
  const other = homes.find((home) => home.hostname !== first.hostname || home.organization !== first.organization);
  if (other !== undefined) {
    throw new PipelineRefusal(
      `the stacks' states are in two organizations, ${first.organization} and ${other.organization}; run triggers connect workspaces of one`,
      'give all stacks one state in the blueprint',
      ['state'],
    );
  }
  checkWord('the organization', first.organization, /^[A-Za-z0-9_-]+$/, 'letters, digits, "-" and "_"');
  checkWord('the host', first.hostname, /^[A-Za-z0-9.-]+(:\d+)?$/, 'the letters of a host name');
  return first;
}

/** The workspace of each stack, by the stack's name. */
export function workspaceNames(design: PipelineDesign): Map<string, string> {
  const names = new Map(design.stacks.map((stack) => [stack.name, workspaceOf(stack)]));
  checkUnique(names);
  return names;
}

/** A stack's backend names its workspace: another name would leave the stack without its state. */
function workspaceOf({ name, state }: PipelineStack): string {
  const [workspaces] = [state.arguments['workspaces'] ?? {}].flat() as { readonly name?: unknown }[];
  const workspace = workspaces?.name;
  if (typeof workspace !== 'string') {
    throw new PipelineRefusal(
      `the state of ${name} does not name one workspace`,
      'wattform names one a stack; a prefix for several cannot be connected by run triggers',
      ['state'],
    );
  }
  if (!/^[A-Za-z0-9_-]+$/.test(workspace) || workspace.length > LONGEST_NAME) {
    throw new PipelineRefusal(
      `the workspace "${workspace}" of ${name} is no name for one: letters, digits, "-" and "_", at most ${LONGEST_NAME}`,
      'in the blueprint, state.prefix is its beginning',
      ['state', 'prefix'],
    );
  }
  return workspace;
}

function checkUnique(names: Map<string, string>): void {
  const taken = new Map<string, string>();
  for (const [stack, workspace] of names) {
    const other = taken.get(workspace);
    if (other !== undefined) {
      throw new PipelineRefusal(
        `${other} and ${stack} both keep their state in the workspace ${workspace}`,
        'a state belongs to one stack: name a workspace for each',
      );
    }
    taken.set(workspace, stack);
  }
}

/** @throws PipelineRefusal when a stack reads from more stacks than a workspace can have sources of runs */
export function checkSources(design: PipelineDesign): void {
  const full = design.stacks.find(({ dependsOn }) => dependsOn.length > MOST_SOURCES);
  if (full === undefined) return;
  throw new PipelineRefusal(
    `${full.name} reads from ${full.dependsOn.length} stacks, and a workspace can have ${MOST_SOURCES} sources of runs`,
    'let it read from fewer, or write --for atlantis or --for github, which have no such limit',
  );
}

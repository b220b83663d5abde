import { RunError } from '../../../engine';
import type { PipelineDesign } from '../design';
import { terraformText } from '../generated';
import { PipelineEngine, type PipelineOptions } from '../options';
import { checkSources, homeOf, workspaceNames } from './workspaces';

/**
 * Terraform that makes a workspace a stack, each with the state that the design already names, and a run trigger for every stack
 * that it reads from. Settings that the provider deprecates on the workspace are in `tfe_workspace_settings`.
 */
export function hcpConfig(design: PipelineDesign, options: PipelineOptions): string {
  if (options.engine === PipelineEngine.TOFU) {
    throw new RunError('HCP Terraform runs Terraform alone', 'for OpenTofu write --for atlantis or --for github');
  }
  const { hostname, organization } = homeOf(design);
  checkSources(design);
  const names = workspaceNames(design);
  return terraformText(
    {
      terraform: { required_providers: { tfe: { source: 'hashicorp/tfe', version: '~> 0.71' } } },
      provider: { tfe: [{ hostname, organization: '${var.organization}' }] },
      variable: variables(organization, options),
      locals: {
        stacks: Object.fromEntries(
          design.stacks.map((stack) => [
            stack.name,
            {
              workspace: names.get(stack.name),
              directory: `${design.folder}/${stack.directory}`,
              readers: design.stacks.filter((each) => each.dependsOn.includes(stack.name)).map((each) => each.name),
            },
          ]),
        ),
        reads: Object.fromEntries(
          design.stacks.flatMap(({ name, dependsOn }) =>
            dependsOn.map((source) => [`${name}/${source}`, { stack: name, source }]),
          ),
        ),
      },
      resource: resources(design.name),
      output: {
        start: {
          description: 'workspaces that read from none: start their first run by hand, the others follow',
          value: design.stacks.filter(({ dependsOn }) => dependsOn.length === 0).map(({ name }) => names.get(name)),
        },
      },
    },
    ['Apply it once from a folder of its own, with a token of the organization in TFE_TOKEN.'],
  );
}

function variables(organization: string, { branch, engineVersion }: PipelineOptions): object {
  const optional = (type: string, description: string): object => ({ type, description, default: null });
  return {
    organization: { type: 'string', description: 'the one that the state of the design names', default: organization },
    project_id: optional('string', "prj-…; without it the organization's default project"),
    terraform_version: {
      ...optional('string', "without it the organization's default"),
      ...(engineVersion && { default: engineVersion }),
    },
    execution_mode: { type: 'string', description: 'remote, agent or local', default: 'remote' },
    agent_pool_id: optional('string', 'apool-…, for execution mode agent'),
    auto_apply: {
      type: 'bool',
      description: 'apply without asking; by default each run waits to be confirmed',
      default: false,
    },
    repository: optional(
      'string',
      'organization/repository that holds the synthesized folder; without it runs are started by hand or by API',
    ),
    branch: { type: 'string', description: 'what lands there is planned and applied', default: branch },
    oauth_token_id: optional('string', 'ot-…, of the connection to the repository'),
    github_app_installation_id: optional('string', 'ghain-…, instead of oauth_token_id'),
  };
}

function resources(design: string): object {
  return {
    tfe_workspace: {
      stack: {
        for_each: '${local.stacks}',
        name: '${each.value.workspace}',
        description: `stack \${each.key} of ${design}`,
        project_id: '${var.project_id}',
        working_directory: '${each.value.directory}',
        terraform_version: '${var.terraform_version}',
        auto_apply: '${var.auto_apply}',
        auto_apply_run_trigger: '${var.auto_apply}',
        // A workspace that plans as soon as it exists would read states that nobody has written yet.
        queue_all_runs: false,
        tags: { 'wattform-design': design },
        dynamic: {
          vcs_repo: {
            for_each: '${var.repository == null ? [] : [var.repository]}',
            content: {
              identifier: '${vcs_repo.value}',
              branch: '${var.branch}',
              oauth_token_id: '${var.oauth_token_id}',
              github_app_installation_id: '${var.github_app_installation_id}',
            },
          },
        },
      },
    },
    tfe_workspace_settings: {
      stack: {
        for_each: '${local.stacks}',
        workspace_id: '${tfe_workspace.stack[each.key].id}',
        execution_mode: '${var.execution_mode}',
        agent_pool_id: '${var.agent_pool_id}',
        auto_apply: '${var.auto_apply}',
        global_remote_state: false,
        // Also when empty: the provider leaves old readers in place when the argument is absent.
        remote_state_consumer_ids: '${[for reader in each.value.readers : tfe_workspace.stack[reader].id]}',
      },
    },
    tfe_run_trigger: {
      read: {
        for_each: '${local.reads}',
        workspace_id: '${tfe_workspace.stack[each.value.stack].id}',
        sourceable_id: '${tfe_workspace.stack[each.value.source].id}',
      },
    },
  };
}

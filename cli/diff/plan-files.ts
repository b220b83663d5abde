import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { PlanDocument } from '../../engine';
import type { StackAsk } from '../../review';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';

/**
 * Stacks by the plans of a user's own pipeline. A reader of another state is taken to read the plan whose name it bears, alone or
 * at its end, as the CDK for Terraform names them.
 */
export function stacksOfPlans(files: string[]): StackAsk[] {
  const plans = files.map((file) => ({ name: nameOf(file), plan: readPlan(file) }));
  const twice = plans.find(({ name }, place) => plans.findIndex((each) => each.name === name) !== place);
  if (twice !== undefined)
    throw new CliFailure(ExitCode.USAGE, `two plans are called ${twice.name}`, 'a plan has the name of its file');
  return plans.map(({ name, plan }) => ({
    name,
    fate: 'changed',
    plan,
    readStates: readStates(
      plan,
      plans.map((each) => each.name),
    ),
    troubles: plan.errored
      ? [{ stack: name, step: 'plan', summary: 'the engine ended this plan with an error: it is not whole' }]
      : [],
    protectedAddresses: [],
    origin: () => ({}),
  }));
}

function nameOf(file: string): string {
  return basename(file)
    .replace(/\.json$/, '')
    .replace(/\.tfplan$/, '');
}

function readPlan(file: string): PlanDocument {
  const text = readFileSync(file, 'utf8');
  if (text.startsWith('PK')) {
    throw new CliFailure(
      ExitCode.USAGE,
      `${file} is a plan as the engine keeps it`,
      `make it readable: terraform show -json ${file} > plan.json`,
    );
  }
  let plan: Partial<PlanDocument>;
  try {
    plan = JSON.parse(text) as Partial<PlanDocument>;
  } catch (error) {
    throw new CliFailure(ExitCode.USAGE, `${file} is no JSON: ${(error as Error).message}`);
  }
  const isPlan = typeof plan === 'object' && plan !== null && typeof plan.format_version === 'string';
  const whole = isPlan && ('resource_changes' in plan || 'planned_values' in plan);
  if (!whole || !(plan.resource_changes ?? []).every(isChange)) {
    throw new CliFailure(
      ExitCode.USAGE,
      `${file} is not what show -json prints of a plan`,
      'terraform plan -out=tfplan && terraform show -json tfplan > plan.json',
    );
  }
  return plan as PlanDocument;
}

function isChange(value: unknown): boolean {
  const { address, type, change } = (value ?? {}) as {
    address?: unknown;
    type?: unknown;
    change?: { actions?: unknown };
  };
  return typeof address === 'string' && typeof type === 'string' && Array.isArray(change?.actions);
}

function readStates({ configuration }: PlanDocument, names: string[]): Map<string, string> {
  const readers = (configuration?.root_module?.resources ?? []).filter(({ type }) => type === 'terraform_remote_state');
  return new Map(
    readers.flatMap(({ address, name }) => {
      const read = names
        .filter((each) => name === each || name.endsWith(`-${each}`))
        .sort((a, b) => b.length - a.length)[0];
      return read === undefined ? [] : [[address, read] as const];
    }),
  );
}

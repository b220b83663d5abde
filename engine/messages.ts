/** What an engine says in its `-json` forms, as far as a rehearsal listens. */
export interface EngineDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}

interface ChangedResource {
  readonly addr: string;
  readonly resource_type: string;
}

interface EngineMessage {
  readonly type?: string;
  readonly diagnostic?: EngineDiagnostic;
  readonly change?: { readonly action: string; readonly resource: ChangedResource };
  readonly hook?: { readonly action?: string; readonly resource: ChangedResource };
  readonly outputs?: { readonly [name: string]: { readonly action?: string } };
}

/** The diagnostics of a command: of `validate -json` one document, of the others a line each. */
export function diagnosticsIn(stdout: string): EngineDiagnostic[] {
  const document = parsed(stdout) as { readonly diagnostics?: EngineDiagnostic[] } | undefined;
  if (document?.diagnostics !== undefined) return document.diagnostics;
  return messages(stdout).flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]));
}

/** How many objects of each type a command created. */
export function createdIn(stdout: string): { [type: string]: number } {
  const created: { [type: string]: number } = {};
  for (const { type, hook } of messages(stdout)) {
    if (type !== 'apply_complete' || hook?.action !== 'create') continue;
    created[hook.resource.resource_type] = (created[hook.resource.resource_type] ?? 0) + 1;
  }
  return created;
}

/** What a plan would change: `update aws_vpc.main`, `update output endpoint`. */
export function changesIn(stdout: string): string[] {
  return messages(stdout).flatMap(({ type, change, outputs }) => {
    if (type === 'planned_change' && change !== undefined) return [`${change.action} ${change.resource.addr}`];
    if (type !== 'outputs') return [];
    return Object.entries(outputs ?? {})
      .filter(([, { action = 'noop' }]) => action !== 'noop')
      .map(([name, { action }]) => `${action} output ${name}`);
  });
}

function messages(stdout: string): EngineMessage[] {
  return stdout.split('\n').flatMap((line) => (parsed(line) as EngineMessage | undefined) ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A fault or warning as an engine's `-json` forms give it. */
export interface EngineDiagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  /** The block that `range` lies in: `resource "aws_vpc" "main"`, or of JSON `resource.aws_vpc.main`. */
  readonly snippet?: { readonly context?: string | null };
}

/** The resource instance that a message is about. */
export interface ChangedResource {
  readonly addr: string;
  /** Empty for the root module. */
  readonly module: string;
  readonly resource_type: string;
  readonly resource_name: string;
  readonly resource_key: string | number | null;
  readonly implied_provider: string;
}

/** A change that a plan holds. */
export interface PlannedChange {
  /** `create`, `update`, `replace`, `delete`, `import`, ... */
  readonly action: string;
  readonly resource: ChangedResource;
  readonly importing?: object;
}

/** A line of an engine's `-json` output. */
export interface EngineMessage {
  readonly '@message'?: string;
  readonly type?: string;
  readonly diagnostic?: EngineDiagnostic;
  readonly change?: PlannedChange;
  readonly hook?: {
    readonly action?: string;
    readonly resource: ChangedResource;
    readonly id_key?: string;
    readonly id_value?: string;
    readonly elapsed_seconds?: number;
  };
  readonly outputs?: { readonly [name: string]: { readonly action?: string } };
  /** Of a sum. */
  readonly changes?: { readonly operation: string };
}

/** The diagnostics of a command: of `validate -json` one document, of the others a line each. */
export function diagnosticsIn(stdout: string): EngineDiagnostic[] {
  const document = parsed(stdout) as { readonly diagnostics?: EngineDiagnostic[] } | undefined;
  if (document?.diagnostics !== undefined) return document.diagnostics;
  return messagesIn(stdout).flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic]));
}

/** How many objects of each type a command created. */
export function createdIn(stdout: string): { [type: string]: number } {
  const created: { [type: string]: number } = {};
  for (const { type, hook } of messagesIn(stdout)) {
    if (type !== 'apply_complete' || hook?.action !== 'create') continue;
    created[hook.resource.resource_type] = (created[hook.resource.resource_type] ?? 0) + 1;
  }
  return created;
}

/** What a plan would change: `update aws_vpc.main`, `update output endpoint`. */
export function changesIn(stdout: string): string[] {
  return messagesIn(stdout).flatMap(({ type, change, outputs }) => {
    if (type === 'planned_change' && change !== undefined) return [`${change.action} ${change.resource.addr}`];
    if (type !== 'outputs') return [];
    return Object.entries(outputs ?? {})
      .filter(([, { action = 'noop' }]) => action !== 'noop')
      .map(([name, { action }]) => `${action} output ${name}`);
  });
}

/** The messages of an output. Lines that are none (a half-written last one, a wrapper's chatter) are passed over. */
export function messagesIn(stdout: string): EngineMessage[] {
  return stdout.split('\n').flatMap((line) => {
    const message = parsed(line);
    return typeof message === 'object' && message !== null ? [message as EngineMessage] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { buildSync } from 'esbuild';

/** As GitHub's own packages give it; they are modules of a kind that jest does not load, so they are bundled first. */
interface GitHub {
  parseWorkflow(
    file: { readonly name: string; readonly content: string },
    trace: object,
  ): {
    readonly context: { readonly errors: { getErrors(): { readonly message: string }[] } };
    readonly value: unknown;
  };
  convertWorkflowTemplate(
    context: unknown,
    value: unknown,
  ): Promise<{ readonly jobs: { readonly id: { readonly value: string } }[] }>;
  readonly NoOperationTraceWriter: new () => object;
  readonly expressions: {
    readonly Lexer: new (text: string) => { lex(): { readonly tokens: unknown[] } };
    readonly Parser: new (tokens: unknown[], contexts: string[], functions: object[]) => { parse(): unknown };
    readonly Evaluator: new (
      expression: unknown,
      context: unknown,
      functions: Map<string, object>,
    ) => { evaluate(): unknown };
    readonly data: {
      readonly BooleanData: new (value: boolean) => object;
      readonly reviver: (key: string, value: unknown) => unknown;
    };
  };
}

const github = load();

function load(): GitHub {
  const contents = [
    "export * from '@actions/workflow-parser';",
    "export * as expressions from '@actions/expressions';",
  ].join('\n');
  const [bundle] = buildSync({
    stdin: { contents, resolveDir: __dirname },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
    logLevel: 'error',
  }).outputFiles;
  const loaded = { exports: {} };
  new Function('module', 'exports', 'require', bundle.text)(loaded, loaded.exports, require);
  return loaded.exports as GitHub;
}

/** What GitHub's parser says against a workflow, by its schema and the rules of its expressions. */
export async function complaintsOfGitHub(workflow: string): Promise<string[]> {
  const { context, value } = github.parseWorkflow(
    { name: 'deploy.yaml', content: workflow },
    new github.NoOperationTraceWriter(),
  );
  if (context.errors.getErrors().length === 0) await github.convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** The value of a condition, computed by GitHub's evaluator. */
export function conditionHolds(
  condition: string,
  contexts: { readonly [name: string]: unknown },
  cancelled = false,
): boolean {
  const { Lexer, Parser, Evaluator, data } = github.expressions;
  const text = condition
    .replace(/^\$\{\{/, '')
    .replace(/\}\}$/, '')
    .trim();
  const cancelledFunction = { name: 'cancelled', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(cancelled) };
  const expression = new Parser(new Lexer(text).lex().tokens, Object.keys(contexts), [cancelledFunction]).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver);
  const value = new Evaluator(expression, context, new Map([['cancelled', cancelledFunction]])).evaluate();
  return (value as { readonly value: unknown }).value === true;
}

import { Command } from 'commander';
import { FAULT_FORMS } from '../rehearsal/faults/fault';
import type { DeployVerbOptions } from './deploying';
import { EXIT_CODE_HELP } from './exit-code';
import type { HallVerbOptions } from './hall/options';
import type { CommonOptions, Outcome, Page } from './outcome';
import type { CatalogFilters } from './verbs/catalog';
import type { DiffOptions } from './verbs/diff';
import type { PipelineVerbOptions } from './verbs/pipeline';
import type { PolicyOptions } from './verbs/policy';
import type { RehearseOptions } from './verbs/rehearse';
import type { ReportOptions } from './verbs/report';
import type { SynthOptions } from './verbs/synth';

const FAULT_HELP = [
  'Faults, of which TYPE is a type of resource. With one, exit code 0 says that deploying again was enough:',
  ...FAULT_FORMS.map(([form, meaning]) => `  ${form}\n      ${meaning}`),
].join('\n');

/** Runs a verb once the command line is understood. */
export type Runner = (options: CommonOptions, verb: (page: Page) => Outcome | Promise<Outcome>) => void;

/** Verbs are loaded when they run: `--help` stays instant and `validate` never pays for the construct library. */
export function buildProgram(version: string, run: Runner): Command {
  const program = new Command('wattform')
    .description('Infrastructure as code for vendor-neutral AI data centers: a blueprint in, Terraform out.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [verb]', 'print the help of a verb')
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

  verb(program, 'init', 'write a small blueprint to start from; never overwrites a file')
    .argument('[file]', 'the file to write', 'blueprint.yaml')
    .action((file: string, options: CommonOptions) =>
      run(options, () => (require('./verbs/init') as typeof import('./verbs/init')).init(file)),
    );

  verb(program, 'validate', 'check a blueprint: all errors at once, each with its line')
    .argument('<blueprint>', 'the YAML file')
    .action((file: string, options: CommonOptions) =>
      run(options, (page) => (require('./verbs/validate') as typeof import('./verbs/validate')).validate(file, page)),
    );

  verb(program, 'synth', 'write the Terraform of a blueprint, and its basis of design')
    .argument('<blueprint>', 'the YAML file')
    .option('-o, --output <dir>', 'the folder to write; replaced as a whole once everything is there', 'cdktf.out')
    .option('--switch-configs', 'the configuration of every open switch, of halls with very many of them too')
    .action((file: string, options: SynthOptions) =>
      run(options, (page) => (require('./verbs/synth') as typeof import('./verbs/synth')).synth(file, options, page)),
    );

  verb(program, 'explain', 'print what a blueprint comes to: nodes, power, price, quotas, and why')
    .argument('<blueprint>', 'the YAML file')
    .argument('[cluster]', 'only this cluster')
    .action((file: string, cluster: string | undefined, options: CommonOptions) =>
      run(options, (page) =>
        (require('./verbs/explain') as typeof import('./verbs/explain')).explain(file, cluster, page),
      ),
    );

  hallVerb(program, 'power', 'print the power chain of owned halls: ratings, loadings, what each failure costs').action(
    (file: string, options: HallVerbOptions) =>
      run(options, (page) => (require('./verbs/power') as typeof import('./verbs/power')).power(file, options, page)),
  );

  hallVerb(program, 'fabric', 'print the networks of owned halls: switches, cables, addresses, what is proved').action(
    (file: string, options: HallVerbOptions) =>
      run(options, (page) =>
        (require('./verbs/fabric') as typeof import('./verbs/fabric')).fabric(file, options, page),
      ),
  );

  verb(program, 'report', 'write what a blueprint comes to as one page, or as Markdown: with drawings and sources')
    .argument('<blueprint>', 'the YAML file')
    .option('--format <format>', 'html or markdown; by default as the file ends, or else markdown')
    .option('--out <file>', 'the file to write; without it the report is printed')
    .action((file: string, options: ReportOptions) =>
      run(options, () => (require('./verbs/report') as typeof import('./verbs/report')).report(file, options)),
    );

  verb(
    program,
    'rehearse',
    'let terraform or tofu build and destroy what a path holds, with no cloud: the providers are played',
  )
    .argument('<path>', 'a blueprint, a synthesized folder, or a folder with .tf or .tf.json files')
    .option('--engine <name>', 'terraform, tofu, or a path; by default the first of the two on the PATH')
    .option('--var <name=value>', 'a variable of a folder; may be repeated', repeated)
    .option('--var-file <file>', 'a file with variables of a folder; may be repeated', repeated)
    .option('--fault <fault>', 'what is to happen to the deploy; may be repeated', repeated)
    .addHelpText('after', `\n${FAULT_HELP}`)
    .action((path: string, options: RehearseOptions) =>
      run(options, (page) =>
        (require('./verbs/rehearse') as typeof import('./verbs/rehearse')).rehearsePath(path, options, page),
      ),
    );

  verb(program, 'diff', 'what makes one design of another, and what that does to capacity, power, price and carbon')
    .argument('[base]', 'a blueprint, a synthesized folder, or a git revision: rev or rev:path/to/blueprint.yaml')
    .argument('[head]', 'the same, as it shall be')
    .option('--plan <file>', 'review what terraform show -json printed of a plan; may be repeated', repeated)
    .option('--allow <address>', 'this may be destroyed or replaced; * stands for anything; may be repeated', repeated)
    .option('--write [folder]', 'write the moved blocks of what is only renamed: into the head, or this folder')
    .option('--format <format>', 'terminal, markdown, json, sarif or html')
    .option(
      '--out <file>',
      'write it to a file too, by its ending: .md, .json, .sarif, .html; may be repeated',
      repeated,
    )
    .option('--unfold', 'list every object of a group')
    .option('--engine <name>', 'terraform, tofu, or a path; by default the first of the two on the PATH')
    .option('--base-code <command>', 'synthesize the base with the code of its revision, by this command of yours')
    .action((base: string | undefined, head: string | undefined, options: DiffOptions) =>
      run(options, (page) =>
        (require('./verbs/diff') as typeof import('./verbs/diff')).diff(base, head, options, page),
      ),
    );

  verb(program, 'policy', 'hold a design against rules: power, fabric, capacity, exposure, encryption, budgets, tags')
    .argument('<source>', 'the YAML file, a folder that synth wrote, or a folder with .tf.json files')
    .option('--rules <module>', 'more rules: a JavaScript file or an installed package; may be repeated', repeated)
    .option('--today <day>', 'the day by which suppressions expire, as 2026-11-25; by default today in UTC')
    .option('--format <format>', 'terminal, json or sarif')
    .option('--sarif <file>', 'write SARIF to this file too')
    .option('--unfold', 'list every finding of a rule')
    .action((source: string, options: PolicyOptions) =>
      run(options, (page) =>
        (require('./verbs/policy') as typeof import('./verbs/policy')).policy(source, options, page),
      ),
    );

  deployVerb(program, 'deploy', 'build a design with terraform or tofu: plan, ask, apply exactly that, in order')
    .option('--plan-only', 'show the plans of what can be planned now; apply nothing')
    .action((source: string, options: DeployVerbOptions) =>
      run(options, (page) =>
        (require('./verbs/deploy') as typeof import('./verbs/deploy')).deployDesign(source, options, page),
      ),
    );

  deployVerb(program, 'destroy', 'remove all that a design has built; asks for its name').action(
    (source: string, options: DeployVerbOptions) =>
      run(options, (page) =>
        (require('./verbs/destroy') as typeof import('./verbs/destroy')).destroyDesign(source, options, page),
      ),
  );

  verb(program, 'pipeline', 'write the deploy order as a file of GitHub Actions, Atlantis or HCP Terraform')
    .argument('<source>', 'the YAML file, or a folder that synth wrote')
    .requiredOption('--for <runner>', 'github, atlantis or hcp')
    .option('-o, --output <file>', 'the file to write; without it the text is printed')
    .option('--force', 'overwrite a file that wattform did not write')
    .option('--engine <name>', 'terraform or tofu', 'terraform')
    .option('--engine-version <version>', 'an exact version of the engine')
    .option('--branch <name>', 'what lands on this branch is applied', 'main')
    .option('--environment <name>', 'github: the environment whose reviewers approve an apply', 'production')
    .option('--folder <dir>', 'where the synthesized folder is in the repository; cdktf.out for a blueprint')
    .action((source: string, options: CommonOptions & PipelineVerbOptions) =>
      run(options, () => (require('./verbs/pipeline') as typeof import('./verbs/pipeline')).pipeline(source, options)),
    );

  verb(program, 'catalog', 'print the facts that designs are made from, with their sources')
    .argument('[table]', 'accelerators, instances or regions; without it, how much there is of each')
    .option('--cloud <cloud>', 'only rows of this cloud')
    .option('--vendor <vendor>', 'only accelerators of this vendor, or instances that have them')
    .option('--accelerator <id>', 'only this accelerator, or instances that have it')
    .action((name: string | undefined, options: CommonOptions & CatalogFilters) =>
      run(options, (page) =>
        (require('./verbs/catalog') as typeof import('./verbs/catalog')).catalog(name, options, page),
      ),
    );

  verb(program, 'schema', 'print the JSON Schema of blueprints, for editors').action((options: CommonOptions) =>
    run(options, () => (require('./verbs/schema') as typeof import('./verbs/schema')).schema()),
  );

  program.addHelpText('after', `\n${EXIT_CODE_HELP}\n\nStart with: wattform init && wattform synth blueprint.yaml`);
  return program;
}

function hallVerb(program: Command, name: string, description: string): Command {
  return verb(program, name, description)
    .argument('<blueprint>', 'the YAML file')
    .option('--site <name>', 'only the hall of this site; by default all halls')
    .option('--svg <file>', 'draw it into this file too, as SVG; needs --site where there are several halls');
}

function deployVerb(program: Command, name: string, description: string): Command {
  const several = (value: string, before: string[] = []): string[] => [...before, value];
  return verb(program, name, description)
    .argument('<source>', 'the YAML file, or a folder that synth wrote')
    .option('-o, --output <dir>', 'the folder that the blueprint is synthesized to', 'cdktf.out')
    .option('--engine <name>', 'terraform, tofu, or a path; by default the first of the two on the PATH')
    .option('--auto-approve', 'apply every plan without asking')
    .option('--parallel <n>', 'stacks at a time')
    .option('--adopt <address=id>', 'this object exists by this id: bring it into the state; repeatable', several)
    .option('--absent <address>', 'this object, which may have been created, does not exist; repeatable', several)
    .option('--recover', 'the state is the best there is: bring in what it lacks from the journal of earlier deploys');
}

function verb(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', 'print one JSON document on stdout instead of text')
    .allowExcessArguments(false)
    .addHelpText('after', `\n${EXIT_CODE_HELP}`);
}

/** Of an option that may be given more than once: all of its values. */
function repeated(value: string, before: string[] = []): string[] {
  return [...before, value];
}

import fs from 'node:fs';
import path from 'node:path';
import { readBlueprint, renderFindings } from './blueprints/language';
import { loadCatalog } from './catalog';
import { TargetRegistry } from './constructs/targets/registry';
import { synthesizeBlueprint } from './stacks';

/**
 * The program behind `cdktf synth`: cdktf.json names the blueprint in its context, and the cdktf command says where to write.
 * `wattform synth` does the same with no command but its own.
 */
function main(): number {
  const project = process.cwd();
  const settings = JSON.parse(fs.readFileSync(path.join(project, 'cdktf.json'), 'utf8')) as {
    readonly output?: string;
    readonly context?: { readonly blueprint?: string };
  };
  const file = settings.context?.blueprint ?? 'blueprints/small.yaml';
  const registry = TargetRegistry.builtIn();
  const loaded = readBlueprint(file, { targets: registry.names() });
  if (loaded.document === undefined) {
    process.stderr.write(`${renderFindings(loaded.findings, loaded.source)}\n`);
    return 1;
  }
  const outdir = process.env.CDKTF_OUTDIR ?? settings.output ?? 'cdktf.out';
  const result = synthesizeBlueprint(loaded.document, { outdir, catalog: loadCatalog(), registry });
  if (result.findings.length > 0) {
    process.stderr.write(`${renderFindings(result.findings, loaded.source)}\n`);
  }
  return result.basis === undefined ? 1 : 0;
}

process.exitCode = main();

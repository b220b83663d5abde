import { blueprintSchema } from '../../blueprints/language';
import { TargetRegistry } from '../../constructs/targets/registry';
import { ExitCode } from '../exit-code';
import type { Outcome } from '../outcome';

/** Prints the JSON Schema of blueprints as it is, with and without `--json`: redirect it into a file that an editor reads. */
export function schema(): Outcome {
  const document = blueprintSchema(TargetRegistry.builtIn().names());
  return {
    exitCode: ExitCode.OK,
    text: JSON.stringify(document, null, 2),
    document: { ok: true, findings: [], schema: document },
  };
}

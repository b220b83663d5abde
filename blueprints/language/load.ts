import { checkValues, type LanguageOptions } from './check';
import { decode } from './decode';
import type { BlueprintDocument } from './document';
import type { Finding } from './finding';
import { parseYaml } from './parse-yaml';
import { readBounded } from './read-file';
import { sortFindings } from './sort-findings';
import { BlueprintSource } from './source';
import { yamlValues } from './yaml-values';

export interface LoadOptions extends LanguageOptions {
  /** Name of the file, for findings. */
  readonly file: string;
}

/** A blueprint that was read. */
export interface LoadedBlueprint {
  /** There when no finding is an error. */
  readonly document?: BlueprintDocument;
  /** By line, column and code. */
  readonly findings: Finding[];
  /** Leads from findings, these and later ones, to lines. */
  readonly source: BlueprintSource;
}

/** Reads and checks a blueprint file. Whatever the file is, the answer is a document or findings; nothing is thrown. */
export function readBlueprint(file: string, options: LanguageOptions): LoadedBlueprint {
  const { bytes, finding } = readBounded(file);
  if (bytes === undefined)
    return { findings: finding === undefined ? [] : [finding], source: new BlueprintSource(file) };
  return loadBlueprint(bytes, { file, targets: options.targets });
}

/** Checks the text of a blueprint. */
export function loadBlueprint(source: string | Buffer, options: LoadOptions): LoadedBlueprint {
  const decoded = decode(source);
  const bare = new BlueprintSource(options.file, decoded.text);
  if (decoded.finding !== undefined || decoded.text === undefined)
    return { findings: decoded.finding === undefined ? [] : [decoded.finding], source: bare };

  const parsed = parseYaml(decoded.text);
  if (parsed.findings.length > 0) return { findings: sortFindings(parsed.findings, bare), source: bare };
  if (parsed.document === undefined)
    return { ...checkValues(undefined, [], options.targets, () => undefined), source: bare };

  const { value, root, findings } = yamlValues(parsed.document);
  const located = new BlueprintSource(options.file, decoded.text, root);
  const checked = checkValues(value, findings, options.targets, (path) => located.rawText(path));
  return { document: checked.document, findings: sortFindings(checked.findings, located), source: located };
}

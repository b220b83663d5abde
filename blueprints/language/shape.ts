import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Finding, Path } from './finding';
import { blueprintSchema } from './schema';
import { type RawText, translate } from './shape-words';
import { suggest } from './suggest';

/** Compiled schemas by their targets: compiling costs more than a large blueprint does. Nothing else is kept between calls. */
const compiled = new Map<string, ValidateFunction>();

/** A finding for each place where a document does not have the form that the schema asks; in no order. */
export function checkShape(document: unknown, targets: string[], rawText: RawText): Finding[] {
  const validate = compile(targets);
  if (validate(document)) return [];
  return mostTelling(withoutMisspelt(validate.errors ?? [])).flatMap((error) =>
    translate(error, pathOf(error), rawText),
  );
}

function compile(targets: string[]): ValidateFunction {
  const key = targets.join(' ');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    validateSchema: false,
    addUsedSchema: false,
    // Optimizing takes a third of the time of compiling and does not pay for one document.
    code: { optimize: false },
  });
  ajv.addVocabulary(['patternErrorMessage']);
  const validate = ajv.compile(blueprintSchema(targets));
  compiled.set(key, validate);
  return validate;
}

/** Errors that only repeat what others say. */
const DERIVED = new Set(['if', 'propertyNames']);

/** When one value breaks several keywords, the first of these is what its writer must know. */
const ORDER = ['type', 'const', 'enum', 'minLength', 'maxLength', 'pattern'];

/** A required key that was misspelt is one mistake: the unknown key and its "did you mean" say it. */
function withoutMisspelt(errors: ErrorObject[]): ErrorObject[] {
  const meant = new Set<string>();
  for (const { keyword, instancePath, params, parentSchema } of errors) {
    if (keyword !== 'additionalProperties') continue;
    meant.add(`${instancePath}\n${suggest(params.additionalProperty, Object.keys(parentSchema?.properties ?? {}))}`);
  }
  return errors.filter(
    ({ keyword, instancePath, params }) =>
      keyword !== 'required' || !meant.has(`${instancePath}\n${params.missingProperty}`),
  );
}

function mostTelling(errors: ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (DERIVED.has(error.keyword)) continue;
    const detail = error.params.missingProperty ?? error.params.additionalProperty ?? error.propertyName ?? '';
    const aspect = error.keyword === 'required' || error.keyword === 'additionalProperties' ? error.keyword : '';
    const place = `${error.instancePath}\n${aspect}\n${error.propertyName === undefined ? '' : 'key'}\n${detail}`;
    const other = byPlace.get(place);
    if (other === undefined || rank(error) < rank(other)) byPlace.set(place, error);
  }
  return [...byPlace.values()];
}

function rank(error: ErrorObject): number {
  const index = ORDER.indexOf(error.keyword);
  return index === -1 ? ORDER.length : index;
}

function pathOf(error: ErrorObject): Path {
  if (error.instancePath === '') return [];
  return error.instancePath
    .slice(1)
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

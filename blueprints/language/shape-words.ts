import type { ErrorObject } from 'ajv';
import { LanguageCode } from './codes';
import { Caret, type Finding, type Path } from './finding';
import {
  type ParsedMemory,
  type ParsedQuantity,
  parseApparentPower,
  parseCompute,
  parseDataRate,
  parseDataSize,
  parseDuration,
  parseMemory,
  parsePower,
  parsePowerRamp,
  parseWeight,
} from './quantities';
import type { JsonSchema } from './schema';
import { TextKind } from './schema/json-schema';
import { BACKENDS } from './schema/state';
import { described, dotted, quoted, subject } from './show';
import { didYouMean } from './suggest';

/** A scalar as its writer wrote it, which YAML may have read as something else (`1.30` as 1.3); undefined when unknown. */
export type RawText = (path: Path) => string | undefined;

/** The words for one error of the schema; several for a list with several repetitions. */
export function translate(error: ErrorObject, path: Path, rawText: RawText): Finding[] {
  const schema = error.parentSchema as JsonSchema;
  switch (error.keyword) {
    case 'additionalProperties':
      return [unknownKey(path, String(error.params.additionalProperty), Object.keys(schema.properties as object))];
    case 'required':
      return [missingKey(path, String(error.params.missingProperty), error)];
    case 'type':
      return [wrongType(path, error, schema, rawText)];
    case 'enum':
      return [error.propertyName === undefined ? notAllowed(path, error, schema) : settingOfOtherBackend(path, error)];
    case 'minItems':
    case 'minProperties':
      return [
        {
          code: LanguageCode.LIST,
          path,
          at: Caret.KEY,
          message: `${subject(path)} is empty`,
          expected: `at least one ${schema.title ?? 'item'}`,
        },
      ];
    case 'maxItems':
    case 'maxProperties':
      return [
        {
          code: LanguageCode.LIST,
          path,
          at: Caret.KEY,
          message: `${subject(path)} has too many entries`,
          expected: `at most ${error.params.limit}`,
        },
      ];
    case 'uniqueItems':
      return repetitions(path, error.data as unknown[]);
    case 'minimum':
    case 'maximum':
      return [outOfRange(path, error, schema)];
    default:
      return [wrongText(path, error, schema)];
  }
}

function unknownKey(path: Path, key: string, known: string[]): Finding {
  return {
    code: LanguageCode.UNKNOWN_KEY,
    path: [...path, key],
    at: Caret.KEY,
    message: `unknown key ${quoted(key)} in ${dotted(path)}`,
    expected: oneOfWords(known),
    hint: didYouMean(key, known),
  };
}

function missingKey(path: Path, key: string, error: ErrorObject): Finding {
  const backend = (error.data as { backend?: unknown }).backend;
  if (path.length === 1 && path[0] === 'state' && typeof backend === 'string') {
    const message = `state has no ${quoted(key)}, which backend ${backend} needs`;
    return {
      code: LanguageCode.BACKEND,
      path,
      at: Caret.KEY,
      message,
      expected: `"${key}" beside "backend: ${backend}"`,
    };
  }
  const property = (error.parentSchema as JsonSchema).properties as { [name: string]: JsonSchema };
  return {
    code: LanguageCode.MISSING_KEY,
    path,
    at: Caret.KEY,
    message: `${dotted(path)} has no ${quoted(key)}`,
    expected: `${key}: ${formOf(property[key])}`,
  };
}

function settingOfOtherBackend(path: Path, error: ErrorObject): Finding {
  const key = String(error.propertyName);
  const allowed = (error.params.allowedValues as string[]).filter((word) => word !== 'backend');
  return {
    code: LanguageCode.BACKEND,
    path: [...path, key],
    at: Caret.KEY,
    message: `this backend takes no ${quoted(key)}`,
    expected: allowed.length === 0 ? 'no settings beside "backend"' : oneOfWords(allowed),
    hint: `backends with it: ${backendsWith(key).join(', ')}`,
  };
}

function backendsWith(key: string): string[] {
  return Object.keys(BACKENDS).filter((backend) =>
    [...BACKENDS[backend].required, ...BACKENDS[backend].optional].includes(key),
  );
}

function wrongType(path: Path, error: ErrorObject, schema: JsonSchema, rawText: RawText): Finding {
  const got = error.data;
  const empty = got === null || got === undefined;
  const quantity = typeof got === 'number' ? problemOf(schema.title, String(rawText(path) ?? got)) : undefined;
  if (quantity !== undefined) return { code: LanguageCode.QUANTITY, path, ...quantity };
  return {
    code: LanguageCode.WRONG_TYPE,
    path,
    message: empty ? `${subject(path)} is empty` : `${subject(path)} is ${described(got)}`,
    expected: formOf(schema),
    hint: typeHint(path, got, schema, rawText),
  };
}

function typeHint(path: Path, got: unknown, schema: JsonSchema, rawText: RawText): string | undefined {
  if (schema.type === 'string' && (typeof got === 'number' || typeof got === 'boolean')) {
    return `put it in quotes: "${rawText(path) ?? got}"`;
  }
  if (
    typeof got === 'string' &&
    (schema.type === 'integer' || schema.type === 'number') &&
    /^[0-9]+(\.[0-9]+)?$/.test(got)
  ) {
    return `write it without quotes: ${got}`;
  }
  if (schema.type === 'array' && typeof got === 'string') return `write a list: [${quoted(got).slice(1, -1)}]`;
  return undefined;
}

function notAllowed(path: Path, error: ErrorObject, schema: JsonSchema): Finding {
  const allowed = (schema.enum as unknown[]).map(String);
  return {
    code: LanguageCode.NOT_ALLOWED,
    path,
    message: `${subject(path)} is ${described(error.data)}`,
    expected: oneOfWords(allowed),
    hint: didYouMean(String(error.data), allowed),
  };
}

function repetitions(path: Path, items: unknown[]): Finding[] {
  return items.flatMap((item, index) =>
    items.indexOf(item) === index
      ? []
      : [
          {
            code: LanguageCode.LIST,
            path: [...path, String(index)],
            message: `${subject(path)} names ${quoted(String(item))} twice`,
            hint: 'remove one',
          },
        ],
  );
}

function outOfRange(path: Path, error: ErrorObject, schema: JsonSchema): Finding {
  const whole = schema.type === 'integer' ? 'a whole number' : 'a number';
  return {
    code: LanguageCode.OUT_OF_RANGE,
    path,
    message: `${subject(path)} is ${String(error.data)}`,
    expected: `${whole} from ${schema.minimum} to ${schema.maximum}`,
  };
}

/** A text that has not the form: too short, too long, or against its pattern. */
function wrongText(path: Path, error: ErrorObject, schema: JsonSchema): Finding {
  const isKey = error.propertyName !== undefined;
  const got = isKey ? String(error.propertyName) : String(error.data);
  const place = isKey ? { path: [...path, got], at: Caret.KEY } : { path };
  const quantity = problemOf(schema.title, got);
  if (quantity !== undefined) return { code: LanguageCode.QUANTITY, ...place, ...quantity };
  const isName = schema.title === TextKind.NAME;
  return {
    code: isName ? LanguageCode.NAME : LanguageCode.WRONG_FORM,
    ...place,
    message: `${isKey ? 'the name' : subject(path)} ${isKey ? '' : 'is '}${quoted(got)}${isKey ? ` in ${dotted(path)} is not usable` : ''}${sizeOf(got)}`,
    expected: formOf(schema),
    hint: isName ? nameHint(got, schema) : blockHint(path, got),
  };
}

function sizeOf(text: string): string {
  return text.length > 30 ? `, ${text.length} characters long` : '';
}

/** The nearest name that is one. */
function nameHint(got: string, schema: JsonSchema): string | undefined {
  if (got.length > 30) return 'choose a shorter name';
  const name = got
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return new RegExp(String(schema.pattern)).test(name) ? `did you mean "${name}"?` : undefined;
}

/** The /16 that an address block lies in, when it is private. */
function blockHint(path: Path, got: string): string | undefined {
  if (path[path.length - 1] !== 'cidr') return undefined;
  const match = /^(10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?$/.exec(got);
  return match === null ? undefined : `did you mean "${match[1]}.0.0/16"?`;
}

const PARSERS: { readonly [kind: string]: (text: string) => ParsedQuantity | ParsedMemory } = {
  [TextKind.POWER]: parsePower,
  [TextKind.DATA_SIZE]: parseDataSize,
  [TextKind.DATA_RATE]: parseDataRate,
  [TextKind.COMPUTE]: parseCompute,
  [TextKind.MEMORY]: parseMemory,
  [TextKind.APPARENT_POWER]: parseApparentPower,
  [TextKind.POWER_RAMP]: parsePowerRamp,
  [TextKind.WEIGHT]: parseWeight,
  [TextKind.DURATION]: parseDuration,
};

function problemOf(kind: unknown, text: string) {
  return typeof kind === 'string' ? PARSERS[kind]?.(text).problem : undefined;
}

const TYPES: { readonly [type: string]: string } = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
};

/** What a schema accepts, in words. */
function formOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return oneOfWords(schema.enum.map(String));
  if (schema.const !== undefined) return String(schema.const);
  if (typeof schema.patternErrorMessage === 'string') return schema.patternErrorMessage;
  if (typeof schema.maxLength === 'number')
    return `text of ${schema.minLength === undefined ? 'at most' : '1 to'} ${schema.maxLength} characters`;
  if (schema.type === 'object' && typeof schema.title === 'string')
    return `a map with an entry for each ${schema.title}`;
  if (schema.type === 'object' && typeof schema.properties === 'object')
    return `a map with ${Object.keys(schema.properties as object).join(', ')}`;
  if (typeof schema.minimum === 'number')
    return `${TYPES[String(schema.type)]} from ${schema.minimum} to ${schema.maximum}`;
  return TYPES[String(schema.type)];
}

function oneOfWords(words: string[]): string {
  return words.length === 1 ? words[0] : `one of ${words.join(', ')}`;
}

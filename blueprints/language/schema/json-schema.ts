/** A JSON Schema, draft-07: the draft that editors' YAML servers support best. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The properties of a map, and which of them must be there. */
export interface MapOptions {
  readonly description: string;
  readonly properties: { readonly [name: string]: JsonSchema };
  readonly required: string[];
}

/** A map with known keys and no others. */
export function map(options: MapOptions): JsonSchema {
  return { type: 'object', additionalProperties: false, ...options };
}

export interface NamedOptions {
  readonly description: string;
  /** What one entry is called: `site`. */
  readonly entry: string;
  readonly name: JsonSchema;
  readonly value: JsonSchema;
  /** @default false */
  readonly mayBeEmpty?: boolean;
}

/** A map whose keys are names that the writer chooses. */
export function named(options: NamedOptions): JsonSchema {
  return {
    type: 'object',
    title: options.entry,
    description: options.description,
    ...(options.mayBeEmpty ? {} : { minProperties: 1 }),
    propertyNames: options.name,
    additionalProperties: options.value,
  };
}

export interface TextOptions {
  readonly description: string;
  readonly pattern: string;
  /** What the pattern asks for, in words; editors and the loader both show it. */
  readonly form: string;
  readonly examples?: string[];
  readonly default?: string;
  /** @default - a text without a kind */
  readonly title?: TextKind;
}

/** Kinds of text that the loader reads with a parser of its own, for a better error than a pattern gives. */
export enum TextKind {
  NAME = 'name',
  POWER = 'power',
  DATA_SIZE = 'data size',
  DATA_RATE = 'data rate',
  COMPUTE = 'compute',
  MEMORY = 'memory',
  APPARENT_POWER = 'apparent power',
  POWER_RAMP = 'power ramp',
  WEIGHT = 'weight',
  DURATION = 'duration',
}

/** Text of a certain form. */
export function text(options: TextOptions): JsonSchema {
  const { form, ...schema } = options;
  return { type: 'string', ...schema, patternErrorMessage: form };
}

/** Text in which anything may stand, line ends included. */
export function freeText(description: string, maxLength: number): JsonSchema {
  return { type: 'string', description, minLength: 1, maxLength };
}

/** One of a few words. */
export function oneOf(description: string, words: string[], fallback?: string): JsonSchema {
  return { type: 'string', description, enum: words, ...(fallback === undefined ? {} : { default: fallback }) };
}

/** A list of distinct texts. */
export function list(description: string, items: JsonSchema): JsonSchema {
  return { type: 'array', description, items, minItems: 1, maxItems: 100, uniqueItems: true };
}

/** A whole number within bounds. */
export function whole(description: string, minimum: number, maximum: number): JsonSchema {
  return { type: 'integer', description, minimum, maximum };
}

import { type IPolicyRule, type PolicyObservation, PolicyOutcome, PolicySeverity } from './rule';

const ID = /^[A-Z][A-Z0-9_-]{1,39}$/;
const TEXTS = ['title', 'why', 'remedy', 'looksAt'] as const;
const METHODS = ['applies', 'observe'] as const;

/** What of a value that should be a rule is not so. Undefined: it is one. */
export function ruleFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return `it is ${kindOf(value)}, a rule is expected`;
  const rule = value as { readonly [key in keyof IPolicyRule]?: unknown };
  if (typeof rule.id !== 'string' || !ID.test(rule.id)) {
    return `"id" is ${kindOf(rule.id)}: 2 to 40 of A-Z, 0-9, _ and - are expected, a letter first, such as "ACME-1"`;
  }
  if (!Object.values<unknown>(PolicySeverity).includes(rule.severity)) {
    return `"severity" of ${rule.id} is ${kindOf(rule.severity)}: ${Object.values(PolicySeverity).join(' or ')} is expected`;
  }
  const text = TEXTS.find((key) => typeof rule[key] !== 'string' || rule[key].trim() === '');
  if (text !== undefined) return `"${text}" of ${rule.id} is ${kindOf(rule[text])}: a sentence is expected`;
  const method = METHODS.find((key) => typeof rule[key] !== 'function');
  if (method !== undefined) return `"${method}" of ${rule.id} is ${kindOf(rule[method])}: a function is expected`;
  return undefined;
}

const OPTIONAL: { readonly [key in keyof PolicyObservation]?: string } = {
  message: 'string',
  measured: 'number',
  limit: 'number',
  unit: 'string',
  stack: 'string',
  address: 'string',
  constructPath: 'string',
};

/** What of an answer of a rule is no list of observations. Undefined: it is one. */
export function answerFault(value: unknown): string | undefined {
  if (!Array.isArray(value)) return `it answered ${kindOf(value)}: a list of observations is expected`;
  const faults = value.map((each, index) => {
    const fault = observationFault(each);
    return fault === undefined ? undefined : `observation ${index + 1}: ${fault}`;
  });
  return faults.find((fault) => fault !== undefined);
}

function observationFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return `it is ${kindOf(value)}`;
  const each = value as { readonly [key in keyof PolicyObservation]?: unknown };
  if (!Object.values<unknown>(PolicyOutcome).includes(each.outcome)) return `"outcome" is ${kindOf(each.outcome)}`;
  if (typeof each.subject !== 'string' || each.subject === '') return `"subject" is ${kindOf(each.subject)}`;
  if (each.outcome !== PolicyOutcome.HOLDS && typeof each.message !== 'string') return '"message" is missing';
  const wrong = Object.entries(OPTIONAL).find(([key, type]) => {
    const got = each[key as keyof PolicyObservation];
    return got !== undefined && typeof got !== type;
  });
  if (wrong !== undefined) return `"${wrong[0]}" is no ${wrong[1]}`;
  const path = each.blueprintPath;
  const isPath = path === undefined || (Array.isArray(path) && path.every((step) => typeof step === 'string'));
  return isPath ? undefined : '"blueprintPath" is no list of texts';
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return Array.isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

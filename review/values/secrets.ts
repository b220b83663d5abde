/** Stands where a secret would. */
export const MASK = '(secret)';

/** Names under which providers and people keep secrets. A name that only points to one (`secret_name`, `token_ttl`) is none. */
const SECRET_NAME =
  /(^|[_\-.])(pass(word|wd|phrase)|secret|token|private_?key|api_?key|access_?key|account_?key|shared_?key|connection_?string|credentials?|auth_?key|client_?secret|kube_?config|admin_?ssh_?private)$/i;

/** Texts that are secrets whatever they are called: keys of clouds and hubs, tokens, private keys, passwords in addresses. */
const SECRET_TEXT =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abprs]-[\w-]{10,}|\bAccountKey=[^;\s]{20,}|:\/\/[^\s:@/]+:[^\s@/]+@|\b(password|secret|token)(["']?\s*=\s*|["']\s*:\s*|:\s+)["']?[^\s"']{6,}/i;

/** Whether a value of this name is taken for a secret. */
export function isSecretName(name: string | number): boolean {
  return typeof name === 'string' && SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** Whether a text holds what looks like a secret. */
export function looksSecret(value: unknown): boolean {
  return typeof value === 'string' && SECRET_TEXT.test(value);
}

/**
 * A value with its secrets masked.
 * @param sensitive true, or the same shape with true where the provider says that a value is secret
 */
export function masked(value: unknown, sensitive: unknown, name: string | number = ''): unknown {
  if (value === undefined || value === null || value === '') return value;
  if (sensitive === true || looksSecret(value)) return MASK;
  if (Array.isArray(value)) return value.map((each, index) => masked(each, markOf(sensitive, index), name));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, masked(each, markOf(sensitive, key), key)]),
    );
  }
  return typeof value === 'string' && isSecretName(name) ? MASK : value;
}

/** What is said of a part of a value; what is true of the whole is true of its parts. */
export function markOf(mark: unknown, step: string | number): unknown {
  if (mark === true) return true;
  if (typeof mark !== 'object' || mark === null) return undefined;
  return (mark as { readonly [step: string | number]: unknown })[step];
}

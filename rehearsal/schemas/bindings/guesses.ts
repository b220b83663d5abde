import type { ValueType } from '../../host/schema';

/** Bindings do not say what is secret. By its name: a secret that is shown does more harm than a value that is hidden. */
export function looksSensitive(name: string, type: ValueType | undefined): boolean {
  return type !== 'bool' && type !== 'number' && SECRET.test(name) && !ABOUT_A_SECRET.test(name);
}

const SECRET =
  /(^|_)(passwords?|passwd|passphrase|secret|token|private_key|access_key|access_policy_key|shared_key|auth_key|authorization_key|api_key|master_key|account_key|host_key|instrumentation_key|key_material|connection_string|credentials?|protected_settings|kubeconfig|kube_(admin_)?config|sas|sas_url|sas_key)(_|$)|(primary|secondary)_.*key$/;
const ABOUT_A_SECRET =
  /_(ids?|arns?|names?|versions?|types?|uri|url|param|parameter|spec|source|thumbprint|expiry|date|time|validity|policy|endpoint|path|files?|status|format|method|methods|permissions|expression)$/;

/** Only compiled bindings without their sources leave open whether the provider decides what was left out. */
export function looksDecided(name: string): boolean {
  return DECIDED.has(name);
}

const DECIDED = new Set(['id', 'arn', 'region', 'tags_all']);

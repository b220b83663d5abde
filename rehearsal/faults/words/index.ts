import { AWS_WORDS } from './aws';
import { AZURE_WORDS } from './azure';
import { NETBOX_WORDS } from './netbox';
import { type CloudWords, called } from './refusal';

/** By the prefix of a provider's types. */
const WORDS: { readonly [provider: string]: CloudWords } = {
  aws: AWS_WORDS,
  azurerm: AZURE_WORDS,
  netbox: NETBOX_WORDS,
};

/** Of an API of which nothing more is known. */
const PLAIN: CloudWords = {
  machines: [],
  machineOf: () => '',
  capacity: {},
  quota: {},
  attempts: 10,
  error: (asking) => `creating ${called(asking)}: the API answered 500 Internal Server Error`,
  throttled: (asking) => `creating ${called(asking)}: the API answered 429 Too Many Requests`,
};

/** What the cloud of a type says. */
export function wordsOf(type: string): CloudWords {
  return WORDS[type.split('_')[0] ?? ''] ?? PLAIN;
}

import { creationOf, placeOf } from '../../host/netbox/answers';
import type { CloudWords } from './refusal';

/**
 * Words of the provider of NetBox. It waits for an answer as long as `request_timeout` says, 10 s by default, and asks once. What
 * NetBox made by then stands, and is in no state: measured with provider 5.7.0 on NetBox 4.4.10. The words are those of Go's
 * net/http.
 */
export const NETBOX_WORDS: CloudWords = {
  machines: [],
  machineOf: () => '',
  capacity: {},
  quota: {},
  attempts: 1,
  error: ({ type }) => `${creationOf(type, 500)}  map[error:Internal Server Error]`,
  throttled: ({ type }) => `${creationOf(type, 429)}  map[detail:Request was throttled.]`,
  timeout: ({ type }) =>
    `Post "https://netbox.example.invalid${placeOf(type)}": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
};

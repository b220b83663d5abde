import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A remote state with a lock, as the http backend speaks to it. */
export interface StateServer {
  readonly backend: { readonly http: { readonly [argument: string]: string } };
  /** Empty: there is none yet. */
  readonly state: () => string;
  close(): void;
}

/** Engines send a state there every twenty seconds at most: one that is killed before has sent nothing. */
export async function stateServer(): Promise<StateServer> {
  let state = '';
  let lock = '';
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = (status: number, text = ''): void => void response.writeHead(status).end(text);
      switch (request.method) {
        case 'LOCK':
          if (lock !== '') return answer(423, lock);
          lock = body;
          return answer(200);
        case 'UNLOCK':
          lock = '';
          return answer(200);
        case 'POST':
          state = body;
          return answer(200);
        default:
          return state === '' ? answer(404) : answer(200, state);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/state`;
  return {
    backend: { http: { address, lock_address: address, unlock_address: address } },
    state: () => state,
    close: () => void server.close(),
  };
}

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A state as an engine writes it, as far as a rehearsal looks into it. */
export interface State {
  readonly resources?: {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: {
      readonly index_key?: string | number;
      readonly status?: string;
      readonly attributes?: { readonly [name: string]: unknown };
      readonly dependencies?: string[];
    }[];
  }[];
}

/** Where stacks keep their states. */
export interface States {
  /** Where a stack keeps its state, and its lock. */
  addressOf(stack: string): string;
  /** What a stack wrote last. */
  stateOf(stack: string): State;
}

/**
 * Keeps the states of a rehearsal in memory, for the `http` backend of the engines. With a state in a file, an engine writes all
 * of it after each object: a thousand objects take minutes.
 */
export class StateServer implements States {
  private readonly states = new Map<string, string>();
  private readonly locks = new Map<string, string>();
  /** Other programs of this machine can reach the port; none can guess this. */
  private readonly secret = randomUUID();
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  /** Listens on this machine alone. */
  async start(): Promise<void> {
    await new Promise<void>((listening, failed) => {
      this.server.once('error', failed).listen(0, '127.0.0.1', listening);
    });
  }

  isListening(): boolean {
    return this.server.listening;
  }

  addressOf(stack: string): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${this.secret}/${encodeURIComponent(stack)}`;
  }

  stateOf(stack: string): State {
    const text = this.states.get(this.pathOf(stack));
    return text === undefined ? {} : (JSON.parse(text) as State);
  }

  /** A place of its own for the states of a second design, whose stacks may have the same names. */
  under(design: string): States {
    const name = (stack: string): string => `${design}/${stack}`;
    return { addressOf: (stack) => this.addressOf(name(stack)), stateOf: (stack) => this.stateOf(name(stack)) };
  }

  /** Lets a stack of one design begin from the state of one of another. */
  copy(from: string, to: string): void {
    const state = this.states.get(this.pathOf(from));
    if (state !== undefined) this.states.set(this.pathOf(to), state);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private pathOf(stack: string): string {
    return `/${this.secret}/${encodeURIComponent(stack)}`;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url?.split('?')[0] ?? '';
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const [status, body] = path.startsWith(`/${this.secret}/`)
        ? this.act(request.method ?? '', path, Buffer.concat(pieces).toString('utf8'))
        : [404];
      response.writeHead(status).end(body);
    });
  }

  private act(method: string, path: string, body: string): [status: number, body?: string] {
    switch (method) {
      case 'GET': {
        const state = this.states.get(path);
        return state === undefined ? [404] : [200, state];
      }
      case 'POST':
        this.states.set(path, body);
        return [200];
      case 'DELETE':
        this.states.delete(path);
        return [200];
      case 'LOCK': {
        const holder = this.locks.get(path);
        if (holder !== undefined) return [423, holder];
        this.locks.set(path, body);
        return [200];
      }
      case 'UNLOCK':
        this.locks.delete(path);
        return [200];
      default:
        return [405];
    }
  }
}

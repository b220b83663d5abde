import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Server, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { Cloud } from '../../rehearsal/host/cloud';
import { hostProviders } from '../../rehearsal/host/host';
import { shippedSchema } from '../../rehearsal/schemas';

/** A simulated cloud that outlives whatever is killed, and takes its time. */
export interface SlowCloud {
  readonly cloud: Cloud;
  readonly environment: NodeJS.ProcessEnv;
  /** Before and after each change, in milliseconds at most. */
  latency: number;
  /** Types whose creation is refused. */
  readonly refused: Set<string>;
  /** Settled when no change is under way. */
  quiet(): Promise<void>;
  close(): void;
}

type Call = ServerUnaryCall<
  { readonly type_name?: string; readonly id?: string; readonly planned_state?: unknown },
  object
>;
type Handler = (call: Call, done: sendUnaryData<object>) => void;

let last: Promise<unknown> = Promise.resolve();

/** Plays AWS in this process, by its true schema. One at a time is begun: its calls are taken on the way into the server. */
export function slowCloud(folder: string, random: () => number): Promise<SlowCloud> {
  const next = last.then(() => beginCloud(folder, random));
  last = next.catch(() => undefined);
  return next;
}

async function beginCloud(folder: string, random: () => number): Promise<SlowCloud> {
  const sockets = join(folder, 's');
  mkdirSync(sockets, { recursive: true });
  const cloud = new Cloud();
  const pending = new Set<object>();
  const slow: SlowCloud = {
    cloud,
    environment: {},
    latency: 0,
    refused: new Set(),
    quiet: async () => {
      while (pending.size > 0) await pause(10);
    },
    close: () => undefined,
  };
  const wrapped = (handlers: { [name: string]: Handler }): { [name: string]: Handler } => ({
    ...handlers,
    ApplyResourceChange: async (call, done) => {
      pending.add(call);
      await pause(random() * slow.latency);
      // Whoever asked is gone, and the request with it.
      if (call.cancelled) {
        pending.delete(call);
        return;
      }
      if (slow.refused.has(call.request.type_name ?? '')) {
        pending.delete(call);
        done(null, { new_state: call.request.planned_state && { msgpack: Buffer.from([0xc0]) }, diagnostics: [NO] });
        return;
      }
      handlers['ApplyResourceChange']!(call, async (...answer) => {
        await pause(random() * slow.latency);
        pending.delete(call);
        done(...answer);
      });
    },
    ImportResourceState: (call, done) => {
      const id = realId(cloud, call.request.type_name ?? '', call.request.id ?? '');
      Object.assign(call.request, { id });
      handlers['ImportResourceState']!(call, done);
    },
  });
  const original = Server.prototype.addService;
  const spy = jest.spyOn(Server.prototype, 'addService').mockImplementation(function (this: Server, service, handlers) {
    const provider = 'ApplyResourceChange' in handlers;
    original.call(this, service, provider ? (wrapped(handlers as never) as never) : handlers);
  });
  const host = await hostProviders([shippedSchema('aws')!], sockets, { cloud });
  spy.mockRestore();
  Object.assign(slow.environment, { TF_REATTACH_PROVIDERS: host.reattach });
  slow.close = () => {
    host.close();
    rmSync(sockets, { recursive: true, force: true });
  };
  return slow;
}

const NO = { severity: 1, summary: 'no capacity', detail: 'the cloud said no' };

/** The provider imports these by another id than it gives them. */
function realId(cloud: Cloud, type: string, id: string): string {
  if (type !== 'aws_route_table_association') return id;
  const [subnet, table] = id.split('/');
  const found = cloud
    .objects(type)
    .find(({ state }) => state['subnet_id'] === subnet && state['route_table_id'] === table);
  return found?.id ?? id;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The same numbers in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

import { join } from 'node:path';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { type FaultInjector, ProviderDeath } from '../faults/injector';
import { Cloud } from './cloud';
import { PROTOCOL, PROVIDER_CALLS } from './protocol';
import type { ProviderSchema } from './schema';
import { type Request, SimulatedProvider, type Workplace } from './simulated-provider';

/** Providers that an engine can reach. */
export interface ProviderHost {
  /** The value of TF_REATTACH_PROVIDERS. Only for an engine that runs in a private copy: applied to a real state it would ruin it. */
  readonly reattach: string;
  close(): void;
}

/** Where the providers of a host work, and what happens to them there. */
export interface HostOptions extends Workplace {
  /** @default - every change succeeds at once */
  readonly faults?: FaultInjector;
}

/**
 * Plays providers for one run of an engine in one stack: a socket each, all in this process. Every stack needs its own host,
 * because a provider keeps the configuration that the stack gave it.
 * @param directory where the sockets are made; its path must be short (a socket's may have about 100 characters)
 * @param options its cloud outlives the host, and may be shared with other hosts
 */
export async function hostProviders(
  schemas: ProviderSchema[],
  directory: string,
  options: HostOptions = {},
): Promise<ProviderHost> {
  const { cloud = new Cloud(), worker, faults } = options;
  const servers: Server[] = [];
  const close = (): void => {
    for (const server of servers) server.forceShutdown();
  };
  try {
    const entries: [string, object][] = [];
    for (const schema of schemas) {
      const address = join(directory, `${schema.provider}.sock`);
      servers.push(await serve(new SimulatedProvider(schema, { cloud, worker }), address, faults));
      entries.push([schema.source, reattachment(address)]);
    }
    return { reattach: JSON.stringify(Object.fromEntries(entries)), close };
  } catch (error) {
    close();
    throw error;
  }
}

function reattachment(address: string): object {
  return {
    Protocol: 'grpc',
    ProtocolVersion: 6,
    Pid: process.pid,
    // The engine leaves the process of a test provider alone: this one is ours.
    Test: true,
    Addr: { Network: 'unix', String: address },
  };
}

async function serve(provider: SimulatedProvider, address: string, faults?: FaultInjector): Promise<Server> {
  // A fresh definition each: a loaded one is a shared, mutable object.
  const definitions = fromJSON(PROTOCOL as Parameters<typeof fromJSON>[0], { longs: Number, bytes: Buffer });
  // A schema of every type of a large provider is more than the 4 MB that gRPC allows by default.
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  server.addService(
    serviceOf(definitions, 'tfplugin6.Provider'),
    callsOf(provider, faults, () => server.forceShutdown()),
  );
  server.addService(serviceOf(definitions, 'plugin.GRPCController'), {
    // The engine says goodbye after each command; without an answer it waits two seconds.
    Shutdown: (_: Call, done: sendUnaryData<object>) => done(null, {}),
  });
  await new Promise<void>((listening, failed) => {
    server.bindAsync(`unix:${address}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? listening() : failed(error),
    );
  });
  return server;
}

type Call = ServerUnaryCall<Request, object>;
type ProviderCall = Exclude<keyof SimulatedProvider, 'configured'>;
type Definitions = ReturnType<typeof fromJSON>;
type ServiceDefinition = Parameters<Server['addService']>[0];

function serviceOf(definitions: Definitions, name: string): ServiceDefinition {
  return definitions[name] as ServiceDefinition;
}

function callsOf(
  provider: SimulatedProvider,
  faults: FaultInjector | undefined,
  die: () => void,
): Parameters<Server['addService']>[1] {
  const calls = (PROVIDER_CALLS as ProviderCall[]).map((name) => {
    const answer = async ({ request }: Call, done: sendUnaryData<object>): Promise<void> => {
      try {
        const act = (): object => provider[name](request);
        const mayFail = faults !== undefined && name === 'ApplyResourceChange';
        done(null, mayFail ? await faults.answer(request, provider.configured, act) : act());
      } catch (error) {
        // Connections drop, and nobody listens any more.
        if (error instanceof ProviderDeath) die();
        else done({ code: status.INTERNAL, details: `simulated provider, ${name}: ${String(error)}` });
      }
    };
    return [name, answer] as const;
  });
  return Object.fromEntries(calls);
}

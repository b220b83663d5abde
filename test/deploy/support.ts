import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment } from '../../deploy';
import { WATTFORM } from '../cli/wattform';
import { type SlowCloud, slowCloud } from './slow-cloud';
import { stateServer } from './state-server';

/** A folder with a short path: sockets are made in it. */
export function workFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'wf-'));
}

type Block = { readonly [name: string]: unknown };

interface TrialStack {
  readonly after?: string[];
  readonly json: Block;
  /** @default - a local state, as a blueprint without a backend has */
  readonly backend?: Block;
}

/** Writes a synthesized folder of these stacks. */
export function writeStacks(work: string, stacks: { readonly [name: string]: TrialStack }): string {
  const folder = join(work, 'out');
  const manifest: { [name: string]: object } = {};
  for (const [name, { after = [], json, backend }] of Object.entries(stacks)) {
    const home = join(folder, 'stacks', name);
    mkdirSync(home, { recursive: true });
    const local = { local: { path: `../../../terraform.${name}.tfstate` } };
    const terraform = { backend: backend ?? local, ...PROVIDERS };
    writeFileSync(join(home, 'cdk.tf.json'), JSON.stringify({ terraform, ...json }, null, 2));
    manifest[name] = {
      dependencies: after,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
      workingDirectory: `stacks/${name}`,
    };
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks: manifest }));
  writeFileSync(join(folder, 'basis-of-design.json'), JSON.stringify({ name: 'trial', sites: [], stacks: [] }));
  return folder;
}

const PROVIDERS = { required_providers: { aws: { source: 'aws', version: '6.25.0' } } };

const named = (Name: string): Block => ({ tags: { Name } });

/** Eleven objects, one after another and side by side, two of them of a type that is imported by other ids than its own. */
export const NETWORK: Block = {
  provider: { aws: [{ region: 'us-east-2' }] },
  resource: {
    aws_vpc: { main: { cidr_block: '10.0.0.0/16', ...named('main') } },
    aws_subnet: {
      each: {
        for_each: '${{a = "10.0.1.0/24", b = "10.0.2.0/24", c = "10.0.3.0/24"}}',
        vpc_id: '${aws_vpc.main.id}',
        cidr_block: '${each.value}',
        availability_zone: 'us-east-2a',
        ...named('${each.key}'),
      },
    },
    aws_route_table: { main: { vpc_id: '${aws_vpc.main.id}', ...named('main') } },
    aws_route_table_association: {
      each: {
        for_each: '${toset(["a", "b"])}',
        subnet_id: '${aws_subnet.each[each.key].id}',
        route_table_id: '${aws_route_table.main.id}',
      },
    },
    aws_security_group: { main: { vpc_id: '${aws_vpc.main.id}', name: 'main', ...named('main') } },
    aws_cloudwatch_log_group: { main: { name: 'main', ...named('main') } },
    aws_placement_group: { main: { name: 'main', strategy: 'cluster', ...named('main') } },
    aws_iam_role: { main: { name: 'main', assume_role_policy: '{}', ...named('main') } },
  },
  output: { vpc: { value: '${aws_vpc.main.id}' } },
};
export const NETWORK_OBJECTS = 11;

/** Three objects that need the network's output. */
export const READER: Block = {
  provider: { aws: [{ region: 'us-east-2' }] },
  data: { terraform_remote_state: { net: { backend: 'local', config: { path: '../../../terraform.net.tfstate' } } } },
  resource: {
    aws_security_group: {
      reader: { vpc_id: '${data.terraform_remote_state.net.outputs.vpc}', name: 'reader', ...named('reader') },
    },
    aws_placement_group: { reader: { name: 'reader', strategy: 'cluster', ...named('reader') } },
    aws_cloudwatch_log_group: { reader: { name: 'reader', ...named('reader') } },
  },
};
export const READER_OBJECTS = 3;

/** A stack that needs nobody. */
export const ALONE: Block = {
  provider: { aws: [{ region: 'us-east-2' }] },
  resource: { aws_kms_key: { alone: { ...named('alone') } } },
};

/** The command line as a process of its own. */
export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function start(slow: SlowCloud, work: string, words: string[], environment: NodeJS.ProcessEnv = {}): Command {
  const child = spawn(process.execPath, [WATTFORM, ...words], {
    cwd: work,
    env: { PATH: process.env['PATH'], HOME: work, CHECKPOINT_DISABLE: '1', ...slow.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  return { child, ended };
}

/** What `--json` says of a run. */
export function deploymentIn({ stdout }: Ended): Deployment {
  const said = JSON.parse(stdout) as { readonly deploy?: Deployment; readonly destroy?: Deployment };
  const deployment = said.deploy ?? said.destroy;
  if (deployment === undefined) throw new Error(`no deployment: ${stdout}`);
  return deployment;
}

/** The ids of a stack's objects, as its state has them, with their types. */
export function stateIds(work: string, stack: string): string[] {
  const file = join(work, `terraform.${stack}.tfstate`);
  return idsIn(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

export function idsIn(text: string): string[] {
  if (text === '') return [];
  const state = JSON.parse(text) as {
    resources: { mode: string; type: string; instances: { attributes: { id: string } }[] }[];
  };
  return state.resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ type, instances }) => instances.map(({ attributes: { id } }) => `${type} ${id}`))
    .sort();
}

export function cloudIds({ cloud }: SlowCloud): string[] {
  return cloud
    .objects()
    .map(({ type, id }) => `${type} ${id}`)
    .sort();
}

export function journalFolder(work: string, stack: string): string {
  return join(work, '.wattform', 'deploy', 'trial', 'stacks', stack);
}

/** The processes of engines that the journal names. */
export function enginePids(work: string): number[] {
  const folder = join(work, '.wattform', 'deploy', 'trial', 'stacks');
  const stacks = existsSync(folder) ? readdirSync(folder) : [];
  return stacks.flatMap((stack) => {
    try {
      return [(JSON.parse(readFileSync(join(folder, stack, 'engine.json'), 'utf8')) as { pid: number }).pid];
    } catch {
      return [];
    }
  });
}

/** A design of one stack in a cloud of its own. */
export interface Trial {
  readonly work: string;
  readonly slow: SlowCloud;
  /** Types and ids of what the state holds. */
  held(): string[];
  close(): void;
}

/** @param remote whether the state is kept by a server */
export async function trial(random: () => number, latency: number, remote: boolean): Promise<Trial> {
  const work = workFolder();
  const slow = await slowCloud(work, random);
  slow.latency = latency;
  const server = remote ? await stateServer() : undefined;
  writeStacks(work, { net: { json: NETWORK, backend: server?.backend } });
  return {
    work,
    slow,
    held: () => (server === undefined ? stateIds(work, 'net') : idsIn(server.state())),
    close: () => {
      slow.close();
      server?.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messagesIn } from '../../engine';
import { deploymentIn, journalFolder, start, type Trial } from './support';

/**
 * Does what a careful person does after a deploy was killed: the same command again, and for each object that it asks about a
 * look into the cloud.
 * @returns how often it was asked
 */
export async function recover(trial: Trial, verb: 'deploy' | 'destroy' = 'deploy'): Promise<number> {
  const { slow, work } = trial;
  const answers: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const ended = await start(slow, work, [verb, 'out', '--auto-approve', '--json', ...answers]).ended;
    if (ended.code === 0) return answers.length / 2;
    const faults = deploymentIn(ended).stacks.flatMap((stack) => stack.faults);
    const locked = faults.flatMap(({ hint }) => /give it free: (\S+) (\S+) force-unlock (\S+)$/.exec(hint ?? '') ?? []);
    if (locked.length > 0) {
      const [, engine = '', folder = '', id = ''] = locked;
      await promisify(execFile)(engine, [folder, 'force-unlock', '-force', id], {
        env: { ...process.env, ...slow.environment },
      });
      continue;
    }
    const questions = faults.filter(({ hint }) => hint?.includes('--adopt'));
    if (questions.length === 0) throw new Error(`it does not go on: ${ended.stdout}${ended.stderr}`);
    for (const { address = '' } of questions) {
      const id = unknownObject(trial, address);
      answers.push(...(id === undefined ? ['--absent', address] : ['--adopt', `${address}=${id}`]));
    }
  }
  throw new Error('it never ends');
}

/** The import id of an object of the cloud that neither state nor journal knows, by the name that it was given. */
function unknownObject({ slow: { cloud }, work, held }: Trial, address: string): string | undefined {
  const [, type = '', name = '', key] = /^(\w+)\.(\w+)(?:\["(.*)"\])?$/.exec(address) ?? [];
  const known = new Set([...held(), ...journalIds(work, 'net')]);
  const found = cloud.objects(type).filter(({ id }) => !known.has(`${type} ${id}`));
  if (type === 'aws_route_table_association') {
    const subnet = cloud.objects('aws_subnet').find(({ state }) => nameOf(state) === key)?.id;
    const one = found.find(({ state }) => state['subnet_id'] === subnet);
    return one && `${subnet}/${String(one.state['route_table_id'])}`;
  }
  return found.find(({ state }) => nameOf(state) === (key ?? name))?.id;
}

function nameOf(state: { readonly [name: string]: unknown }): unknown {
  return (state['tags'] as { readonly Name?: unknown } | null)?.Name;
}

function journalIds(work: string, stack: string): string[] {
  const folder = journalFolder(work, stack);
  const streams = readdirSync(folder).filter((name) => /^\d+\.jsonl$/.test(name));
  return streams
    .flatMap((name) => messagesIn(readFileSync(join(folder, name), 'utf8')))
    .flatMap(({ type, hook }) =>
      type === 'apply_complete' && hook?.id_value ? [`${hook.resource.resource_type} ${hook.id_value}`] : [],
    );
}

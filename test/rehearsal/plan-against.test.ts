import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planAgainst, StackFate } from '../../rehearsal';
import { temporaryFolder } from '../support/synthesized';
import { withEngines } from './support';

interface Stacks {
  readonly [name: string]: { readonly reads?: string[]; readonly configuration: object };
}

/** A folder as the CDK for Terraform writes it. */
function synthesis(stacks: Stacks): string {
  const folder = temporaryFolder();
  const entries = Object.entries(stacks).map(([name, { reads = [], configuration }]) => {
    mkdirSync(join(folder, 'stacks', name), { recursive: true });
    const readers = reads.map((other) => [
      other,
      { backend: 'local', config: { path: `../../../terraform.${other}.tfstate` } },
    ]);
    const whole = {
      terraform: {
        backend: { local: { path: `../../../terraform.${name}.tfstate` } },
        required_providers: { aws: { source: 'hashicorp/aws' } },
      },
      provider: { aws: [{ region: 'us-east-2' }] },
      ...(readers.length > 0 && { data: { terraform_remote_state: Object.fromEntries(readers) } }),
      ...configuration,
    };
    writeFileSync(join(folder, 'stacks', name, 'cdk.tf.json'), JSON.stringify(whole));
    const stack = {
      name,
      dependencies: reads,
      workingDirectory: `stacks/${name}`,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    };
    return [name, stack];
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ version: '0.21.0', stacks: Object.fromEntries(entries) }),
  );
  return folder;
}

const net = (cidr: string, tag = 'one') => ({
  configuration: {
    resource: { aws_vpc: { main: { cidr_block: cidr, tags: { name: tag } } } },
    output: { vpc: { value: '${aws_vpc.main.id}' } },
  },
});
const reader = (read: string, output: string, type = 'aws_security_group') => ({
  reads: [read],
  configuration: {
    resource: { [type]: { it: { name: 'it', vpc_id: `\${data.terraform_remote_state.${read}.outputs.${output}}` } } },
    output: { group: { value: `\${${type}.it.id}` } },
  },
});
const other = { configuration: { resource: { aws_s3_bucket: { b: { bucket: 'other' } } } } };

withEngines('planAgainst', (engine) => {
  const actions = async (base: Stacks, head: Stacks, asked: string[] = []) => {
    const { stacks } = await planAgainst(synthesis(base), synthesis(head), {
      engine,
      onProgress: ({ what }) => asked.push(what),
    });
    return stacks.map(({ name, fate, plan, diagnoses }) => ({
      name,
      fate,
      faults: diagnoses.map(({ summary }) => summary),
      changes: plan?.resource_changes
        ?.filter(({ mode, change }) => mode === 'managed' && change.actions[0] !== 'no-op')
        .map(({ address, change }) => `${change.actions.join('+')} ${address}`),
    }));
  };

  test('plans a reader that is configured as before, when what it reads changes', async () => {
    const stacks = (cidr: string): Stacks => ({ net: net(cidr), app: reader('net', 'vpc'), other });
    const asked: string[] = [];
    expect(await actions(stacks('10.0.0.0/16'), stacks('10.1.0.0/16'), asked)).toEqual([
      { name: 'net', fate: StackFate.CHANGED, faults: [], changes: ['delete+create aws_vpc.main'] },
      { name: 'app', fate: StackFate.CHANGED, faults: [], changes: ['delete+create aws_security_group.it'] },
    ]);
    expect(asked.join()).not.toContain('other');
    expect(asked.indexOf('build app as it was')).toBeLessThan(asked.indexOf('build net for those that read it'));
  });

  test('and leaves it alone when its outputs stay', async () => {
    const stacks = (tag: string): Stacks => ({ net: net('10.0.0.0/16', tag), app: reader('net', 'vpc') });
    const asked: string[] = [];
    const planned = await actions(stacks('one'), stacks('two'), asked);
    expect(planned).toEqual([{ name: 'net', fate: StackFate.CHANGED, faults: [], changes: ['update aws_vpc.main'] }]);
    expect(asked.join()).not.toContain('app');
  });

  test('stacks that come read what stands, and stacks that go are planned to go', async () => {
    const base: Stacks = { net: net('10.0.0.0/16'), old: reader('net', 'vpc') };
    const head: Stacks = { net: net('10.0.0.0/16'), new: reader('net', 'vpc') };
    expect(await actions(base, head)).toEqual([
      { name: 'new', fate: StackFate.BUILT, faults: [], changes: ['create aws_security_group.it'] },
      { name: 'old', fate: StackFate.REMOVED, faults: [], changes: ['delete aws_security_group.it'] },
    ]);
  });

  test('objects of a provider that is gone are still known', async () => {
    const azure = { resource: { azurerm_resource_group: { g: { name: 'g', location: 'westeurope' } } } };
    const providers = {
      terraform: { required_providers: { azurerm: { source: 'hashicorp/azurerm' } } },
      provider: { azurerm: [{ features: [{}] }] },
    };
    const [planned] = await actions({ it: other }, { it: { configuration: { ...providers, ...azure } } });
    expect(planned).toMatchObject({
      faults: [],
      changes: ['delete aws_s3_bucket.b', 'create azurerm_resource_group.g'],
    });
  });

  test('a base that cannot be built is told for all that needs it', async () => {
    const broken = {
      configuration: {
        resource: { aws_vpc: { main: { cidr_block: 'nonsense' } } },
        output: { vpc: { value: '${aws_vpc.main.id}' } },
      },
    };
    const planned = await actions(
      { net: broken, app: reader('net', 'vpc') },
      {
        net: broken,
        app: { ...reader('net', 'vpc'), configuration: { ...reader('net', 'vpc').configuration, output: {} } },
      },
    );
    expect(planned).toHaveLength(1);
    expect(planned[0]).toMatchObject({ name: 'app', changes: undefined });
    expect(planned[0]!.faults).not.toEqual([]);
  });

  test('nothing is left behind, and what was compared is as it was', async () => {
    const [base, head] = [synthesis({ net: net('10.0.0.0/16') }), synthesis({ net: net('10.1.0.0/16') })];
    await planAgainst(base, head, { engine });
    for (const folder of [base, head]) {
      expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
        'manifest.json',
        'stacks',
        'stacks/net',
        'stacks/net/cdk.tf.json',
      ]);
    }
  });
});

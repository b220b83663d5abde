import { documentOf, synthesized } from '../support/synthesized';

const blueprint = (state: string) =>
  documentOf(`
wattform: 1
name: design
state: ${state}
sites:
  ohio: { target: aws, region: us-east-2, zone: us-east-2b }
clusters:
  tuning: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 8 } }
`);

interface Case {
  readonly state: string;
  readonly type: string;
  readonly site: object;
  readonly upstream: object;
}

const cases: Case[] = [
  {
    state: '{ backend: local }',
    type: 'local',
    site: { path: '../../../terraform.ohio.tfstate' },
    upstream: { path: '../../../terraform.ohio.tfstate' },
  },
  {
    state: '{ backend: s3, bucket: states, region: eu-north-1, prefix: team }',
    type: 's3',
    site: { bucket: 'states', region: 'eu-north-1', key: 'team/ohio.tfstate', encrypt: true, use_lockfile: true },
    upstream: { bucket: 'states', region: 'eu-north-1', key: 'team/ohio.tfstate' },
  },
  {
    state: '{ backend: azurerm, resourceGroup: rg, storageAccount: states, container: tfstate }',
    type: 'azurerm',
    site: {
      resource_group_name: 'rg',
      storage_account_name: 'states',
      container_name: 'tfstate',
      key: 'design/ohio.tfstate',
      use_azuread_auth: true,
    },
    upstream: { storage_account_name: 'states', key: 'design/ohio.tfstate', use_azuread_auth: true },
  },
  {
    state: '{ backend: gcs, bucket: states }',
    type: 'gcs',
    site: { bucket: 'states', prefix: 'design/ohio' },
    upstream: { bucket: 'states', prefix: 'design/ohio' },
  },
  {
    state: '{ backend: http, address: "https://state.example.org/v1/" }',
    type: 'http',
    site: {
      address: 'https://state.example.org/v1/ohio',
      lock_address: 'https://state.example.org/v1/ohio/lock',
      unlock_address: 'https://state.example.org/v1/ohio/lock',
    },
    upstream: { address: 'https://state.example.org/v1/ohio' },
  },
  {
    state: '{ backend: remote, organization: example }',
    type: 'remote',
    site: { hostname: 'app.terraform.io', organization: 'example', workspaces: { name: 'design-ohio' } },
    upstream: { organization: 'example', workspaces: { name: 'design-ohio' } },
  },
];

describe.each(cases)('state in $type', ({ state, type, site, upstream }) => {
  const { stacks } = synthesized(blueprint(state));

  test('each stack has its own', () => {
    expect(stacks['ohio'].terraform.backend).toEqual({ [type]: site });
    expect(JSON.stringify(stacks['ohio-tuning'].terraform.backend)).toContain('ohio-tuning');
  });

  test("the cluster reads the site's", () => {
    const remote = Object.values(stacks['ohio-tuning'].data!['terraform_remote_state'])[0];
    expect(remote.backend).toBe(type);
    expect(remote.config).toMatchObject(upstream);
  });
});

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { pageFor } from '../../cli/page';
import { rehearsePath } from '../../cli/verbs/rehearse';
import { TerraformData } from '../../constructs/terraform-data';
import { RunError, rehearse } from '../../rehearsal';
import { temporaryFolder } from '../support/synthesized';
import { withEngines } from './support';

/** A folder with these files; `../` leads to what stands beside it. */
function folderWith(files: { readonly [name: string]: string }): string {
  const folder = join(temporaryFolder(), 'prod');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const MAIN = `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
  backend "s3" {
    bucket = "real"
    key    = "prod"
    region = "us-east-1"
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "subnets" {
  type = number
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "each" {
  count      = var.subnets
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}
`;

withEngines("a folder with Terraform's own files", (engine) => {
  const built = async (files: { readonly [name: string]: string }, options = {}) => {
    const rehearsal = await rehearse(folderWith(files), { engine, ...options });
    expect(rehearsal.faults).toEqual([]);
    expect(rehearsal.ok).toBe(true);
    return rehearsal;
  };

  test('goes up and down as one stack, whatever its backend', async () => {
    const { stacks, criticalPath } = await built({ 'main.tf': MAIN, 'terraform.tfvars': 'subnets = 2\n' });
    expect(stacks).toMatchObject([{ name: 'prod', created: { aws_vpc: 1, aws_subnet: 2 } }]);
    expect(stacks[0]!.steps).toHaveLength(5);
    expect(criticalPath).toMatchObject({ length: 2, chains: [{ resources: ['aws_vpc.main', 'aws_subnet.each'] }] });
  });

  test('takes variables from options, from a file, and from files that the engine reads by itself', async () => {
    const variables = { variables: ['subnets=3'] };
    expect((await built({ 'main.tf': MAIN }, variables)).stacks[0]!.created).toMatchObject({ aws_subnet: 3 });
    const files = { 'main.tf': MAIN, 'x.auto.tfvars': 'subnets = 4\n', '../other.tfvars': 'subnets = 5\n' };
    expect((await built(files)).stacks[0]!.created).toMatchObject({ aws_subnet: 4 });
    const folder = folderWith(files);
    const { faults, stacks } = await rehearse(folder, { engine, variableFiles: [join(folder, '../other.tfvars')] });
    expect(faults).toEqual([]);
    expect(stacks[0]!.created).toMatchObject({ aws_subnet: 5 });
  });

  test('says which variable has no value, and where it is declared', async () => {
    const folder = folderWith({ 'main.tf': MAIN });
    const { ok, faults } = await rehearse(folder, { engine });
    expect(ok).toBe(false);
    expect(faults).toEqual([
      expect.objectContaining({
        step: 'plan',
        file: join(folder, 'main.tf'),
        line: 20,
        summary: 'No value for required variable',
      }),
    ]);
  });

  test('is rehearsed with its modules, also those beside it, which is said', async () => {
    const { stacks, notes, criticalPath } = await built({
      'main.tf': 'module "net" {\n  source = "../shared/net"\n  range  = file("${path.module}/range.txt")\n}\n',
      'range.txt': '10.0.0.0/16',
      '../shared/net/main.tf':
        'variable "range" {}\nmodule "own" {\n  source = "./own"\n}\nresource "aws_vpc" "it" {\n  cidr_block = var.range\n  tags = { x = module.own.x }\n}\n',
      '../shared/net/own/main.tf': 'resource "terraform_data" "x" {}\noutput "x" {\n  value = terraform_data.x.id\n}\n',
      '../shared/unrelated/main.tf': 'broken {',
    });
    expect(stacks[0]!.created).toEqual({ aws_vpc: 1, terraform_data: 1 });
    expect(notes).toEqual([expect.stringMatching(/shared\/net was read too/)]);
    expect(criticalPath!.chains[0]!.resources).toEqual([
      'module.net.module.own.terraform_data.x',
      'module.net.aws_vpc.it',
    ]);
  });

  test('may be JSON, and may keep its state in HCP Terraform or nowhere in particular', async () => {
    const resource = { terraform_data: { one: { input: 1 } } };
    await built({ 'main.tf.json': JSON.stringify({ resource }) });
    await built({
      'main.tf':
        'terraform {\n  cloud {\n    organization = "real"\n    workspaces {\n      name = "prod"\n    }\n  }\n}\nresource "terraform_data" "x" {}\n',
    });
  });

  test('its faults have file and line, also in modules and where the syntax is wrong', async () => {
    const wrong = folderWith({
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/net.tf': 'resource "aws_vpc" "it" {\n  colour = "red"\n}\n',
    });
    const { faults } = await rehearse(wrong, { engine });
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: join(wrong, 'm/net.tf'),
        line: 2,
        address: 'aws_vpc.it',
        constructPath: undefined,
      }),
    );
    await expect(rehearse(folderWith({ 'a.tf': '\nresource "aws_vpc" {\n  x = \n}\n' }), { engine })).rejects.toThrow(
      /prod\/a\.tf:3: Invalid expression/,
    );
  });

  test.each([
    [
      'a provisioner',
      'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "touch x"\n  }\n}\n',
      'provisioner',
    ],
    ['a program', 'data "external" "x" {\n  program = ["touch", "x"]\n}\n', 'run a program'],
    ['a server', 'data "http" "x" {\n  url = "http://127.0.0.1"\n}\n', 'ask a server'],
    ['a server that a check asks', 'check "x" {\n  data "http" "y" {\n    url = ""\n  }\n}\n', 'data.http.y would ask'],
    [
      'keys of an encrypted state',
      'terraform {\n  encryption {\n    key_provider "aws_kms" "x" {}\n  }\n}\n',
      'encrypted',
    ],
    [
      'a state of nobody',
      'data "terraform_remote_state" "x" {\n  backend = "s3"\n  config = { bucket = "b" }\n}\n',
      'no stack of the folder',
    ],
    ['a module of a registry', 'module "x" {\n  source = "a/b/c"\n}\n', 'fetches nothing'],
    ['a provider that nothing knows', 'resource "unheardof_x" "x" {}\n', 'unheardof_x, of which no schema'],
  ])('is refused with file and line for %s', async (_, text, words) => {
    const refused = rehearse(folderWith({ 'main.tf': `\n${text}` }), { engine });
    await expect(refused).rejects.toThrow(RunError);
    await expect(refused).rejects.toThrow(/prod\/main\.tf:2: /);
    await expect(refused).rejects.toThrow(words);
  });

  test('is refused when it reads its own state, or would override what keeps it private', async () => {
    const backend = 'terraform {\n  backend "local" {\n    path = "x.tfstate"\n  }\n}\n';
    const reader =
      'data "terraform_remote_state" "me" {\n  backend = "local"\n  config = { path = "./x.tfstate" }\n}\n';
    await expect(rehearse(folderWith({ 'a.tf': backend + reader }), { engine })).rejects.toThrow(
      'the state of its own stack',
    );
    const late = { 'a.tf': 'resource "terraform_data" "x" {}\n', 'zzz_override.tf': backend };
    await expect(rehearse(folderWith(late), { engine })).rejects.toThrow('zzz_override.tf would override');
  });
});

withEngines('the output of any app of cdktf', (engine) => {
  test('goes up in the order in which its stacks read each other', async () => {
    const outdir = join(temporaryFolder(), 'cdktf.out');
    const app = new App({ outdir, skipValidation: true });
    const network = new TerraformStack(app, 'network');
    new LocalBackend(network, { path: '/real/network.tfstate' });
    const range = new TerraformData(network, 'range', { input: '10.0.0.0/16' });
    const servers = new TerraformStack(app, 'a-servers');
    new LocalBackend(servers, { path: '/real/servers.tfstate' });
    new TerraformOutput(servers, 'range', { value: range.getStringAttribute('output') });
    new TerraformData(servers, 'server', { input: range.getStringAttribute('output') });
    app.synth();
    const { faults, stacks, criticalPath } = await rehearse(outdir, { engine });
    expect(faults).toEqual([]);
    expect(stacks.map(({ name, site }) => [name, site])).toEqual([
      ['network', undefined],
      ['a-servers', undefined],
    ]);
    expect(criticalPath!.chains.map(({ stack }) => stack)).toEqual(['network', 'a-servers']);
    expect(readFileSync(join(outdir, 'manifest.json'), 'utf8')).toContain('a-servers');
  });

  test('is refused when its manifest leads out of it', async () => {
    const folder = folderWith({
      'manifest.json': JSON.stringify({
        stacks: { x: { dependencies: [], workingDirectory: '../y', synthesizedStackPath: '../y/z' } },
      }),
    });
    await expect(rehearse(folder, { engine })).rejects.toThrow('stack x stands in "../y"');
  });
});

withEngines('what people name by mistake', (engine) => {
  const page = pageFor({}, {});
  const refusal = (path: string, options = {}) => expect(rehearsePath(path, { engine, ...options }, page)).rejects;

  test('is answered with what to name', async () => {
    await refusal(temporaryFolder()).toMatchObject({ exitCode: 2, message: expect.stringContaining('holds neither') });
    const project = folderWith({ 'cdktf.json': '{}', 'cdktf.out/manifest.json': '{"stacks":{}}' });
    await refusal(project).toMatchObject({ exitCode: 2, hint: `did you mean ${join(project, 'cdktf.out')}?` });
    const file = join(folderWith({ 'main.tf': MAIN }), 'main.tf');
    await refusal(file).toMatchObject({ exitCode: 2, hint: `rehearse the folder: ${dirname(file)}` });
    await refusal(folderWith({ 'manifest.json': '{' })).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('manifest.json'),
    });
    const dangling = folderWith({ 'main.tf': 'resource "terraform_data" "x" {}\n' });
    symlinkSync('/no/such/place', join(dangling, 'link'));
    await refusal(dangling).toMatchObject({ exitCode: 2, message: expect.stringContaining('cannot be copied') });
  });

  test('a missing path or one that is no YAML is a blueprint that cannot be read', async () => {
    const missing = await rehearsePath(join(temporaryFolder(), 'none.yaml'), { engine }, page);
    expect(missing).toMatchObject({ exitCode: 1, findingsText: expect.stringContaining('none.yaml') });
    const folder = folderWith({ 'x.yaml': 'a: [' });
    expect(await rehearsePath(join(folder, 'x.yaml'), { engine }, page)).toMatchObject({ exitCode: 1 });
  });

  test('variables are for one folder', async () => {
    await refusal(join(__dirname, '../../blueprints/small.yaml'), { var: ['a=b'] }).toMatchObject({ exitCode: 2 });
  });
});

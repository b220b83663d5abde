import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFor, shippedSchema } from '../../rehearsal/schemas';
import { compareType, noAgreement } from '../../rehearsal/schemas/agreement';
import { Bindings } from '../../rehearsal/schemas/bindings/bindings';
import { temporaryFolder } from '../support/synthesized';
import { compiledBinding, generatedBinding, hallBindings, writeBindings } from './bindings';

const here = [__dirname];
const none = { resources: [], dataSources: [] };

describe('the schema of a provider', () => {
  test('holds the types in use alone, and always the arguments of the provider', () => {
    const shipped = shippedSchema('aws')!;
    const { schema, unknown, rebuilt } = schemaFor('aws', { resources: ['aws_vpc'], dataSources: [] }, here);
    expect(schema).toEqual({ ...shipped, resources: { aws_vpc: shipped.resources['aws_vpc'] }, dataSources: {} });
    expect([unknown, rebuilt]).toEqual([[], []]);
  });

  test('is rebuilt for what does not ship, and says so', () => {
    const used = { resources: ['aws_vpc', 'aws_sqs_queue'], dataSources: ['aws_ami', 'aws_partition'] };
    const { schema, unknown, rebuilt } = schemaFor('hashicorp/aws', used, here);
    expect(Object.keys(schema!.resources)).toEqual(used.resources);
    expect(Object.keys(schema!.dataSources)).toEqual(used.dataSources);
    expect([unknown, rebuilt]).toEqual([[], ['aws_sqs_queue', 'aws_ami']]);
    expect(schema!.resources['aws_sqs_queue']).toMatchObject({
      version: 0,
      attributes: {
        arn: { type: 'string', computed: true },
        delay_seconds: { type: 'number', optional: true },
        policy: { type: 'string', optional: true, computed: true },
        tags: { type: ['map', 'string'], optional: true },
      },
      blocks: { timeouts: { nesting: 'single' } },
    });
    expect(schema!.dataSources['aws_ami']!.blocks!['filter']).toEqual({
      nesting: 'set',
      attributes: { name: { type: 'string', required: true }, values: { type: ['set', 'string'], required: true } },
    });
  });

  test('does without what nothing knows, and says so', () => {
    const used = { resources: ['aws_nothing'], dataSources: ['aws_sqs_queue_of_nobody'] };
    expect(schemaFor('aws', used, here)).toMatchObject({
      schema: { resources: {}, dataSources: {} },
      unknown: ['aws_nothing', 'aws_sqs_queue_of_nobody'],
      rebuilt: [],
    });
    expect(schemaFor('acme/hall', { resources: ['hall_rack'], dataSources: [] }, here)).toEqual({
      schema: undefined,
      unknown: ['hall_rack'],
      rebuilt: [],
    });
  });

  test('is of the provider that was asked for, not of one that is called alike', () => {
    expect(schemaFor('acme/aws', { resources: ['aws_sqs_queue'], dataSources: [] }, here).schema).toBeUndefined();
    expect(schemaFor('example.org/hashicorp/aws', none, here).schema).toBeUndefined();
  });
});

describe('bindings', () => {
  const modules = ['provider', 'sqs-queue', 'data-aws-ami'];
  const texts = (read: (module: string) => string) => Object.fromEntries(modules.map((each) => [each, read(each)]));
  const used = { resources: ['aws_sqs_queue'], dataSources: ['aws_ami'] };
  const installed = schemaFor('aws', used, here).schema;

  test.each([
    ['generated', ['.gen', 'providers', 'aws'], 'index.ts', generatedBinding],
    ['generated under a name of its own', ['.gen', 'providers', 'ours'], 'index.ts', generatedBinding],
    [
      'of the fork',
      ['node_modules', '@cdktn', 'provider-aws', 'lib'],
      'index.ts',
      (module: string) => generatedBinding(module).replaceAll('cdktf', 'cdktn'),
    ],
  ])('are found where they are %s, from any folder below', (_, path, file, read) => {
    const folder = temporaryFolder();
    const below = join(folder, 'infrastructure', 'live');
    mkdirSync(below, { recursive: true });
    writeBindings(join(folder, ...path), file, texts(read));
    expect(schemaFor('aws', used, [temporaryFolder(), below]).schema).toEqual(installed);
  });

  test('without their sources tell all but whether what is left out is decided', () => {
    const folder = join(temporaryFolder(), 'lib');
    writeBindings(folder, 'index.js', texts(compiledBinding));
    const compiled = Bindings.in(folder)!;
    const agreement = noAgreement();
    const truth = installed!.resources['aws_sqs_queue']!;
    const wrongs = compareType(truth, compiled.type('resource', 'aws_sqs_queue')!, agreement);
    expect(wrongs.filter((wrong) => !wrong.endsWith('wrong optional+computed'))).toEqual([]);
    expect(wrongs.length).toBeLessThan(agreement.optional);
    expect(compiled.configuration().attributes).toEqual(shippedSchema('aws')!.configuration.attributes);
  });

  test.each(['hall_rack', 'hall_nothing'])('of a provider that does not ship are enough: %s', (type) => {
    const folder = temporaryFolder();
    writeBindings(join(folder, '.gen', 'providers', 'hall'), 'index.ts', hallBindings(RACK));
    const { schema, unknown } = schemaFor('acme/hall', { resources: [type], dataSources: [] }, [folder]);
    expect(unknown).toEqual(type === 'hall_rack' ? [] : [type]);
    expect(schema).toEqual({
      provider: 'hall',
      source: 'acme/hall',
      version: '2.1.0',
      configuration: { attributes: { site: { type: 'string', required: true } } },
      resources: type === 'hall_rack' ? { hall_rack: RACK_SCHEMA } : {},
      dataSources: {},
    });
  });

  test('that keep a type in many files are read whole', () => {
    const bindings = schemaFor('aws', { resources: ['aws_medialive_channel'], dataSources: [] }, here);
    const encoder = bindings.schema!.resources['aws_medialive_channel']!.blocks!['encoder_settings']!;
    expect(encoder.blocks!['output_groups']!.blocks!['output_group_settings']!.blocks).toHaveProperty(
      'hls_group_settings',
    );
  });

  test('that shortened a block to anything do not spoil the schema: no set holds it', () => {
    const used = { resources: ['aws_wafv2_rule_group'], dataSources: [] };
    const { rule } = schemaFor('aws', used, here).schema!.resources['aws_wafv2_rule_group']!.blocks!;
    expect(rule).toMatchObject({ nesting: 'list', attributes: { statement: { type: 'dynamic' } } });
  });
});

const RACK = `
export function rackUnitsToHclTerraform(struct?: RackUnits): any {
  const attrs = {
    height: { value: cdktf.numberToHclTerraform(struct!.height), isBlock: false, type: "simple", storageClassType: "number" },
    units: { value: cdktf.listMapperHcl(rackUnitsToHclTerraform, true)(struct!.units), isBlock: true, type: "list", storageClassType: "RackUnitsList" },
  };
  return attrs;
}
export class RackUnitsOutputReference extends cdktf.ComplexObject {
  // height - computed: false, optional: true, required: false
  public get height() { return this.getNumberAttribute('height'); }
  // units - computed: false, optional: true, required: false
  private _units = new RackUnitsList(this, "units", false);
  public get units() { return this._units; }
}
export function rackPowerToHclTerraform(struct?: RackPower): any {
  const attrs = {
    feeds: { value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct!.feeds), isBlock: false, type: "set", storageClassType: "stringList" },
  };
  return attrs;
}
export class RackPowerOutputReference extends cdktf.ComplexObject {
  // feeds - computed: false, optional: false, required: true
  public get feeds() { return cdktf.Fn.tolist(this.getListAttribute('feeds')); }
  // limits - computed: true, optional: false, required: false
  private _limits = new RackPowerLimitsMap(this, "limits");
  public get limits() { return this._limits; }
}
export class RackPowerLimitsOutputReference extends cdktf.ComplexObject {
  // watts - computed: true, optional: false, required: false
  public get watts() { return this.getNumberAttribute('watts'); }
}
export class RackPowerLimitsMap extends cdktf.ComplexMap {
  public get(key: string): RackPowerLimitsOutputReference {
    return new RackPowerLimitsOutputReference(this.terraformResource, this.terraformAttribute, key);
  }
}
export class Rack extends cdktf.TerraformResource {
  public static readonly tfResourceType = "hall_rack";
  // api_token - computed: false, optional: true, required: false
  private _apiToken?: string;
  public get apiToken() { return this.getStringAttribute('api_token'); }
  // power - computed: false, optional: true, required: false
  private _power = new RackPowerOutputReference(this, "power");
  public get power() { return this._power; }
  // serial - computed: true, optional: false, required: false
  public get serial() { return this.getNumberAttribute('serial'); }
  // units - computed: false, optional: false, required: true
  private _units = new RackUnitsList(this, "units", false);
  public get units() { return this._units; }
  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      api_token: { value: cdktf.stringToHclTerraform(this._apiToken), isBlock: false, type: "simple", storageClassType: "string" },
      power: { value: rackPowerToHclTerraform(this._power.internalValue), isBlock: true, type: "struct", storageClassType: "RackPower" },
      units: { value: cdktf.listMapperHcl(rackUnitsToHclTerraform, true)(this._units.internalValue), isBlock: true, type: "list", storageClassType: "RackUnitsList" },
    };
    return attrs;
  }
}`;

const HEIGHT = { height: { type: 'number', optional: true } };
const RACK_SCHEMA = {
  version: 0,
  attributes: {
    api_token: { type: 'string', optional: true, sensitive: true },
    power: {
      nested: {
        nesting: 'single',
        attributes: {
          feeds: { type: ['set', 'string'], required: true },
          limits: { type: ['map', ['object', { watts: 'number' }]], computed: true },
        },
      },
      optional: true,
    },
    serial: { type: 'number', computed: true },
  },
  // A struct that stands in itself is followed a little way.
  blocks: {
    units: { nesting: 'list', min: 1, attributes: HEIGHT, blocks: { units: { nesting: 'list', attributes: HEIGHT } } },
  },
};

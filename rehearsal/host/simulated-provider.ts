import { type Account, accountOf } from './account';
import { appliedObject } from './apply';
import { canonical } from './canonical';
import { ValueChecks } from './checks';
import { Cloud, type CloudAction, type CloudKey } from './cloud';
import { claimOf, realmOf } from './conflicts';
import { fixtureOf } from './data';
import { withDefaults, withProviderDefaults } from './defaults';
import { emptyObject } from './empty';
import { Inventor } from './invention';
import { plannedObject } from './plan';
import { replacedBy } from './replace';
import { type ProviderSchema, schemaMessage, type TypeSchema } from './schema';
import type { Service } from './service';
import { serviceOf } from './services';
import { type Complaint, complaintsAbout, type PathStep } from './validate';
import { type DynamicValue, isObject, type ObjectValue, readValue, type Value, writeValue } from './values';

/** What the engine sends: the fields of all requests that are read here. */
export interface Request {
  readonly type_name?: string;
  readonly id?: string;
  readonly config?: DynamicValue;
  readonly prior_state?: DynamicValue;
  readonly current_state?: DynamicValue;
  readonly planned_state?: DynamicValue;
  readonly proposed_new_state?: DynamicValue;
  readonly raw_state?: { readonly json?: Uint8Array };
  readonly private?: Uint8Array;
  readonly prior_private?: Uint8Array;
  readonly planned_private?: Uint8Array;
}

/** Where a provider works. */
export interface Workplace {
  /** @default - a cloud of its own, in which nothing stands */
  readonly cloud?: Cloud;
  /** A name for who works here, such as a stack: what two of them create with the same arguments gets different ids. @default - none */
  readonly worker?: string;
}

/** An object on its way into the cloud. */
interface Keeping {
  readonly request: Request;
  readonly action: 'create' | 'update';
  readonly key: CloudKey;
  readonly state: ObjectValue;
  /** What only one may be called. @default - nobody minds a second one */
  readonly name?: string;
  /** What stands in its place. @default - nothing */
  readonly prior?: ObjectValue;
}

/** Types that are not created: the cloud has one, which is taken over. */
const ADOPTED = /^aws_default_/;

/** What an import of something that is not there carries to the read that follows it. */
const NOT_THERE = Buffer.from('{"wattform":"not there"}');

/**
 * One provider, played: it checks, plans and applies by the provider's schema and holds nothing but its own configuration; what it
 * builds stands in the cloud. The methods are the calls of the protocol.
 */
export class SimulatedProvider {
  private configuration: ObjectValue = {};
  private readonly cloud: Cloud;
  private readonly worker: string;
  private readonly checks: ValueChecks;
  private readonly service: Service | undefined;

  constructor(
    private readonly schema: ProviderSchema,
    { cloud = new Cloud(), worker = '' }: Workplace = {},
  ) {
    this.cloud = cloud;
    this.worker = worker;
    this.checks = new ValueChecks(schema.provider);
    this.service = serviceOf(schema.provider, cloud);
  }

  /** What the stack gave it. */
  get configured(): ObjectValue {
    return this.configuration;
  }

  /** The first that an engine asks of a provider. */
  GetProviderSchema(): object {
    this.checks.begin();
    const messages = (types: { readonly [type: string]: TypeSchema }) =>
      Object.fromEntries(Object.entries(types).map(([type, each]) => [type, schemaMessage(each, each.version)]));
    return {
      provider: schemaMessage(this.schema.configuration),
      resource_schemas: messages(this.schema.resources),
      data_source_schemas: messages(this.schema.dataSources),
      server_capabilities: { get_provider_schema_optional: true },
    };
  }

  ValidateProviderConfig({ config }: Request): object {
    const given = readValue(config);
    const complaints = [
      ...complaintsAbout(this.schema.configuration, given),
      ...this.checks.aboutProvider(objectOf(given)),
    ];
    return { diagnostics: complaints.map(diagnostic) };
  }

  ValidateResourceConfig(request: Request): object {
    const config = readValue(request.config);
    const values = this.checks.aboutResource(request.type_name ?? '', objectOf(config));
    return { diagnostics: [...complaintsAbout(this.resource(request), config), ...values].map(diagnostic) };
  }

  ValidateDataResourceConfig(request: Request): object {
    this.checks.read(request.type_name ?? '');
    return { diagnostics: complaintsAbout(this.dataSource(request), readValue(request.config)).map(diagnostic) };
  }

  ConfigureProvider({ config }: Request): object {
    this.configuration = objectOf(readValue(config));
    this.checks.configured(this.configuration);
    return {};
  }

  /** States are written by this same schema: nothing is old. */
  UpgradeResourceState({ raw_state: state }: Request): object {
    return { upgraded_state: { json: state?.json } };
  }

  /** What the cloud holds now. What it never knew, because the state came from elsewhere, is as the state says. */
  ReadResource(request: Request): object {
    const { current_state: state, private: data } = request;
    if (data !== undefined && NOT_THERE.equals(data)) return { new_state: writeValue(null) };
    const object = readValue(state);
    const key = isObject(object) ? this.keyOf(request, object) : undefined;
    if (key === undefined) return { new_state: state, private: data };
    this.cloud.note('read', key);
    if (this.cloud.isGone(key)) return { new_state: writeValue(null) };
    const found = this.cloud.find(key);
    return { new_state: found === undefined ? state : writeValue(found.state), private: data };
  }

  PlanResourceChange(request: Request): object {
    const proposed = readValue(request.proposed_new_state);
    if (!isObject(proposed)) return { planned_state: writeValue(null), planned_private: request.prior_private };
    const schema = this.resource(request);
    const prior = readValue(request.prior_state);
    const config = objectOf(readValue(request.config));
    const { type_name: type = '' } = request;
    const proposal = plannedObject(schema, proposed, prior);
    const { object: planned, legacy } = withDefaults(type, schema, proposal, config, this.configuration);
    return {
      planned_state: writeValue(planned),
      planned_private: request.prior_private,
      requires_replace: replacedBy(type, prior, planned).map(attributePath),
      diagnostics: this.checks.aboutPlan(type, planned, prior).map(diagnostic),
      legacy_type_system: legacy,
    };
  }

  ApplyResourceChange(request: Request): object {
    const planned = readValue(request.planned_state);
    const prior = readValue(request.prior_state);
    if (!isObject(planned)) return this.destroyed(request, prior);
    return isObject(prior) ? this.updated(request, planned, prior) : this.created(request, planned);
  }

  private created(request: Request, given: ObjectValue): object {
    const { type_name: type = '' } = request;
    const alike = `${this.worker} ${type} ${canonical(given)}`;
    const ordinal = ADOPTED.test(type) ? 0 : this.cloud.ordinal(alike);
    const planned = this.service?.decided(type, given, this.worker) ?? given;
    const { state, key } = this.built(request, planned, ordinal);
    const claim = claimOf(key, planned, this.account);
    const taken = claim !== undefined && this.cloud.isTaken(claim.name) ? claim.said : undefined;
    const refusal = this.checks.refusal(type, state, this.cloud) ?? taken;
    if (refusal !== undefined) return this.refused('create', key, refusal, null);
    // What may be put over itself is not built a second time.
    const action = this.cloud.find(key) === undefined ? 'create' : 'update';
    return this.kept({ request, action, key, state, name: claim?.name });
  }

  private updated(request: Request, planned: ObjectValue, prior: ObjectValue): object {
    const { state, key } = this.built(request, planned, 0);
    return this.kept({ request, action: 'update', key, state, prior });
  }

  /** Puts an object where the service behind the provider takes it, as it takes it. */
  private kept({ request, action, key, state, name, prior }: Keeping): object {
    const verdict = this.service?.keeps(key.type, state, prior) ?? { state };
    if ('refused' in verdict) return this.refused(action, key, verdict.refused, prior ?? null);
    const data = request.planned_private;
    this.cloud.put({ ...key, worker: this.worker, state: verdict.state, private: data }, action, name);
    // Providers of the older SDK tell what they read after they wrote; an engine allows it to those that say that they are such.
    return { new_state: writeValue(verdict.state), private: data, legacy_type_system: verdict.state !== state };
  }

  private refused(action: CloudAction, key: CloudKey, summary: string, before: Value): object {
    this.cloud.note(action, key, summary);
    return { new_state: writeValue(before), diagnostics: [{ severity: ERROR, summary }] };
  }

  private destroyed(request: Request, prior: Value): object {
    if (!isObject(prior)) return { new_state: writeValue(null) };
    const key = this.keyOf(request, prior);
    const held = this.service?.holds(key.type, prior);
    if (held !== undefined) return this.refused('delete', key, held, prior);
    this.cloud.remove(key);
    return { new_state: writeValue(null) };
  }

  private built(request: Request, planned: ObjectValue, ordinal: number): { state: ObjectValue; key: CloudKey } {
    const { type_name: type = '' } = request;
    const inventor = new Inventor({ type, object: planned, account: this.account, ordinal, worker: this.worker });
    const state = appliedObject(this.resource(request), planned, inventor);
    return { state, key: this.keyOf(request, state, inventor.id) };
  }

  /**
   * All that the cloud knows of an object that stands. An import of anything else is told of by the engine in its own words, once
   * the read that follows finds nothing.
   */
  ImportResourceState(request: Request): object {
    const { type_name: type = '', id = '' } = request;
    const found = this.cloud.lookUp(type, id, realmOf(this.schema.provider, this.configuration, this.account));
    if (found === undefined) {
      const state = emptyObject(this.resource(request), (name) => (name === 'id' ? id : null));
      const mark = this.cloud.options.assumesImports ? undefined : NOT_THERE;
      return { imported_resources: [{ type_name: type, state: writeValue(state), private: mark }] };
    }
    this.cloud.note('import', found);
    return { imported_resources: [{ type_name: type, state: writeValue(found.state), private: found.private }] };
  }

  ReadDataSource(request: Request): object {
    const schema = this.dataSource(request);
    const type = request.type_name ?? '';
    const config = objectOf(readValue(request.config));
    const answered = withProviderDefaults(schema, plannedObject(schema, config, null), config, this.configuration);
    const reading = this.service?.reads(type, config);
    if (reading !== undefined && 'refused' in reading) {
      return { state: writeValue(null), diagnostics: [{ severity: ERROR, summary: reading.refused }] };
    }
    const fixture = reading?.values ?? fixtureOf(type, config, this.account);
    const inventor = new Inventor({ type, object: config, account: this.account, ordinal: 0 });
    return { state: writeValue(appliedObject(schema, { ...answered, ...fixture }, inventor)) };
  }

  StopProvider(): object {
    return {};
  }

  private get account(): Account {
    return accountOf(this.configuration);
  }

  private keyOf({ type_name: type = '' }: Request, object: ObjectValue, id?: string): CloudKey {
    const own = [object['id'], object['arn'], id].find((each) => typeof each === 'string');
    return { type, realm: realmOf(this.schema.provider, object, this.account), id: String(own ?? canonical(object)) };
  }

  private resource({ type_name: type = '' }: Request): TypeSchema {
    return this.schema.resources[type]!;
  }

  private dataSource({ type_name: type = '' }: Request): TypeSchema {
    return this.schema.dataSources[type]!;
  }
}

function objectOf(value: Value): ObjectValue {
  return isObject(value) ? value : {};
}

const ERROR = 1;

function diagnostic({ summary, detail, path }: Complaint): object {
  return { severity: ERROR, summary, detail, attribute: attributePath(path) };
}

function attributePath(path: PathStep[]): object {
  const steps = path.map((step) => {
    if (typeof step === 'string') return { attribute_name: step };
    return typeof step === 'number' ? { element_key_int: step } : { element_key_string: step.key };
  });
  return { steps };
}

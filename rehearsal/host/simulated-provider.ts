import { accountOf } from './account';
import { appliedObject } from './apply';
import { withProviderDefaults } from './aws-defaults';
import { canonical } from './canonical';
import { fixtureOf } from './data';
import { emptyObject } from './empty';
import { Inventor } from './invention';
import { plannedObject } from './plan';
import { replacedBy } from './replace';
import { type ProviderSchema, schemaMessage, type TypeSchema } from './schema';
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

/**
 * One provider, played: it checks, plans and applies by the provider's schema and holds nothing but its own configuration. The
 * methods are the calls of the protocol.
 */
export class SimulatedProvider {
  private configuration: ObjectValue = {};
  /** How many objects with the same arguments were created: each of them needs an identity of its own. */
  private readonly created = new Map<string, number>();

  constructor(private readonly schema: ProviderSchema) {}

  GetProviderSchema(): object {
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
    return { diagnostics: complaintsAbout(this.schema.configuration, readValue(config)).map(diagnostic) };
  }

  ValidateResourceConfig(request: Request): object {
    return { diagnostics: complaintsAbout(this.resource(request), readValue(request.config)).map(diagnostic) };
  }

  ValidateDataResourceConfig(request: Request): object {
    return { diagnostics: complaintsAbout(this.dataSource(request), readValue(request.config)).map(diagnostic) };
  }

  ConfigureProvider({ config }: Request): object {
    this.configuration = objectOf(readValue(config));
    return {};
  }

  /** States are written by this same schema: nothing is old. */
  UpgradeResourceState({ raw_state: state }: Request): object {
    return { upgraded_state: { json: state?.json } };
  }

  /** Nobody changes the simulated cloud behind the engine's back. */
  ReadResource({ current_state: state, private: data }: Request): object {
    return { new_state: state, private: data };
  }

  PlanResourceChange(request: Request): object {
    const proposed = readValue(request.proposed_new_state);
    if (!isObject(proposed)) return { planned_state: writeValue(null), planned_private: request.prior_private };
    const schema = this.resource(request);
    const prior = readValue(request.prior_state);
    const config = objectOf(readValue(request.config));
    const planned = withProviderDefaults(schema, plannedObject(schema, proposed, prior), config, this.configuration);
    return {
      planned_state: writeValue(planned),
      planned_private: request.prior_private,
      requires_replace: replacedBy(request.type_name ?? '', prior, planned).map((name) => attributePath([name])),
    };
  }

  ApplyResourceChange(request: Request): object {
    const planned = readValue(request.planned_state);
    if (!isObject(planned)) return { new_state: writeValue(null) };
    const type = request.type_name ?? '';
    const alike = `${type} ${canonical(planned)}`;
    const ordinal = this.created.get(alike) ?? 0;
    this.created.set(alike, ordinal + 1);
    const inventor = new Inventor({ type, object: planned, account: accountOf(this.configuration), ordinal });
    return {
      new_state: writeValue(appliedObject(this.resource(request), planned, inventor)),
      private: request.planned_private,
    };
  }

  /** An import brings no arguments with it: everything but the id is unset, and the next plan wants to set it. */
  ImportResourceState(request: Request): object {
    const state = emptyObject(this.resource(request), (name) => (name === 'id' ? (request.id ?? null) : null));
    return { imported_resources: [{ type_name: request.type_name, state: writeValue(state) }] };
  }

  ReadDataSource(request: Request): object {
    const schema = this.dataSource(request);
    const type = request.type_name ?? '';
    const config = objectOf(readValue(request.config));
    const answered = withProviderDefaults(schema, plannedObject(schema, config, null), config, this.configuration);
    const account = accountOf(this.configuration);
    const fixture = fixtureOf(type, config, account);
    const inventor = new Inventor({ type, object: config, account, ordinal: 0 });
    return { state: writeValue(appliedObject(schema, { ...answered, ...fixture }, inventor)) };
  }

  StopProvider(): object {
    return {};
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

import type { Cloud } from '../cloud';
import type { Complaint, PathStep } from '../validate';
import type { ObjectValue, Value } from '../values';
import { AWS_RULES } from './aws';
import { AZURE_RULES } from './azurerm';
import { NETBOX_RULES } from './netbox';
import { isSubnet, PlannedNetworks, refusalOfSubnet } from './networks';
import { awsRegion, azureLocation, zoneOf } from './places';
import { namesOf, shown, type TypeRules, type ValueCheck, valuesAt } from './rule';

/** Types whose values are checked, by provider. */
export const RULES: { readonly [provider: string]: { readonly [type: string]: TypeRules } } = {
  aws: AWS_RULES,
  azurerm: AZURE_RULES,
  netbox: NETBOX_RULES,
};

/** The name of an availability zone, in types of AWS. */
const ZONES: readonly string[] = ['availability_zone', 'placement.availability_zone'];

/**
 * What a provider says of values, beyond their types: its own validators, what it compares while it plans, and what its service
 * refuses for certain. What is unknown is never refused, nor what no table knows.
 */
export class ValueChecks {
  private regions: string[] = [];
  private networks = new PlannedNetworks();

  constructor(private readonly provider: string) {}

  /** A command of an engine begins: it knows nothing of the one before. */
  begin(): void {
    this.regions = [];
    this.networks = new PlannedNetworks();
  }

  /** The arguments of the provider itself, before it is configured. */
  aboutProvider(config: ObjectValue): Complaint[] {
    if (this.provider !== 'aws' || config['skip_region_validation'] === true) return [];
    return checked(config, 'region', awsRegion);
  }

  /** The provider is configured; with aliases more than once. */
  configured(config: ObjectValue): void {
    const region = config['region'] ?? null;
    if (typeof region === 'string' && !this.regions.includes(region)) this.regions.push(region);
  }

  /** A data source of the configuration. */
  read(type: string): void {
    this.networks.read(type);
  }

  /** The configuration of an object: everything that needs no configuration of the provider. */
  aboutResource(type: string, config: ObjectValue): Complaint[] {
    const { values = {}, together = {} } = RULES[this.provider]?.[type] ?? {};
    return [
      ...Object.entries(values).flatMap(([path, check]) => checked(config, path, check)),
      ...Object.entries(together).flatMap(([path, checks]) =>
        valuesAt(config, namesOf(path)).flatMap(({ value, path: place }) =>
          checks.flatMap((check) => {
            const found = check(value as ObjectValue);
            if (found === undefined) return [];
            const { argument, ...said } = found;
            return [{ ...said, path: argument === undefined ? place : [...place, argument] }];
          }),
        ),
      ),
      ...this.aboutPlace(config),
    ];
  }

  /** The plan of an object. `prior` is null when it is to be created. */
  aboutPlan(type: string, planned: ObjectValue, prior: Value): Complaint[] {
    const own = planned['region'];
    const regions = typeof own === 'string' && this.provider === 'aws' ? [own] : this.regions;
    const zones = this.provider === 'aws' && regions.length > 0 ? ZONES : [];
    return [
      ...zones.flatMap((path) => checked(planned, path, zoneOf(regions))),
      ...(prior === null ? this.networks.plan(type, planned) : []),
    ];
  }

  /** How the cloud refuses to create an object beside what stands. Undefined: it does not. */
  refusal(type: string, object: ObjectValue, cloud: Cloud): string | undefined {
    return isSubnet(type) ? refusalOfSubnet(type, object, cloud.objects()) : undefined;
  }

  private aboutPlace(config: ObjectValue): Complaint[] {
    if (this.provider === 'aws') return checked(config, 'region', awsRegion);
    return this.provider === 'azurerm' ? checked(config, 'location', azureLocation) : [];
  }
}

function checked(object: ObjectValue, path: string, check: ValueCheck): Complaint[] {
  return valuesAt(object, namesOf(path)).flatMap(({ value, path: place }) => {
    const allowed = check(value);
    if (allowed === undefined) return [];
    const name = lastName(place) ?? path;
    return [
      { summary: `Invalid value for "${name}"`, detail: `got ${shown(value)}; allowed: ${allowed}`, path: place },
    ];
  });
}

function lastName(path: PathStep[]): string | undefined {
  return path.filter((step) => typeof step === 'string').at(-1);
}

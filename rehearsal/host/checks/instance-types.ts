import { loadCatalog } from '../../../catalog';
import { families, source } from './data/ec2-instance-types.json';
import type { ValueCheck } from './rule';

const SIZES: { readonly [family: string]: string } = families;

/** Series and generation: `p5en` is generation 5 of p, `u7i-12tb` generation 7 of u. */
const FAMILY = /^([a-z]+)-?(\d+)/;

/** Generations beyond the newest known one that may have come after the list was made. */
const MAY_BE_NEWER = 2;

/**
 * An instance type of EC2: of the catalog, or of the list that the service gives. A family of a generation that the list does not
 * reach yet is let through.
 */
export const ec2InstanceType: ValueCheck = (value) => {
  if (typeof value !== 'string' || value === '') return undefined;
  const [family = '', size, ...more] = value.split('.');
  if (size === undefined || size === '' || more.length > 0) return 'an instance type: <family>.<size>';
  if (isInCatalog('aws', value)) return undefined;
  const sizes = SIZES[family];
  if (sizes === undefined) {
    return isOlderThanList(family) ? `an instance type of the catalog or of EC2 (${source})` : undefined;
  }
  const known = sizes.split(' ').sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return known.includes(size) ? undefined : `${family} has ${known.join(', ')} (${source})`;
};

/** A pattern of instance types, as attribute-based selection takes it. */
export const ec2InstanceTypePattern: ValueCheck = (value) => {
  return typeof value === 'string' && !value.includes('*') && value.includes('.') ? ec2InstanceType(value) : undefined;
};

function isOlderThanList(family: string): boolean {
  const [, series, generation = ''] = FAMILY.exec(family) ?? [];
  const known = Object.keys(SIZES).map((each) => FAMILY.exec(each) ?? []);
  const generations = known.filter(([, each]) => each === series).map(([, , each]) => Number(each));
  if (series === undefined || generations.length === 0) return true;
  const newest = Math.max(...generations);
  return Number(generation) <= newest || Number(generation) > newest + MAY_BE_NEWER;
}

/** The name of a VM size: a family with its number of vCPUs and features, parts joined by underscores. */
const VM_SIZE = /^(Standard|Basic)_[A-Z][A-Za-z0-9-]*(_[A-Za-z0-9-]+)*$/;

/**
 * A VM size of Azure. Of a series of accelerators that the catalog has, the number of vCPUs must be one that it has; of others
 * there is no list, and the form alone is checked.
 */
export const azureVmSize: ValueCheck = (value) => {
  if (typeof value !== 'string') return undefined;
  if (!VM_SIZE.test(value)) return 'a VM size, such as Standard_D8s_v6';
  if (isInCatalog('azure', value)) return undefined;
  const alike = acceleratedSizes().filter((each) => seriesOf(each) === seriesOf(value));
  return alike.length === 0 ? undefined : `of this series the catalog has ${alike.join(', ')}`;
};

/** Everything but the number of vCPUs. */
function seriesOf(size: string): string {
  return size.replace(/^(\w+?_[A-Za-z]+)\d+/, '$1').toLowerCase();
}

let names: Map<string, Set<string>> | undefined;
let accelerated: string[] | undefined;

function isInCatalog(cloud: string, name: string): boolean {
  names ??= new Map(
    ['aws', 'azure'].map((each) => [
      each,
      new Set(
        loadCatalog()
          .instancesOf(each)
          .map(({ instanceType }) => instanceType.toLowerCase()),
      ),
    ]),
  );
  return names.get(cloud)!.has(name.toLowerCase());
}

function acceleratedSizes(): string[] {
  accelerated ??= loadCatalog()
    .instancesOf('azure')
    .filter(({ acceleratorId }) => acceleratorId !== undefined)
    .map(({ instanceType }) => instanceType);
  return accelerated;
}

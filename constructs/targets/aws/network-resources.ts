import { SubnetRole } from '../../../design/basis';
import type { INetworkResources, NetworkAttributes } from '../contract';
import { firstOf } from './address';
import { usableAddresses } from './addresses';
import { brandOf, demandBrand } from './brand';

const BRAND = brandOf('network');

/** A subnet as this target knows it. */
export interface AwsSubnet {
  readonly key: string;
  readonly role: SubnetRole;
  readonly zone?: string;
  readonly cidr: string;
  readonly id: string;
}

export interface PlannedNetwork {
  readonly networkId: string;
  readonly region: string;
  readonly zone?: string;
  readonly cidr: string;
  readonly subnets: AwsSubnet[];
}

/** A VPC, made here or elsewhere. */
export class AwsNetwork implements INetworkResources {
  /** @throws when the network is another target's */
  public static of(network: INetworkResources): AwsNetwork {
    demandBrand(network, BRAND, 'network');
    return network as AwsNetwork;
  }

  public static planned(network: PlannedNetwork): AwsNetwork {
    return new AwsNetwork(network, undefined);
  }

  /** A VPC that stands already. Its endpoints, logs and default security group are the owner's. */
  public static imported(attributes: NetworkAttributes): AwsNetwork {
    return new AwsNetwork({ ...attributes, subnets: [] }, attributes);
  }

  public readonly networkId: string;
  public readonly region: string;
  /** The fabric's zone. */
  public readonly zone?: string;
  /** The network's first block. */
  public readonly cidr: string;
  private readonly subnets: AwsSubnet[];
  private readonly attributes?: NetworkAttributes;

  private constructor(network: PlannedNetwork, attributes: NetworkAttributes | undefined) {
    Object.defineProperty(this, BRAND, { value: true });
    this.networkId = network.networkId;
    this.region = network.region;
    this.zone = network.zone;
    this.cidr = network.cidr;
    this.subnets = network.subnets;
    this.attributes = attributes;
  }

  /** Subnets of the control plane and, in those zones, of the system nodes. @param zones all where absent */
  public systemSubnetIds(zones?: string[]): string[] {
    return this.attributes?.systemSubnetIds ?? this.idsIn(SubnetRole.SYSTEM, zones);
  }

  /** Subnets of accelerator nodes in those zones; the site's zone where none is named. */
  public fabricSubnetIds(zones: string[]): string[] {
    return this.attributes?.fabricSubnetIds ?? this.idsIn(SubnetRole.FABRIC, this.fabricZones(zones));
  }

  /** Addresses for accelerator nodes in those zones; undefined where the network was made elsewhere. */
  public fabricAddresses(zones: string[]): number | undefined {
    if (this.attributes !== undefined) {
      return undefined;
    }
    return this.inZones(SubnetRole.FABRIC, this.fabricZones(zones)).reduce(
      (sum, subnet) => sum + usableAddresses(subnet.cidr),
      0,
    );
  }

  /** The subnet of a file system: RDMA reaches it only from its own zone. */
  public storageSubnetId(zone?: string): string {
    if (this.attributes !== undefined) {
      return this.attributes.storageSubnetId ?? firstOf(this.attributes.fabricSubnetIds);
    }
    const zones = this.fabricZones(zone === undefined ? [] : [zone]);
    const [subnet] = [...this.inZones(SubnetRole.STORAGE, zones), ...this.inZones(SubnetRole.FABRIC, zones)];
    if (subnet === undefined) {
      throw new Error(
        `no subnet for a file system in ${zones?.join(', ') ?? 'any zone'}: name a zone of the site (${this.allZones()})`,
      );
    }
    return subnet.id;
  }

  private fabricZones(zones: string[]): string[] | undefined {
    if (zones.length > 0) {
      return zones;
    }
    return this.zone === undefined ? undefined : [this.zone];
  }

  private idsIn(role: SubnetRole, zones: string[] | undefined): string[] {
    const ids = this.inZones(role, zones).map((subnet) => subnet.id);
    if (ids.length === 0) {
      throw new Error(
        `no ${role} subnet in ${zones?.join(', ') ?? 'any zone'}; the site has ${this.allZones()}: add the zone to the site's zones`,
      );
    }
    return ids;
  }

  private inZones(role: SubnetRole, zones: string[] | undefined): AwsSubnet[] {
    return this.subnets.filter(
      (subnet) =>
        subnet.role === role && (zones === undefined || subnet.zone === undefined || zones.includes(subnet.zone)),
    );
  }

  private allZones(): string {
    return [...new Set(this.subnets.map((subnet) => subnet.zone ?? 'no zone'))].sort().join(', ');
  }
}

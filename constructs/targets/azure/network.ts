import { NatGateway } from '@cdktf/provider-azurerm/lib/nat-gateway';
import { NatGatewayPublicIpAssociation } from '@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { PublicIp } from '@cdktf/provider-azurerm/lib/public-ip';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNatGatewayAssociation } from '@cdktf/provider-azurerm/lib/subnet-nat-gateway-association';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { type ITerraformDependable, TerraformIterator, Token } from 'cdktf';
import { Construct } from 'constructs';
import { type SubnetPlan, SubnetRole } from '../../../design/basis';
import type { INetworkResources, NetworkAttributes, NetworkRequest } from '../contract';
import { brand, requireBrand } from './brand';
import { reservedOverlap } from './cidr';
import { resourceName } from './names';

const MARK = Symbol.for('wattform.azure.network');

/** Source ports are shared: one address for so many nodes, sixteen at most on a gateway
 * (https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource; two from 1,000 nodes on:
 * https://learn.microsoft.com/azure/aks/operator-best-practices-run-at-scale, both read 2026-11). */
const NODES_PER_OUTBOUND_ADDRESS = 1000;
const OUTBOUND_ADDRESSES_AT_MOST = 16;

interface AzureNetworkProps {
  readonly networkId: string;
  readonly systemSubnetId: string;
  readonly fabricSubnetId: string;
  readonly storageSubnetId?: string;
  readonly endpointSubnetId: string;
  readonly ready: ITerraformDependable[];
}

/** A VNet and its subnets by role. An Azure subnet spans the zones of its region, so one of each role is enough. */
export class AzureNetwork implements INetworkResources {
  /** @throws when the network is another target's */
  public static of(network: INetworkResources): AzureNetwork {
    requireBrand(network, MARK, 'a network');
    return network as AzureNetwork;
  }

  public readonly networkId: string;
  public readonly systemSubnetId: string;
  public readonly fabricSubnetId: string;
  /** Absent in an existing network that has no subnet for file systems. */
  public readonly storageSubnetId?: string;
  public readonly endpointSubnetId: string;
  /** What must stand before nodes can reach out: the ways from the subnets to the gateway. */
  public readonly ready: ITerraformDependable[];

  public constructor(props: AzureNetworkProps) {
    brand(this, MARK);
    this.networkId = props.networkId;
    this.systemSubnetId = props.systemSubnetId;
    this.fabricSubnetId = props.fabricSubnetId;
    this.storageSubnetId = props.storageSubnetId;
    this.endpointSubnetId = props.endpointSubnetId;
    this.ready = props.ready;
  }
}

/** A VNet without a way in: security groups on every subnet, a NAT gateway as the only way out. */
export function createNetwork(scope: Construct, request: NetworkRequest): AzureNetwork {
  const { name, plan, tags } = request;
  const group = new ResourceGroup(scope, 'group', {
    name: resourceName(name, 'network', 90),
    location: request.region,
    tags,
  });
  const place = { resourceGroupName: group.name, location: group.location, tags };
  const network = new VirtualNetwork(scope, 'network', {
    ...place,
    name: resourceName(name, '', 64),
    addressSpace: [plan.cidr, ...plan.secondaryCidrs],
  });
  scope.node.defaultChild = network;
  const gateway = createGateway(scope, request, place);

  const idsByRole = new Map<SubnetRole, string>();
  const ready: ITerraformDependable[] = [];
  for (const each of plan.subnets) {
    const below = new Construct(scope, each.key);
    const subnet = new Subnet(below, 'subnet', {
      name: each.key,
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: [each.cidr],
      defaultOutboundAccessEnabled: false,
      privateEndpointNetworkPolicies: each.role === SubnetRole.ENDPOINTS ? 'NetworkSecurityGroupEnabled' : undefined,
    });
    const security = new NetworkSecurityGroup(below, 'security', {
      ...place,
      name: resourceName(name, each.key, 80),
    });
    new SubnetNetworkSecurityGroupAssociation(below, 'security-association', {
      subnetId: subnet.id,
      networkSecurityGroupId: security.id,
    });
    if (each.role === SubnetRole.ENDPOINTS) {
      restrictToHttps(below, security, each);
    } else {
      ready.push(
        new SubnetNatGatewayAssociation(below, 'gateway-association', {
          subnetId: subnet.id,
          natGatewayId: gateway.id,
        }),
      );
    }
    if (!idsByRole.has(each.role)) {
      idsByRole.set(each.role, subnet.id);
    }
  }
  return new AzureNetwork({
    networkId: network.id,
    systemSubnetId: requireSubnet(idsByRole, SubnetRole.SYSTEM),
    fabricSubnetId: requireSubnet(idsByRole, SubnetRole.FABRIC),
    storageSubnetId: requireSubnet(idsByRole, SubnetRole.STORAGE),
    endpointSubnetId: requireSubnet(idsByRole, SubnetRole.ENDPOINTS),
    ready,
  });
}

/**
 * A VNet that exists. It brings what {@link createNetwork} would have made: a NAT gateway on the system and fabric subnets,
 * security groups, and no link to the private DNS zones that a site makes of its own.
 * @throws when a subnet that every cluster needs is missing, or when the block meets a reserved one
 */
export function importNetwork(attributes: NetworkAttributes): AzureNetwork {
  const [systemSubnetId] = attributes.systemSubnetIds;
  const [fabricSubnetId] = attributes.fabricSubnetIds;
  if (systemSubnetId === undefined || fabricSubnetId === undefined) {
    throw new Error(
      'an existing azure network needs a system subnet and a fabric subnet; give one id in systemSubnetIds and one in fabricSubnetIds',
    );
  }
  const reserved = Token.isUnresolved(attributes.cidr) ? undefined : reservedOverlap(attributes.cidr);
  if (reserved) {
    throw new Error(
      `the network's block ${attributes.cidr} overlaps ${reserved.cidr}: ${reserved.why}; use a network outside it`,
    );
  }
  return new AzureNetwork({
    networkId: attributes.networkId,
    systemSubnetId,
    fabricSubnetId,
    storageSubnetId: attributes.storageSubnetId,
    endpointSubnetId: attributes.endpointSubnetId ?? systemSubnetId,
    ready: [],
  });
}

interface Place {
  readonly resourceGroupName: string;
  readonly location: string;
  readonly tags: { readonly [key: string]: string };
}

function createGateway(scope: Construct, request: NetworkRequest, place: Place): NatGateway {
  // One gateway lives in one zone. The fabric's is the one whose loss stops the site anyway.
  const zones = request.zone === undefined ? undefined : [request.zone];
  const below = new Construct(scope, 'outbound');
  const gateway = new NatGateway(below, 'gateway', {
    ...place,
    name: resourceName(request.name, 'outbound', 80),
    skuName: 'Standard',
    zones,
  });
  const wanted = Math.ceil(request.plan.fabricAddresses / NODES_PER_OUTBOUND_ADDRESS);
  const count = Math.min(Math.max(wanted, 1), OUTBOUND_ADDRESSES_AT_MOST);
  const keys = Array.from({ length: count }, (_, index) => String(index + 1));
  const addresses = TerraformIterator.fromMap(Object.fromEntries(keys.map((key) => [key, key])));
  const address = new PublicIp(below, 'address', {
    ...place,
    forEach: addresses,
    name: `${resourceName(request.name, 'outbound', 76)}-\${each.key}`,
    allocationMethod: 'Static',
    sku: 'Standard',
    zones,
  });
  new NatGatewayPublicIpAssociation(below, 'address-association', {
    forEach: addresses,
    natGatewayId: gateway.id,
    publicIpAddressId: `\${${address.terraformResourceType}.${address.friendlyUniqueId}[each.key].id}`,
  });
  return gateway;
}

/**
 * Rules beside Azure's own, which let the network talk within and nothing in from outside. Private endpoints answer HTTPS
 * only; the RDMA fabric is not IP and no rule reaches it.
 */
function restrictToHttps(scope: Construct, security: NetworkSecurityGroup, subnet: SubnetPlan): void {
  const every = {
    resourceGroupName: security.resourceGroupName,
    networkSecurityGroupName: security.name,
    direction: 'Inbound',
    sourcePortRange: '*',
    destinationAddressPrefix: subnet.cidr,
  };
  new NetworkSecurityRule(scope, 'allow-https', {
    ...every,
    name: 'allow-https',
    description: 'HTTPS from the network',
    priority: 100,
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '443',
  });
  new NetworkSecurityRule(scope, 'deny-rest', {
    ...every,
    name: 'deny-rest',
    description: 'nothing else',
    priority: 4096,
    access: 'Deny',
    protocol: '*',
    sourceAddressPrefix: '*',
    destinationPortRange: '*',
  });
}

function requireSubnet(ids: Map<SubnetRole, string>, role: SubnetRole): string {
  const id = ids.get(role);
  if (id === undefined) {
    throw new Error(`the network's plan has no subnet of role "${role}"; use the plan of the azure profile`);
  }
  return id;
}

import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { INetworkResources, NetworkAttributes, NetworkRequest } from '../contract';
import { Prefix } from './bindings/prefix';
import { Vrf } from './bindings/vrf';
import { brand, requireBrand } from './brand';
import { forEach, ref, table, text } from './each';

const MARK = Symbol.for('wattform.netbox.network');

/** The routing table of a site: two sites may use the same addresses. */
export class NetboxNetwork implements INetworkResources {
  /** @throws when the network is another target's */
  public static of(network: INetworkResources): NetboxNetwork {
    requireBrand(network, MARK, 'a network');
    return network as NetboxNetwork;
  }

  public readonly networkId: string;
  /** The id of the VRF, a number. */
  public readonly vrf: TerraformLocal;

  public constructor(networkId: string, vrf: TerraformLocal) {
    brand(this, MARK);
    this.networkId = networkId;
    this.vrf = vrf;
  }
}

/** A VRF with the blocks of a site's plan, which lie in it by what they are for. */
export function createNetwork(scope: Construct, { name, plan }: NetworkRequest): NetboxNetwork {
  const vrf = new Vrf(scope, 'vrf', { name, enforceUnique: true });
  scope.node.defaultChild = vrf;
  const id = new TerraformLocal(scope, 'id', text(`tonumber(${ref(vrf)}.id)`));
  const blocks = table(scope, 'blocks', {
    site: { cidr: plan.cidr, status: 'container', purpose: 'site' },
    ...Object.fromEntries(plan.subnets.map(({ key, cidr, role }) => [key, { cidr, status: 'active', purpose: role }])),
  });
  forEach(
    new Prefix(scope, 'block', {
      prefix: text('each.value.cidr'),
      status: text('each.value.status'),
      description: text('each.value.purpose'),
      vrfId: id.asNumber,
    }),
    blocks,
  );
  return new NetboxNetwork(vrf.id, id);
}

/** A VRF that exists already. */
export function importNetwork(scope: Construct, { networkId }: NetworkAttributes): NetboxNetwork {
  return new NetboxNetwork(networkId, new TerraformLocal(scope, 'id', networkId));
}

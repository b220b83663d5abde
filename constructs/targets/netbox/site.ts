import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import type { ISiteResources, SiteRequest } from '../contract';
import { Site } from './bindings/site';
import { Vlan } from './bindings/vlan';
import { VlanGroup } from './bindings/vlan-group';
import { brand, requireBrand } from './brand';
import { forEach, list, number, ref, table, text } from './each';
import { createKinds, NetboxKinds } from './kinds';
import { slugOf } from './names';
import { NetboxNetwork } from './network';

const MARK = Symbol.for('wattform.netbox.site');

/** Networks of a site that are kept apart on layer 2. */
const VLANS = { system: 10, storage: 20, nodes: 30, 'out-of-band': 40 };

interface NetboxSiteProps {
  readonly network: NetboxNetwork;
  readonly kinds: NetboxKinds;
  readonly siteId: TerraformLocal;
}

/** A site in NetBox, with the kinds that it is recorded in. */
export class NetboxSite implements ISiteResources {
  /** @throws when the site is another target's */
  public static of(site: ISiteResources): NetboxSite {
    requireBrand(site, MARK, 'a site');
    return site as NetboxSite;
  }

  public readonly network: NetboxNetwork;
  public readonly kinds: NetboxKinds;
  /** A number. */
  public readonly siteId: TerraformLocal;

  public constructor(props: NetboxSiteProps) {
    brand(this, MARK);
    this.network = props.network;
    this.kinds = props.kinds;
    this.siteId = props.siteId;
  }
}

/** The site and its VLANs. Without shared kinds it makes those of its own that it needs: region, kind of cluster. */
export function createSite(scope: Construct, request: SiteRequest): NetboxSite {
  const { name, region } = request;
  const kinds =
    request.kinds === undefined ? ownKinds(new Construct(scope, 'kinds'), request) : NetboxKinds.of(request.kinds);
  const ids = new TerraformLocal(scope, 'kind-ids', kinds.ids.expression);
  const site = new Site(scope, 'site', {
    name,
    slug: slugOf(name),
    status: 'planned',
    regionId: number(`${ref(ids)}.regions[${JSON.stringify(region)}]`),
    tenantId: number(`${ref(ids)}.tenant`),
    tags: list(`${ref(ids)}.tags`),
    lifecycle: { ignoreChanges: ['status'] },
  });
  scope.node.defaultChild = site;
  const siteId = new TerraformLocal(scope, 'id', text(`tonumber(${ref(site)}.id)`));
  const group = new VlanGroup(scope, 'vlans', {
    name,
    slug: slugOf(name),
    scopeType: 'dcim.site',
    scopeId: siteId.asNumber,
    vidRanges: [[1, 4094]],
  });
  forEach(
    new Vlan(scope, 'vlan', {
      name: text('each.key'),
      vid: number('each.value'),
      groupId: number(`${ref(group)}.id`),
      tenantId: number(`${ref(ids)}.tenant`),
      status: 'active',
    }),
    table(scope, 'vlan-numbers', VLANS),
  );
  return new NetboxSite({ network: NetboxNetwork.of(request.network), kinds, siteId });
}

function ownKinds(scope: Construct, { name, region }: SiteRequest): NetboxKinds {
  return createKinds(scope, {
    name,
    kinds: { regions: [region], manufacturers: [], rackKinds: [], deviceKinds: [], labels: [] },
  });
}

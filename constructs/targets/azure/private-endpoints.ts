import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { Construct } from 'constructs';
import { resourceName } from './names';

/** Services that a site reaches privately; the value is the id of the endpoint's sub-resource. */
export enum PrivateService {
  BLOB = 'blob',
  DFS = 'dfs',
  VAULT = 'vault',
  GRAFANA = 'grafana',
}

/** Names that Azure fixed (https://learn.microsoft.com/azure/private-link/private-endpoint-dns, read 2026-11). */
const ZONES: { readonly [service in PrivateService]: string } = {
  [PrivateService.BLOB]: 'privatelink.blob.core.windows.net',
  [PrivateService.DFS]: 'privatelink.dfs.core.windows.net',
  [PrivateService.VAULT]: 'privatelink.vaultcore.azure.net',
  [PrivateService.GRAFANA]: 'privatelink.grafana.azure.com',
};

/** Ids of the private DNS zones, by service. */
export interface PrivateZoneIds {
  readonly blob: string;
  readonly dfs: string;
  readonly vault: string;
  readonly grafana: string;
}

/** The zones, linked to the site's network. */
export function createPrivateZones(
  scope: Construct,
  props: {
    readonly name: string;
    readonly resourceGroupName: string;
    readonly networkId: string;
    readonly tags: { readonly [key: string]: string };
  },
): PrivateZoneIds {
  const { resourceGroupName, tags } = props;
  const zoneId = (service: PrivateService): string => {
    const below = new Construct(scope, service);
    const zone = new PrivateDnsZone(below, 'zone', { name: ZONES[service], resourceGroupName, tags });
    new PrivateDnsZoneVirtualNetworkLink(below, 'link', {
      name: resourceName(props.name, service, 80),
      resourceGroupName,
      privateDnsZoneName: zone.name,
      virtualNetworkId: props.networkId,
      registrationEnabled: false,
      tags,
    });
    return zone.id;
  };
  return {
    blob: zoneId(PrivateService.BLOB),
    dfs: zoneId(PrivateService.DFS),
    vault: zoneId(PrivateService.VAULT),
    grafana: zoneId(PrivateService.GRAFANA),
  };
}

export interface PrivateEndpointProps {
  readonly name: string;
  readonly region: string;
  readonly resourceGroupName: string;
  readonly subnetId: string;
  readonly zones: PrivateZoneIds;
  readonly service: PrivateService;
  /** The resource that is reached. */
  readonly targetId: string;
  readonly tags: { readonly [key: string]: string };
}

/** An address in the endpoints subnet that stands for a service. */
export function createPrivateEndpoint(scope: Construct, id: string, props: PrivateEndpointProps): PrivateEndpoint {
  const name = resourceName(props.name, props.service, 64);
  return new PrivateEndpoint(scope, id, {
    name,
    location: props.region,
    resourceGroupName: props.resourceGroupName,
    subnetId: props.subnetId,
    privateServiceConnection: {
      name,
      privateConnectionResourceId: props.targetId,
      subresourceNames: [props.service],
      isManualConnection: false,
    },
    privateDnsZoneGroup: { name: props.service, privateDnsZoneIds: [props.zones[props.service]] },
    tags: props.tags,
  });
}

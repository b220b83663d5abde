import type { FabricDesign } from '../design/fabric';
import { address, readBlock } from '../design/fabric/ipv4';
import { NetworkRole } from '../design/hall/seams';
import { type Cell, csvText } from './csv';

/** Subnets, each with what it is for and how many addresses of it are given. */
export function subnetPlan({ addresses }: FabricDesign): string {
  const rows = addresses.subnets.map(({ prefix, purpose, used }): Cell[] => [prefix, purpose, used]);
  return csvText(['prefix', 'purpose', 'used'], rows);
}

/** Every address that is given, by device and port; autonomous system numbers stand beside loopbacks. */
export function addressPlan(fabric: FabricDesign): string {
  return csvText(['network', 'device', 'port', 'kind', 'address', 'gateway', 'asn', 'peer'], rows(fabric));
}

function* rows(fabric: FabricDesign): Iterable<Cell[]> {
  const gateways = gatewaysOf(fabric);
  for (const { role, switches, links } of fabric.networks) {
    for (const { name, loopback, asn } of switches) {
      if (loopback === undefined && asn === undefined) continue;
      const spelt = loopback === undefined ? undefined : `${loopback}/32`;
      yield [role, name, 'Loopback0', 'loopback', spelt, undefined, asn, undefined];
    }
    const kind = role === NetworkRole.OUT_OF_BAND ? 'management' : 'link';
    for (const { a, b } of links) {
      if (a.address !== undefined) {
        yield [role, a.device, a.port, kind, a.address, gateways.get(b.device), undefined, `${b.device} ${b.port}`];
      }
      if (b.address !== undefined) {
        yield [role, b.device, b.port, kind, b.address, undefined, undefined, `${a.device} ${a.port}`];
      }
    }
  }
}

const MANAGEMENT = 'out-of-band ';

/** The first host of a management subnet, by the leaf that it belongs to. */
function gatewaysOf({ addresses }: FabricDesign): Map<string, string> {
  const gateways = new Map<string, string>();
  for (const { purpose, prefix } of addresses.subnets) {
    const block = purpose.startsWith(MANAGEMENT) ? readBlock(prefix) : undefined;
    if (block !== undefined) gateways.set(purpose.slice(MANAGEMENT.length), address(block.first + 1));
  }
  return gateways;
}

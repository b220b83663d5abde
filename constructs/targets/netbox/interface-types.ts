import type { KindPort } from '../../../design/hall/records/types';

/** Form factors that ports of a speed mostly have (netbox/dcim/choices.py of NetBox 4.4.10, InterfaceTypeChoices; read 2026-11-24). */
const ETHERNET: { readonly [gbps: number]: string } = {
  1: '1000base-t',
  10: '10gbase-x-sfpp',
  25: '25gbase-x-sfp28',
  40: '40gbase-x-qsfpp',
  50: '50gbase-x-sfp56',
  100: '100gbase-x-qsfp28',
  200: '200gbase-x-qsfp56',
  400: '400gbase-x-osfp',
  800: '800gbase-x-osfp',
};

const INFINIBAND: { readonly [gbps: number]: string } = {
  100: 'infiniband-edr',
  200: 'infiniband-hdr',
  400: 'infiniband-ndr',
  800: 'infiniband-xdr',
};

/** The type of a port in NetBox. What it has no type for (1.6 Tbit/s, before 4.5) is `other`. */
export function interfaceType({ gbps, infiniband, virtual, interfaceType: known }: KindPort): string {
  if (virtual) return 'virtual';
  return known ?? (infiniband ? INFINIBAND : ETHERNET)[gbps] ?? 'other';
}

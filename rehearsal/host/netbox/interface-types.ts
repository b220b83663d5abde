function each(prefix: string, ends: string): string[] {
  return ends.split(' ').map((end) => prefix + end);
}

/**
 * Types of interfaces (dcim.choices, InterfaceTypeChoices), without those that are known to be newer than 4.4.10: everything of
 * 1.6 Tbit/s, InfiniBand by lanes, `channel`, `2.5gbase-x-sfp`. A live 4.4.10 refused `1.6tbase-x-osfp1600`.
 */
export const INTERFACE_TYPES: ReadonlySet<string> = new Set([
  'virtual',
  'bridge',
  'lag',
  ...each('100base-', 'fx lfx tx t1 x-sfp'),
  ...each('1000base-', 'bx10-d bx10-u cwdm cx dwdm ex sx lsx lx lx10 t tx zx x-gbic x-sfp kx'),
  ...each('2.5gbase-', 't kx'),
  ...each('5gbase-', 't kr'),
  ...each('10gbase-', 'br-d br-u cu cx4 er lr lrm lx4 sr t zr x-sfpp x-xfp x-xenpak x-x2 kr kx4'),
  ...each('25gbase-', 'cr er lr sr t x-sfp28 kr'),
  ...each('40gbase-', 'cr4 er4 fr4 lr4 sr4 sr4-bd x-qsfpp kr4'),
  ...each('50gbase-', 'cr er fr lr sr x-sfp56 x-sfp28 kr'),
  ...each('100gbase-', 'cr1 cr2 cr4 cr10 cwdm4 dr fr1 er4 lr1 lr4 sr1 sr1.2 sr2 sr4 sr10 zr kp4 kr2 kr4'),
  ...each('100gbase-x-', 'cfp cfp2 cfp4 cxp cpak dsfp sfp112 sfpdd qsfp28 qsfpdd'),
  ...each('200gbase-', 'cr2 cr4 sr2 sr4 dr4 fr4 lr4 er4 vr2 x-cfp2 x-qsfp56 x-qsfpdd'),
  ...each('400gbase-', 'cr4 dr4 er8 fr4 fr8 lr4 lr8 sr4 sr4_2 sr8 sr16 vr4 zr'),
  ...each('400gbase-x-', 'cfp2 qsfp112 qsfpdd osfp osfp-rhs cdfp cfp8'),
  ...each('800gbase-', 'cr8 dr8 sr8 vr8 x-qsfpdd x-osfp'),
  ...each('ieee802.', '11a 11g 11n 11ac 11ad 11ax 11ay 11be 15.1 15.4'),
  'other-wireless',
  ...each('', 'gsm cdma lte 4g 5g'),
  ...each('sonet-oc', '3 12 48 192 768 1920 3840'),
  ...each('', '1gfc-sfp 2gfc-sfp 4gfc-sfp 8gfc-sfpp 16gfc-sfpp 32gfc-sfp28 32gfc-sfpp'),
  ...each('', '64gfc-qsfpp 64gfc-sfpdd 64gfc-sfpp 128gfc-qsfp28'),
  ...each('infiniband-', 'sdr ddr qdr fdr10 fdr edr hdr ndr xdr'),
  ...each('', 't1 e1 t3 e3 xdsl docsis moca bpon epon 10g-epon gpon xg-pon xgs-pon ng-pon2 25g-pon 50g-pon'),
  ...each('cisco-', 'stackwise stackwise-plus flexstack flexstack-plus'),
  ...each('cisco-stackwise-', '80 160 320 480 1t'),
  'juniper-vcp',
  ...each('extreme-summitstack', ' -128 -256 -512').map((type) => type.trim()),
  'hpe-synergy-interconnect-link',
  'other',
]);

/** Kinds of interfaces that no cable fits (dcim.constants, NONCONNECTABLE_IFACE_TYPES), as people see them. */
export function unpluggable(type: string): string | undefined {
  if (type === 'virtual') return 'Virtual';
  if (type === 'bridge') return 'Bridge';
  if (type === 'lag') return 'Link Aggregation Group (LAG)';
  return type.startsWith('ieee802.') || type === 'other-wireless' ? type : undefined;
}

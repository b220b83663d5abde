const AMPERES = {
  nema: ['1-15', '5-15', '5-20', '5-30', '5-50', '6-15', '6-20', '6-30', '6-50', '10-30', '10-50', '14-20', '14-30'],
  more: ['14-50', '14-60', '15-15', '15-20', '15-30', '15-50', '15-60', 'l1-15', 'l5-15', 'l5-20', 'l5-30', 'l5-50'],
  locking: ['l6-15', 'l6-20', 'l6-30', 'l6-50', 'l10-30', 'l14-20', 'l14-30', 'l14-50', 'l14-60', 'l15-20', 'l15-30'],
  last: ['l15-50', 'l15-60', 'l21-20', 'l21-30', 'l22-30'],
};

function nema(suffix: 'p' | 'r'): string[] {
  return Object.values(AMPERES)
    .flat()
    .map((each) => `nema-${each}${suffix}`);
}

function withPrefix(prefix: string, ends: string): string[] {
  return ends.split(' ').map((end) => prefix + end);
}

const INDUSTRIAL = ['p-n-e', '2p-e', '3p-e', '3p-n-e'].flatMap((poles) =>
  withPrefix(`iec-60309-${poles}-`, '4h 6h 9h'),
);
const BOTH = [
  ...INDUSTRIAL,
  'iec-60906-1',
  ...withPrefix('nbr-14136-', '10a 20a'),
  ...withPrefix('molex-micro-fit-', '1x2 2x2 2x4'),
  'dc-terminal',
  'saf-d-grid',
  ...withPrefix('neutrik-powercon-', 'true1 true1-top'),
  'ubiquiti-smartpower',
  'hardwired',
  'other',
];

/** Types of power ports (dcim.choices, PowerPortTypeChoices). */
export const PORT_TYPES: ReadonlySet<string> = new Set([
  ...BOTH,
  ...withPrefix('iec-60320-c', '6 8 14 16 18 20 22'),
  ...nema('p'),
  ...withPrefix('cs', '6361c 6365c 8165c 8265c 8365c 8465c'),
  ...withPrefix('ita-', 'c e f ef g h i j k l m n o'),
  ...withPrefix('usb-', 'a b c mini-a mini-b micro-a micro-b micro-ab 3-b 3-micro-b'),
  ...withPrefix('neutrik-powercon-', '20 32'),
]);

/** Types of power outlets (dcim.choices, PowerOutletTypeChoices). */
export const OUTLET_TYPES: ReadonlySet<string> = new Set([
  ...BOTH,
  ...withPrefix('iec-60320-c', '5 7 13 15 17 19 21'),
  ...nema('r'),
  ...withPrefix('CS', '6360C 6364C 8164C 8264C 8364C 8464C'),
  ...withPrefix('ita-', 'e f g h i j k l m n o multistandard'),
  ...withPrefix('usb-', 'a micro-b c'),
  'eaton-c39',
  'hdot-cx',
  ...withPrefix('neutrik-powercon-', '20a 32a'),
]);

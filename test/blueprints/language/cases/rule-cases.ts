import { LanguageCode } from '../../../../blueprints/language/codes';
import { changed } from '../samples';
import { accelerators, after, type Case, inPool, POOLS, site } from './case';

/** Values that do not go together. */
export const RULE_CASES: Case[] = [
  {
    what: 'accelerators and pools',
    text: after(POOLS),
    code: LanguageCode.ACCELERATORS_OR_POOLS,
    at: '14:5',
    says: /both "accelerators" and "pools"/,
  },
  {
    what: 'capacity beside pools',
    text: inPool('    capacity: { mode: spot }\n'),
    code: LanguageCode.ACCELERATORS_OR_POOLS,
    at: '17:5',
    says: /move "capacity" into a pool/,
  },
  {
    what: 'neither accelerators nor pools',
    text: changed('    accelerators:\n      model: h100-sxm\n      count: 16\n', ''),
    code: LanguageCode.ACCELERATORS_OR_POOLS,
    at: '10:3',
    says: /neither/,
  },
  {
    what: 'a model and a requirement',
    text: accelerators('{ model: h100-sxm, vendor: [amd], count: 16 }'),
    code: LanguageCode.MODEL_OR_REQUIREMENTS,
    at: '15:26',
    says: /both "model" and "vendor"/,
  },
  {
    what: 'neither model nor requirement',
    text: accelerators('count: 16'),
    code: LanguageCode.MODEL_OR_REQUIREMENTS,
    at: '14:5',
    says: /neither which model/,
  },
  {
    what: 'a minimum above the count',
    text: after('      minimum: 17\n'),
    code: LanguageCode.MINIMUM,
    at: '17:16',
    says: /17, more than "count", which is 16/,
  },
  {
    what: 'spot with a reservation',
    text: after('    capacity: { mode: spot, reservation: cr-1 }\n'),
    code: LanguageCode.RESERVATION_REFUSED,
    at: '17:29',
    says: /spot capacity takes no/,
  },
  {
    what: 'on-demand with a reservation',
    text: after('    capacity: { mode: on-demand, reservation: cr-1 }\n'),
    code: LanguageCode.RESERVATION_REFUSED,
    says: /did you mean "mode: reserved"/,
  },
  {
    what: 'reserved without reservation',
    text: after('    capacity: { mode: reserved }\n'),
    code: LanguageCode.RESERVATION_MISSING,
    at: '17:5',
    says: /mode reserved and no "reservation"/,
  },
  {
    what: 'a block without reservation',
    text: after('    capacity: { mode: block }\n'),
    code: LanguageCode.RESERVATION_MISSING,
    says: /mode block/,
  },
  {
    what: 'a start without block',
    text: after('    capacity: { mode: spot, starts: 2026-03-01T11:30:00Z }\n'),
    code: LanguageCode.WINDOW,
    at: '17:29',
    says: /spot capacity has no "starts"/,
  },
  {
    what: 'a day that is not',
    text: after('    capacity: { mode: block, reservation: cr-1, ends: 2026-02-29T11:30:00Z }\n'),
    code: LanguageCode.WINDOW,
    at: '17:55',
    says: /not in the calendar/,
  },
  {
    what: 'an end before the start',
    text: after(
      '    capacity: { mode: block, reservation: cr-1, starts: 2026-03-01T11:30:00Z, ends: 2026-03-01T11:30:00Z }\n',
    ),
    code: LanguageCode.WINDOW,
    at: '17:85',
    says: /not after its start/,
  },
  {
    what: 'a file system without size',
    text: after('    storage: { scratch: { kind: parallel } }\n'),
    code: LanguageCode.STORAGE,
    at: '17:16',
    says: /without "capacity"/,
  },
  {
    what: 'an object store with a size',
    text: after('    storage: { data: { kind: object, capacity: 5 TB } }\n'),
    code: LanguageCode.STORAGE,
    at: '17:38',
    says: /no "capacity"/,
  },
  {
    what: 'a fabric over zones',
    text: after('      zones: [us-east-1a, us-east-1b]\n    fabric: { rdma: required }\n'),
    code: LanguageCode.FABRIC_ZONES,
    at: '17:14',
    says: /does not cross zones/,
  },
  {
    what: 'a placement over zones',
    text: after('      zones: [us-east-1a, us-east-1b]\n    fabric: { rdma: none, placement: cluster }\n'),
    code: LanguageCode.FABRIC_ZONES,
    says: /placement: cluster/,
  },
  {
    what: 'a placement of a block',
    text: after('    capacity: { mode: block, reservation: cr-1 }\n    fabric: { placement: cluster }\n'),
    code: LanguageCode.PLACEMENT_BLOCK,
    at: '18:26',
    says: /placement: none/,
  },
  {
    what: 'oversubscription of nothing',
    text: after('    fabric: { rdma: none, oversubscription: 2 }\n'),
    code: LanguageCode.OVERSUBSCRIPTION,
    at: '17:45',
    says: /rdma: none/,
  },
  {
    what: 'a site named as a stack',
    text: changed(
      'clusters:',
      `  virginia-frontier: { target: aws, region: us-east-1 }
clusters:
  other: { site: virginia-frontier, purpose: batch, scheduler: kubernetes, accelerators: { model: mi300x, count: 8 } }`,
    ),
    code: LanguageCode.STACK_NAME,
    at: '12:3',
    says: /"virginia-frontier", which site/,
  },
  {
    what: 'a site that is not there',
    text: changed('site: virginia', 'site: virgina'),
    code: LanguageCode.UNKNOWN_SITE,
    at: '11:11',
    says: /no site "virgina".*did you mean "virginia"/s,
  },
  {
    what: 'zones without the zone',
    text: site('    zones: [us-east-1b]\n'),
    code: LanguageCode.ZONES,
    at: '9:12',
    says: /lacks "us-east-1a"/,
  },
  {
    what: 'a finding that is accepted for no reason',
    text: after('policy:\n  suppress: [{ rule: WFP108, reason: " ", expires: 2027-03-31 }]\n'),
    code: LanguageCode.SUPPRESSION,
    at: '18:38',
    says: /"reason" is blank/,
  },
  {
    what: 'a finding that is accepted until a day that never comes',
    text: after('policy:\n  suppress: [{ rule: WFP108, reason: agreed, expires: 2027-02-30 }]\n'),
    code: LanguageCode.SUPPRESSION,
    at: '18:55',
    says: /"2027-02-30" is not in the calendar/,
  },
];

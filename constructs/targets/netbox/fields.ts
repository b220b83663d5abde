/** Custom fields begin with this, so that none meets a field of the hall's owner. Letters, digits and `_` only, says NetBox. */
const PREFIX = 'wattform_';

/** What objects are asked about that NetBox has no field for. All are text: of other types the provider sends what NetBox refuses. */
export const FIELDS: { readonly [field: string]: string } = {
  asn: 'number of the switch in BGP',
  battery_kwh: 'kWh of batteries, rounded down',
  block: 'block of the power chain',
  fed_by: 'whether its sources share the load, or the first that is alive takes it',
  fed_from: 'what feeds it',
  kind: 'kind of equipment',
  limit_kw: 'kW that it may carry, rounded down',
  liquid_share: 'share of the heat that goes into liquid',
  load_class: 'how much the load suffers without power',
  maximum_load_kg: 'kg that may stand in it, rounded down',
  peak_w: 'W at the nameplates, rounded up',
  pool: 'cluster and pool',
  rated_amps: 'A on its plate',
  rated_kva: 'kVA on its plate',
  rated_kw: 'kW on its plate',
  redundancy_group: 'modules that stand for each other',
  side: 'side of the racks',
  substation: 'number of the substation',
  system: 'letter of its system',
  volts: 'V at its output',
};

export const FIELD_HOLDERS = ['dcim.device', 'dcim.powerpanel', 'dcim.rack'];

export function fieldName(field: string): string {
  return `${PREFIX}${field}`;
}

/** Values by the names that NetBox knows them by. */
export function customFields(fields: { readonly [field: string]: string | undefined }): {
  readonly [name: string]: string;
} {
  const known = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([field, value]) => [fieldName(field), value]));
}

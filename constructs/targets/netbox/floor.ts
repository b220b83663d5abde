import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { HallFloorRequest, IHallFloor } from '../contract';
import { createAsns } from './asns';
import { Location } from './bindings/location';
import { Prefix } from './bindings/prefix';
import { brand, requireBrand } from './brand';
import { forEach, number, ref, table, text } from './each';
import { NetboxSite } from './site';

const MARK = Symbol.for('wattform.netbox.floor');

/** Halls and rows, as locations. */
export class NetboxFloor implements IHallFloor {
  /** @throws when the floor is another target's */
  public static of(floor: IHallFloor): NetboxFloor {
    requireBrand(floor, MARK, 'a floor');
    return floor as NetboxFloor;
  }

  public readonly halls: number[];
  /** Ids of locations: of halls as `1`, of rows as `1-3`. */
  public readonly places: TerraformLocal;

  public constructor(halls: number[], places: TerraformLocal) {
    brand(this, MARK);
    this.halls = halls;
    this.places = places;
  }
}

/** Halls with their rows below them, and the blocks of addresses that the fabric is planned in. */
export function createFloor(scope: Construct, { site: request, floor }: HallFloorRequest): NetboxFloor {
  const site = NetboxSite.of(request);
  const siteId = site.siteId.asNumber;
  const halls = forEach(
    new Location(scope, 'hall', { name: text('each.value'), slug: text('"hall-${each.key}"'), siteId }),
    table(scope, 'halls', Object.fromEntries(floor.halls.map(({ hall }) => [hall, `Hall ${hall}`]))),
  );
  const rows = floor.halls.flatMap(({ hall, rows: numbers }) =>
    numbers.map((row) => [`${hall}-${row}`, { hall: String(hall), name: `Row ${row}` }] as const),
  );
  const row = forEach(
    new Location(scope, 'row', {
      name: text('each.value.name'),
      slug: text('"hall-row-${each.key}"'),
      parentId: number(`${ref(halls)}[each.value.hall].id`),
      siteId,
    }),
    table(scope, 'rows', Object.fromEntries(rows)),
  );
  forEach(
    new Prefix(scope, 'prefix', {
      prefix: text('each.key'),
      description: text('each.value'),
      status: 'container',
      vrfId: site.network.vrf.asNumber,
    }),
    table(scope, 'prefixes', Object.fromEntries(floor.prefixes.map(({ cidr, purpose }) => [cidr, purpose]))),
  );
  const kinds = new TerraformLocal(scope, 'kind-ids', site.kinds.ids.expression);
  createAsns(scope, floor.asns, kinds);
  const ids = (address: string): string => `{for key, each in ${address} : key => tonumber(each.id)}`;
  const places = new TerraformLocal(scope, 'places', text(`merge(${ids(ref(halls))}, ${ids(ref(row))})`));
  return new NetboxFloor(
    floor.halls.map(({ hall }) => hall),
    places,
  );
}

import type { Equipment } from '../../design/electrical';
import type { HallDesign } from '../../design/hall/types';
import { pathOf } from './circuits';
import { Shelf, shelfOf } from './kinds';
import { collection, type Link, link, type Resource, ROOT, segment } from './resource';

const FACILITIES = `${ROOT}/Facilities`;

/** What a power domain links to, by shelf. */
const SHELVES = [Shelf.ELECTRICAL_BUSES, Shelf.FLOOR_PDUS, Shelf.RACK_PDUS, Shelf.SWITCHGEAR, Shelf.TRANSFER_SWITCHES];

/** The site, with a power domain for each system of each block: what a fault of one conversion reaches. */
export function facilities(site: string, { power }: HallDesign): Resource {
  const path = `${FACILITIES}/${segment(site)}`;
  const domains = new Map<string, Equipment[]>();
  for (const piece of power.equipment) {
    if (piece.block === undefined || piece.system === undefined) continue;
    const name = `${piece.block}-${piece.system}`;
    const members = domains.get(name);
    if (members === undefined) domains.set(name, [piece]);
    else members.push(piece);
  }
  const members = [...domains].map(
    ([name, pieces]): Resource => ({
      '@odata.id': `${path}/PowerDomains/${segment(name)}`,
      '@odata.type': '#PowerDomain.v1_2_2.PowerDomain',
      Id: name,
      Name: name,
      Links: linksOf(pieces),
    }),
  );
  const facility: Resource = {
    '@odata.id': path,
    '@odata.type': '#Facility.v1_4_2.Facility',
    Id: site,
    Name: site,
    FacilityType: 'Site',
    PowerDomains: collection(`${path}/PowerDomains`, 'PowerDomain', 'systems of blocks', members),
  };
  return collection(FACILITIES, 'Facility', 'sites', [facility]);
}

function linksOf(pieces: Equipment[]): { readonly [shelf: string]: Link[] } {
  const links: { [shelf: string]: Link[] } = {};
  for (const shelf of SHELVES) {
    const here = pieces.filter((piece) => shelfOf(piece).shelf === shelf);
    if (here.length > 0) links[shelf] = here.map((piece) => link(pathOf(piece)));
  }
  return links;
}

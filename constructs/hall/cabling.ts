import { Construct } from 'constructs';
import type { LinkRecords } from '../../design/hall/records/types';
import { hideImplementation, implementationScope } from '../implementation';
import type { HallFloor } from './floor';
import { hallsOf } from './halls-of';
import type { RackRow } from './rack-row';

export interface CablingProps {
  readonly floor: HallFloor;
  readonly links: LinkRecords;
  /** The rows that its cables lead to. */
  readonly rows: RackRow[];
}

/** Cables that begin in one part of a row, and the addresses of their ends. */
export class Cabling extends Construct {
  /** @throws when the site's target records no halls, or a row was not handed in */
  constructor(scope: Construct, id: string, props: CablingProps) {
    super(scope, id);
    const { floor, links, rows } = props;
    const { site } = floor;
    site.target.configureProvider(this, { region: site.ask.region, tags: site.tags });
    const implementation = implementationScope(this);
    hallsOf(site.target).createCabling(implementation, {
      site: site.resources,
      links,
      rows: rows.map(({ resources }) => resources),
    });
    hideImplementation(this, implementation);
  }
}

import { Construct } from 'constructs';
import type { FloorRecords } from '../../design/hall/records/types';
import { hideImplementation, implementationScope } from '../implementation';
import type { ISite } from '../site';
import type { IHallFloor } from '../targets/contract';
import { hallsOf } from './halls-of';

export interface HallFloorProps {
  readonly site: ISite;
  readonly floor: FloorRecords;
}

/** Halls and rows of a site, and the blocks of addresses of its networks. */
export class HallFloor extends Construct {
  public readonly site: ISite;
  public readonly resources: IHallFloor;

  /** @throws when the site's target records no halls */
  constructor(scope: Construct, id: string, props: HallFloorProps) {
    super(scope, id);
    const { site, floor } = props;
    this.site = site;
    const implementation = implementationScope(this);
    this.resources = hallsOf(site.target).createFloor(implementation, { site: site.resources, floor });
    hideImplementation(this, implementation);
  }
}

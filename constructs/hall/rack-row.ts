import { Construct } from 'constructs';
import type { RackRowRecords } from '../../design/hall/records/types';
import type { ICluster } from '../cluster';
import { hideImplementation, implementationScope } from '../implementation';
import type { IRackRowResources } from '../targets/contract';
import type { HallFloor } from './floor';
import { hallsOf } from './halls-of';
import type { HallKinds } from './kinds';
import type { PowerDistribution } from './power-distribution';

export interface RackRowProps {
  readonly floor: HallFloor;
  readonly kinds: HallKinds;
  readonly row: RackRowRecords;
  /** Where the panels of its feeds stand. */
  readonly power: PowerDistribution[];
  /** Clusters that its servers serve. The id of each is the control plane's name in the records. */
  readonly clusters: ICluster[];
}

/** Racks of one row: servers, switches, power strips and feeds. */
export class RackRow extends Construct {
  public readonly floor: HallFloor;
  public readonly resources: IRackRowResources;

  /** @throws when the site's target records no halls, or a panel or cluster was not handed in */
  constructor(scope: Construct, id: string, props: RackRowProps) {
    super(scope, id);
    const { floor, kinds, row, power, clusters } = props;
    const { site } = floor;
    this.floor = floor;
    site.target.configureProvider(this, { region: site.ask.region, tags: site.tags });
    const implementation = implementationScope(this);
    this.resources = hallsOf(site.target).createRackRow(implementation, {
      site: site.resources,
      kinds: kinds.resources,
      floor: floor.resources,
      row,
      power: power.map(({ resources }) => resources),
      clusters: Object.fromEntries(clusters.map(({ node, resources }) => [node.id, resources])),
    });
    hideImplementation(this, implementation);
  }
}

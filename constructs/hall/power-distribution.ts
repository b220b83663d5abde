import { Construct } from 'constructs';
import type { PowerChainRecords } from '../../design/hall/records/types';
import { hideImplementation, implementationScope } from '../implementation';
import type { IPowerDistributionResources } from '../targets/contract';
import type { HallFloor } from './floor';
import { hallsOf } from './halls-of';
import type { HallKinds } from './kinds';

export interface PowerDistributionProps {
  readonly floor: HallFloor;
  readonly kinds: HallKinds;
  readonly chain: PowerChainRecords;
  /** What feeds it. @default - it begins at the grid */
  readonly upstream?: PowerDistribution[];
}

/** Equipment of the power chain that stands together: outside of the halls, or in one of them. */
export class PowerDistribution extends Construct {
  public readonly resources: IPowerDistributionResources;

  /** @throws when the site's target records no halls, or something that feeds it was not handed in */
  constructor(scope: Construct, id: string, props: PowerDistributionProps) {
    super(scope, id);
    const { floor, kinds, chain, upstream = [] } = props;
    const { site } = floor;
    site.target.configureProvider(this, { region: site.ask.region, tags: site.tags });
    const implementation = implementationScope(this);
    this.resources = hallsOf(site.target).createPowerDistribution(implementation, {
      site: site.resources,
      kinds: kinds.resources,
      floor: floor.resources,
      chain,
      upstream: upstream.map(({ resources }) => resources),
    });
    hideImplementation(this, implementation);
  }
}

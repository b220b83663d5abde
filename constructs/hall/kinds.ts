import { Construct } from 'constructs';
import type { KindRecords } from '../../design/hall/records/types';
import { hideImplementation, implementationScope } from '../implementation';
import type { IHallKinds, ITarget } from '../targets/contract';
import { hallsOf } from './halls-of';

export interface HallKindsProps {
  readonly target: ITarget;
  readonly kinds: KindRecords;
  /** @default - the construct's id */
  readonly physicalName?: string;
}

/** Kinds of things that the halls of a target share: regions, makers, racks, servers, switches, power equipment. */
export class HallKinds extends Construct {
  public readonly resources: IHallKinds;

  /** @throws when the target records no halls */
  constructor(scope: Construct, id: string, props: HallKindsProps) {
    super(scope, id);
    const { target, kinds } = props;
    target.configureProvider(this, { region: '', tags: {} });
    const implementation = implementationScope(this);
    this.resources = hallsOf(target).createKinds(implementation, { name: props.physicalName ?? id, kinds });
    hideImplementation(this, implementation);
  }
}

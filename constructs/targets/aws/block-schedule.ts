import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule';
import type { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import type { MapTerraformIterator, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { CapacityAsk } from '../../../design/asks';
import { CapacityMode } from '../../../design/asks';
import { scalingGroupName } from './auto-scaling';
import { NameLimit, physicalName } from './names';
import { DRAIN_MINUTES } from './reservations';

const MINUTE = 60_000;
// Auto Scaling's own sign for "leave as it is".
const KEEP = -1;

export interface BlockScheduleProps {
  readonly nodeGroup: EksNodeGroup;
  readonly group: MapTerraformIterator;
  readonly capacity: CapacityAsk;
  readonly name: string;
}

/**
 * Asks for the nodes of a capacity block when it starts, and lets them go before EC2 ends them. Only where the times are
 * known; Auto Scaling refuses times in the past, so a block that has started is scaled by hand.
 */
export function createBlockSchedules(scope: Construct, props: BlockScheduleProps): TerraformResource[] {
  const { capacity, group, name } = props;
  if (capacity.mode !== CapacityMode.BLOCK) {
    return [];
  }
  const autoscalingGroupName = scalingGroupName(props.nodeGroup);
  const schedules: TerraformResource[] = [];
  if (capacity.starts !== undefined) {
    schedules.push(
      new AutoscalingSchedule(scope, 'block-start', {
        forEach: group,
        autoscalingGroupName,
        scheduledActionName: physicalName(name, NameLimit.SCHEDULED_ACTION, '-start'),
        startTime: utc(capacity.starts, 0),
        minSize: KEEP,
        maxSize: KEEP,
        desiredCapacity: group.getNumber('max'),
      }),
    );
  }
  if (capacity.ends !== undefined) {
    schedules.push(
      new AutoscalingSchedule(scope, 'block-end', {
        forEach: group,
        autoscalingGroupName,
        scheduledActionName: physicalName(name, NameLimit.SCHEDULED_ACTION, '-end'),
        startTime: utc(capacity.ends, -DRAIN_MINUTES),
        minSize: 0,
        maxSize: KEEP,
        desiredCapacity: 0,
      }),
    );
  }
  return schedules;
}

/** A time as Auto Scaling takes it: UTC, whole seconds. @throws when it is not a time */
function utc(time: string, minutes: number): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) {
    throw new Error(`"${time}" is not a time; expected RFC 3339, such as 2027-03-01T08:00:00Z`);
  }
  return `${new Date(at + minutes * MINUTE).toISOString().slice(0, 19)}Z`;
}

import { type JsonSchema, list, map, oneOf, text, whole } from './json-schema';
import { compute, identifier, memory, moment, power, zone } from './texts';

const MOST_ACCELERATORS = 10_000_000;

/** The accelerators that are asked for: a model, or what they must do. */
export function accelerators(): JsonSchema {
  return map({
    description: 'The accelerators that are asked for: by model, or by what they must do.',
    required: ['count'],
    properties: {
      model: text({
        description:
          'Id of an accelerator of the catalog (`wattform catalog` lists them). Excludes memory, vendor, bf16 and fp8.',
        pattern: '^[a-z0-9][a-z0-9.-]{0,59}$',
        form: 'the id of an accelerator, such as "h100-sxm"',
        examples: ['h100-sxm', 'mi300x'],
      }),
      memory: memory("At least this much memory each. GB compares with the vendor's label, GiB with measured memory."),
      vendor: list(
        'Vendors that will do.',
        text({
          description: 'A vendor.',
          pattern: '^[a-z][a-z0-9-]{0,29}$',
          form: 'the name of a vendor in small letters, such as "amd"',
          examples: ['amd', 'nvidia'],
        }),
      ),
      bf16: compute('At least this much dense BF16 each.', '>= 900 TFLOPS'),
      fp8: compute('At least this much dense FP8 each.', '>= 1900 TFLOPS'),
      count: whole('How many accelerators.', 1, MOST_ACCELERATORS),
      minimum: whole(
        'How many the autoscaler keeps at least. Default: `count`; 0 for a capacity block.',
        0,
        MOST_ACCELERATORS,
      ),
      instance: text({
        description: "The instance type, when the design's choice is not wanted.",
        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
        form: 'the name of an instance type, such as "p5.48xlarge"',
        examples: ['p5.48xlarge', 'Standard_ND96isr_H100_v5'],
      }),
      nodePower: power('Power of one node at full load, when you know better than the catalog.'),
      zones: list("Zones of the pool: one only where RDMA is used. Default: the site's zone.", zone('A zone.')),
    },
  });
}

/** How capacity is obtained. */
export function capacity(): JsonSchema {
  return map({
    description: 'How capacity is obtained. Default: on-demand.',
    required: ['mode'],
    properties: {
      mode: oneOf('How capacity is bought; block is a fixed window, bought ahead.', [
        'on-demand',
        'spot',
        'reserved',
        'block',
      ]),
      reservation: identifier(
        'reserved and block: the id of what was bought, or of the group it is in.',
        'the id of a reservation, without blanks',
        ['cr-0123456789abcdef0'],
      ),
      starts: moment('block: when it starts. Nodes are asked for from then on. Default: scaled by hand.'),
      ends: moment('block: when it ends. Nodes are drained before. Default: scaled by hand.'),
    },
  });
}

/** The network between accelerators. */
export function fabric(description: string): JsonSchema {
  return map({
    description,
    required: [],
    properties: {
      rdma: oneOf(
        'Whether accelerators talk by RDMA; required refuses instance types without it.',
        ['required', 'preferred', 'none'],
        'preferred',
      ),
      oversubscription: {
        type: 'number',
        description: 'The most oversubscription allowed; 1 is non-blocking. Default: not asked.',
        minimum: 1,
        maximum: 100,
      },
      placement: oneOf(
        'Whether nodes are placed close together. Default: cluster where RDMA is used and the mode allows.',
        ['cluster', 'none'],
      ),
    },
  });
}

/** One pool of several. */
export function pool(): JsonSchema {
  return map({
    description: 'A node pool.',
    required: ['accelerators'],
    properties: {
      accelerators: accelerators(),
      capacity: capacity(),
      fabric: fabric("The network between the pool's accelerators; overrides the cluster's, setting by setting."),
    },
  });
}

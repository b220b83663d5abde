import { type JsonSchema, map, named, oneOf, text } from './json-schema';
import { accelerators, capacity, fabric, pool } from './pool';
import { dataRate, dataSize, name, shortName } from './texts';

/** A cluster. That `accelerators` and `pools` exclude each other is a rule of the loader, which says it better than a schema can. */
export function cluster(): JsonSchema {
  return map({
    description: 'A cluster: accelerators of one kind, or several pools.',
    required: ['site', 'purpose', 'scheduler'],
    properties: {
      site: {
        ...name('site that the cluster stands on'),
        description: 'The site that the cluster stands on, by its name under `sites`.',
      },
      purpose: oneOf('What the cluster is for.', ['training', 'inference', 'batch']),
      scheduler: oneOf('What schedules the work.', ['kubernetes']),
      version: text({
        description: "Kubernetes minor version, in quotes. Default: the cloud's current default.",
        pattern: '^1\\.[1-9][0-9]$',
        form: 'a Kubernetes minor version in quotes, such as "1.34"',
        examples: ['1.34'],
      }),
      accelerators: accelerators(),
      capacity: capacity(),
      pools: named({
        entry: 'pool',
        description: 'Several pools, by name. Excludes `accelerators` and `capacity`.',
        name: shortName('pool'),
        value: pool(),
      }),
      fabric: fabric('The network between accelerators; a pool may override it. Default: RDMA preferred.'),
      storage: named({
        entry: 'store',
        description: 'Stores, by name.',
        name: shortName('store'),
        value: store(),
        mayBeEmpty: true,
      }),
    },
  });
}

function store(): JsonSchema {
  return map({
    description: 'A store.',
    required: ['kind'],
    properties: {
      kind: oneOf('A parallel file system, or an object store.', ['parallel', 'object']),
      capacity: dataSize('parallel: usable size.'),
      throughput: dataRate('parallel: aggregate throughput. Default: the smallest that the target sells.'),
    },
  });
}

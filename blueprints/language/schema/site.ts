import { facility, powerChain, racks, siteFabric } from './hall';
import { type JsonSchema, list, map, oneOf, text, whole } from './json-schema';
import { identifier, power, zone } from './texts';

/** A place that holds capacity, on one of the targets. */
export function site(targets: string[]): JsonSchema {
  return map({
    description: 'A place that holds capacity.',
    required: ['target', 'region'],
    properties: {
      target: oneOf('What the site is built on.', targets),
      region: text({
        description: "The cloud's region.",
        pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
        form: 'the cloud\'s name of a region, such as "us-east-1" or "swedencentral"',
        examples: ['us-east-1', 'swedencentral'],
      }),
      zone: zone(
        'The zone that accelerators and their fabric live in. Never derived: a derived zone moves and replaces the pool.',
      ),
      zones: list(
        "Zones of the system pools, `zone` included. Default: the target's rule, printed by `wattform explain`.",
        zone('A zone.'),
      ),
      account: text({
        description:
          'Account (AWS) or subscription (Azure) that the site belongs to. Default: the one of the credentials.',
        pattern: '^[A-Za-z0-9-]{1,64}$',
        form: 'the id of an account or subscription, in quotes',
        examples: ['123456789012'],
      }),
      power: map({
        description: 'What the site may draw (default: no limit), and the power chain of an owned hall.',
        required: [],
        properties: {
          allotment: power("The most that the site's accelerator nodes may draw (IT load)."),
          ...powerChain(),
        },
      }),
      facility: facility(),
      racks: racks(),
      fabric: siteFabric(),
      network: map({
        description: "Addressing. Default: the target's plan.",
        required: [],
        properties: {
          cidr: text({
            description: "The site's IPv4 block, a private /16.",
            default: '10.0.0.0/16',
            pattern:
              '^(10\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.0\\.0/16$',
            form: 'a private IPv4 block of size /16 (within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16), such as "10.20.0.0/16"',
            examples: ['10.20.0.0/16'],
          }),
        },
      }),
      administrators: list(
        'Who administers the clusters: IAM principal ARNs on AWS, Entra group object ids on Azure. Default: nobody but the creator.',
        identifier('A principal.', 'the id of a principal, without blanks', [
          'arn:aws:iam::123456789012:role/platform',
        ]),
      ),
      limits: {
        type: 'object',
        title: 'limit',
        description:
          "Cloud limits that were raised on request, by their id in the catalog. Default: the catalog's values.",
        propertyNames: text({
          description: 'Id of a limit.',
          pattern: '^[a-z][a-z0-9-]{0,79}$',
          form: 'the id of a limit, such as "nodes-per-node-group"',
        }),
        additionalProperties: whole('The raised value.', 1, 10_000_000),
      },
    },
  });
}

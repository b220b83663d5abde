import { freeText, type JsonSchema, list, map, oneOf, text, whole } from './json-schema';
import { identifier } from './texts';

/** What a reviewer holds the design against. */
export function policy(): JsonSchema {
  return map({
    description:
      'What a reviewer holds the design against; it changes nothing that is built. Default: the rules that need no word of the blueprint.',
    required: [],
    properties: {
      vendors: oneOf('open: accelerators of at least two vendors.', ['any', 'open'], 'any'),
      pue: {
        type: 'number',
        description:
          'The most that the power usage effectiveness of a site may be, mean of a year. Default: no budget.',
        minimum: 1,
        maximum: 10,
      },
      carbon: text({
        description: 'The most that the energy of all sites may emit, as CO2e. Default: no budget.',
        pattern: '^[0-9]+(\\.[0-9]+)? ?k?t/year$',
        form: 'a mass per year in t/year or kt/year, such as "12000 t/year"',
        examples: ['12000 t/year'],
      }),
      tags: list(
        'Keys of the tags that whatever costs money must bear. Default: owner.',
        text({
          description: 'Key of a tag.',
          pattern: '^\\S{1,128}$',
          form: 'the key of a tag, without blanks',
          examples: ['cost-centre'],
        }),
      ),
      reservations: {
        type: 'object',
        title: 'reservation',
        description: 'How many accelerators a reservation holds, by its id. Default: unknown.',
        maxProperties: 1000,
        propertyNames: identifier('Id of a reservation.', 'the id of a reservation, without blanks', [
          'cr-0123456789abcdef0',
        ]),
        additionalProperties: whole('Accelerators that it holds.', 1, 10_000_000),
      },
      suppress: {
        type: 'array',
        description: 'Findings that are accepted for a time. Default: none.',
        items: suppression(),
        minItems: 1,
        maxItems: 1000,
      },
    },
  });
}

function suppression(): JsonSchema {
  return map({
    description: 'Accepts what one rule finds, for a reason and until a day.',
    required: ['rule', 'reason', 'expires'],
    properties: {
      rule: text({
        description: 'Id of the rule.',
        pattern: '^[A-Z][A-Z0-9_-]{1,39}$',
        form: 'the id of a rule, such as "WFP108"',
        examples: ['WFP108'],
      }),
      where: freeText(
        'What it is accepted for: a resource (stack/type.name), a construct path, a path of the blueprint (clusters.frontier), or the name of the subject in the finding; * stands for anything. Default: everything that the rule finds.',
        512,
      ),
      reason: freeText('Why it is accepted: who decided it, and on what grounds.', 1024),
      expires: text({
        description: 'The last day on which it holds. From the next day on it fails.',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        form: 'a day as ISO 8601 writes it, such as "2027-03-31"',
        examples: ['2027-03-31'],
      }),
    },
  });
}

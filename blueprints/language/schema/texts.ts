import { type JsonSchema, TextKind, text } from './json-schema';

/** Name of a site, cluster or blueprint: part of resource names in every cloud, so letters of DNS labels only. */
export function name(what: string): JsonSchema {
  return text({
    title: TextKind.NAME,
    description: `Name of the ${what}.`,
    pattern: '^(?!.*--)[a-z]([a-z0-9-]{0,28}[a-z0-9])?$',
    form: 'a name of 1 to 30 characters: a-z, 0-9 and single hyphens, a letter first, no hyphen last',
  });
}

/** Name of a pool or store, which stands behind the cluster's in resource names and therefore is shorter. */
export function shortName(what: string): JsonSchema {
  return text({
    title: TextKind.NAME,
    description: `Name of the ${what}.`,
    pattern: '^(?!.*--)[a-z]([a-z0-9-]{0,18}[a-z0-9])?$',
    form: 'a name of 1 to 20 characters: a-z, 0-9 and single hyphens, a letter first, no hyphen last',
  });
}

const NUMBER = '[0-9]+(\\.[0-9]+)?';

export function power(description: string): JsonSchema {
  return text({
    title: TextKind.POWER,
    description,
    pattern: `^${NUMBER} ?(W|kW|MW|GW)$`,
    form: 'a power in W, kW, MW or GW, such as "3 MW"',
    examples: ['3 MW', '10.2 kW'],
  });
}

export function dataSize(description: string): JsonSchema {
  return text({
    title: TextKind.DATA_SIZE,
    description,
    pattern: `^${NUMBER} ?([GTPE]B|[GTP]iB)$`,
    form: 'a data size in GB, TB, PB, EB, GiB, TiB or PiB, such as "600 TiB"',
    examples: ['600 TiB'],
  });
}

export function dataRate(description: string): JsonSchema {
  return text({
    title: TextKind.DATA_RATE,
    description,
    pattern: `^${NUMBER} ?([MGT]i?B)/s$`,
    form: 'a data rate in MB/s, GB/s, TB/s, MiB/s, GiB/s or TiB/s, such as "150 GB/s"',
    examples: ['150 GB/s'],
  });
}

export function compute(description: string, example: string): JsonSchema {
  return text({
    title: TextKind.COMPUTE,
    description,
    pattern: `^(>= ?)?${NUMBER} ?[TP]FLOPS$`,
    form: `compute in TFLOPS or PFLOPS, such as "${example}"`,
    examples: [example],
  });
}

export function memory(description: string): JsonSchema {
  return text({
    title: TextKind.MEMORY,
    description,
    pattern: `^(>= ?)?${NUMBER} ?Gi?B$`,
    form: 'memory in GB or GiB, such as ">= 141 GB"',
    examples: ['>= 141 GB', '>= 90 GiB'],
  });
}

export function apparentPower(description: string): JsonSchema {
  return text({
    title: TextKind.APPARENT_POWER,
    description,
    pattern: `^${NUMBER} ?[kM]VA$`,
    form: 'an apparent power in kVA or MVA, such as "2500 kVA"',
    examples: ['2500 kVA'],
  });
}

export function powerRamp(description: string): JsonSchema {
  return text({
    title: TextKind.POWER_RAMP,
    description,
    pattern: `^${NUMBER} ?[kM]W/min$`,
    form: 'a power ramp in kW/min or MW/min, such as "10 MW/min"',
    examples: ['10 MW/min'],
  });
}

export function weight(description: string): JsonSchema {
  return text({
    title: TextKind.WEIGHT,
    description,
    pattern: `^${NUMBER} ?(kg|t)$`,
    form: 'a weight in kg or t, such as "1400 kg"',
    examples: ['1400 kg'],
  });
}

export function duration(description: string): JsonSchema {
  return text({
    title: TextKind.DURATION,
    description,
    pattern: `^${NUMBER} ?(s|min|h)$`,
    form: 'a duration in s, min or h, such as "5 min"',
    examples: ['5 min'],
  });
}

export function zone(description: string): JsonSchema {
  return text({
    description,
    pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
    form: 'the cloud\'s name of a zone, such as "us-east-1a" or "1"',
    examples: ['us-east-1a', '1'],
  });
}

/** Identifiers that a cloud made: anything without blanks; what a cloud accepts is its target's to say. */
export function identifier(description: string, form: string, examples: string[]): JsonSchema {
  return text({ description, pattern: '^\\S{1,2048}$', form, examples });
}

export function moment(description: string): JsonSchema {
  return text({
    description,
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
    form: 'a moment in UTC as RFC 3339 writes it, such as "2026-03-01T11:30:00Z"',
    examples: ['2026-03-01T11:30:00Z'],
  });
}

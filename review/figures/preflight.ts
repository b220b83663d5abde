import type { PreflightLine } from '../model';
import type { WrittenBasis } from './read-basis';

type Quota = WrittenBasis['quotas'][number];

/** What must be asked of clouds before a deploy: quotas that grow, and reservations that must hold more. */
export function preflightOf(base: WrittenBasis, head: WrittenBasis): PreflightLine[] {
  const quotas = head.quotas.flatMap((quota) => {
    const before = base.quotas.find((each) => idOf(each) === idOf(quota));
    const line = quotaLine(quota, before === undefined ? 0 : (before.demand ?? null));
    return line === undefined ? [] : [line];
  });
  const rank = { stop: 0, warn: 1, note: 2 };
  return [...quotas, ...reservationLines(base, head)].sort((one, other) => rank[one.level] - rank[other.level]);
}

function quotaLine(quota: Quota, before: number | null): PreflightLine | undefined {
  const { site, quota: subject, unit, maximum, sources, note } = quota;
  const after = quota.demand ?? null;
  const common = {
    site: site ?? '',
    subject: subject ?? '',
    unit: unit ?? '',
    before,
    after,
    ...(typeof maximum === 'number' && { maximum }),
    sources: sources ?? [],
  };
  // Addresses lie in blocks of the site's own; nobody is asked for them.
  if (unit === 'address') return undefined;
  if (typeof maximum === 'number' && after !== null && after > maximum) {
    const level = before !== null && before >= after ? 'warn' : 'stop';
    return { ...common, level, what: `past the ${maximum} that are granted at most` };
  }
  if (after === null) {
    return before === null ? undefined : { ...common, level: 'warn', what: `demand unknown${note ? `: ${note}` : ''}` };
  }
  if (before === null) return { ...common, level: 'warn', what: 'ask for it: what was asked for before is unknown' };
  if (after <= before) return undefined;
  return { ...common, level: 'warn', what: before === 0 ? 'ask for it' : 'ask for more' };
}

/** Modes whose capacity somebody must hold for the design. */
function reservationLines(base: WrittenBasis, head: WrittenBasis): PreflightLine[] {
  const [before, after] = [reservations(base), reservations(head)];
  return [...after].flatMap(([id, line]) => {
    const held = before.get(id)?.nodes ?? 0;
    if (line.nodes <= held) return [];
    return [
      {
        level: 'warn' as const,
        site: line.site,
        subject: line.subject,
        unit: 'node',
        before: held,
        after: line.nodes,
        what:
          held === 0
            ? `must hold ${line.nodes} nodes ${line.instanceType}`
            : `must grow to ${line.nodes} nodes ${line.instanceType}`,
        sources: [],
      },
    ];
  });
}

function reservations({ sites }: WrittenBasis) {
  const all = new Map<string, { site: string; subject: string; nodes: number; instanceType: string }>();
  for (const site of sites) {
    for (const cluster of site.clusters) {
      for (const { capacity, nodes, instanceType, name } of cluster.pools) {
        const { mode, reservation } = capacity as { readonly mode: string; readonly reservation?: string };
        if (mode !== 'reserved' && mode !== 'block') continue;
        const subject =
          reservation === undefined ? `capacity ${mode} of pool ${cluster.name}/${name}` : `reservation ${reservation}`;
        const key = JSON.stringify([site.name, subject, instanceType]);
        const found = all.get(key);
        all.set(key, { site: site.name, subject, instanceType, nodes: nodes + (found?.nodes ?? 0) });
      }
    }
  }
  return all;
}

function idOf({ site, quota, region, cloud }: Quota): string {
  return JSON.stringify([site, quota, region, cloud]);
}

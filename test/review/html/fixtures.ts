import { type Review, SideKind, Verdict } from '../../../review';
import { reviewOf, stackOf, update } from '../plans';

/** A secret that no page may hold. */
export const PLANTED = 'correct-horse-battery-staple';

const place = { side: 'head' as const, file: 'blueprint.yaml', line: 12, column: 3, endColumn: 9, path: ['clusters'] };

/** A review in which every part of the page has something to say. */
export function fullReview(): Review {
  const review = reviewOf(
    [
      stackOf(
        [
          {
            address: 'aws_s3_bucket.corpus',
            type: 'aws_s3_bucket',
            change: { actions: ['delete'], before: { bucket: 'corpus' } },
          },
          {
            address: 'aws_vpc.main',
            type: 'aws_vpc',
            action_reason: 'replace_because_cannot_update',
            change: {
              actions: ['delete', 'create'],
              before: { cidr_block: '10.0.0.0/16' },
              after: { cidr_block: '10.1.0.0/16' },
              replace_paths: [['cidr_block']],
            },
          },
          ...['a', 'b', 'c'].map((key) => ({
            address: `aws_instance.node["${key}"]`,
            type: 'aws_instance',
            change: {
              actions: ['update' as const],
              before: { size: 1, password: PLANTED, note: key },
              after: { size: 2, password: `${PLANTED}-new`, note: `${key}${key}` },
            },
          })),
          {
            address: 'aws_iam_role.new',
            type: 'aws_iam_role',
            change: { actions: ['create'], after: { name: 'new' } },
          },
        ],
        {
          name: 'ohio',
          site: 'ohio',
          origin: () => ({ constructPath: 'ohio/network', place }),
          troubles: [{ stack: 'ohio', step: 'plan', summary: 'a part is missing', detail: 'first line\nsecond line' }],
        },
      ),
      stackOf([update({ a: 1 }, { a: 2 })], { name: 'kinds', fate: 'built' }),
    ],
    ['gone/aws_s3_bucket.*'],
  );
  const figure = (name: string, before: number | null, after: number | null, more: object = {}) => ({
    figure: name,
    label: name.replace('/', ' '),
    unit: name.includes('load') ? 'kW' : '1',
    before,
    after,
    delta: before === null || after === null ? null : after - before,
    sources: ['https://example.org/source (2026-01-01)'],
    notes: after === null ? ['nobody knows it'] : [],
    ...more,
  });
  return {
    ...review,
    base: { kind: SideKind.BLUEPRINT, name: 'before.yaml' },
    head: { kind: SideKind.BLUEPRINT, name: 'after.yaml' },
    engine: { name: 'terraform', version: '1.11.4' },
    verdict: Verdict.GUARDED,
    cascades: [
      {
        cause: { stack: 'ohio', address: 'aws_vpc.main', action: review.changes[1]!.action, forcedBy: ['cidr_block'] },
        followers: [0, 1],
      },
      { value: { path: 'region', before: 'one', after: 'two' }, followers: [2] },
    ],
    renames: [
      {
        type: 'aws_iam_role',
        from: { stack: 'ohio', address: 'aws_iam_role.old' },
        to: { stack: 'ohio', address: 'aws_iam_role.new' },
        sameStack: true,
        differing: ['tags'],
      },
    ],
    figures: [
      figure('accelerators/h100-sxm', 16, 64),
      figure('nodes', 2, 8),
      figure('it-load', 20.4, 81.6),
      figure('accelerators/h100-sxm', 16, 64, { site: 'ohio' }),
      figure('it-load', 20.4, 81.6, { site: 'ohio', limit: 80, exceeds: true }),
      figure('facility', 25, null, { site: 'ohio' }),
      figure('it-load', 10, 10, { site: 'gavle', limit: 100 }),
    ],
    redundancy: [
      {
        site: 'gavle',
        loadClass: 'critical',
        property: 'redundancy',
        change: 'lost',
        what: 'N+1 lost in hall gavle',
        because: 'a UPS less',
      },
    ],
    preflight: [
      {
        level: 'warn',
        site: 'ohio',
        subject: 'P instances',
        unit: 'vCPU',
        before: 384,
        after: 1536,
        what: 'ask for more',
        sources: ['https://example.org/quotas'],
      },
    ],
    stateMoves: [{ stack: 'ohio', from: 'local', to: 's3' }],
    formOnly: [{ stack: 'ohio', address: 'aws_iam_policy.same' }],
    notes: ['a note'],
  };
}

/** Texts that would do something where they are not taken as texts. */
export const HOSTILE = [
  '</script><script>globalThis.harm = 1</script>',
  '<img src=x onerror="globalThis.harm = 1">',
  '"><svg onload=globalThis.harm=1><a href="javascript:globalThis.harm=1">',
  "' onfocus='globalThis.harm=1' autofocus='",
  '</style></title></textarea><h1>taken</h1><!--',
  '| a | b |',
  '\u001b[31mred\u001b[0m\u0007',
  '@everyone #1',
  '\u202egpj.exe\u2066',
  '${7*7} {{7*7}} `${globalThis.harm = 1}`',
  '&lt;b&gt; &amp;',
  'line\n<b>next</b>\u2028x',
  '\ud800 lone',
  'https://example.org/beacon.png',
];

/** Keys whose texts are ours alone. */
const CHOICES = new Set('action kind fate level change side verdict replaceOrder step figure head'.split(' '));

/** The same review in which every text is followed by a hostile one. */
export function poisoned<T>(value: T, hostile = HOSTILE.join(' ')): T {
  const walk = (each: unknown, key = ''): unknown => {
    if (typeof each === 'string') return CHOICES.has(key) ? each : `${each} ${hostile}`;
    if (Array.isArray(each)) return each.map((item) => walk(item, key));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(value) as T;
}

/** A review of so many changes, a third of each alike. */
export function largeReview(count: number): Review {
  return reviewOf([
    stackOf(
      Array.from({ length: count }, (_, index) => {
        const address = `aws_instance.node_with_a_long_name["${index}"]`;
        if (index % 3 === 0) return { address, type: 'aws_instance', change: { actions: ['create'], after: {} } };
        if (index % 3 === 1) return { ...update({ size: 1, tag: index }, { size: 2, tag: -index }), address };
        return { address, type: 'aws_s3_bucket', change: { actions: ['delete'], before: {} } };
      }),
    ),
  ]);
}

import { inert } from '../../blueprints/language/show';
import { Action, type Place, type Review, type ReviewedChange } from '../model';
import { printed } from './json';
import { cascadeText, countsText, dependentsText, verdictText, whyText } from './words';

/** A rule of the log: what kind of thing a reviewer is told. */
interface Rule {
  readonly id: string;
  readonly text: string;
  readonly level: 'error' | 'warning' | 'note';
}

const RULES: {
  readonly [key in
    | 'loss'
    | 'allowed'
    | 'lost'
    | 'trouble'
    | 'rename'
    | 'redundancy'
    | 'preflight'
    | 'limit'
    | 'state']: Rule;
} = {
  loss: {
    id: 'diff/unnamed-loss',
    level: 'error',
    text: 'Something that holds state or capacity is destroyed or replaced, and nobody has named it.',
  },
  allowed: {
    id: 'diff/allowed-loss',
    level: 'warning',
    text: 'Something that holds state or capacity is destroyed or replaced, as the reviewer allowed.',
  },
  lost: { id: 'diff/lost', level: 'warning', text: 'Something is destroyed or replaced.' },
  trouble: { id: 'diff/not-compared', level: 'error', text: 'A part could not be compared.' },
  rename: {
    id: 'diff/only-renamed',
    level: 'warning',
    text: 'An object seems to have only another address: a moved block would keep it.',
  },
  redundancy: { id: 'diff/redundancy-lost', level: 'warning', text: 'A hall withstands less than before.' },
  preflight: { id: 'diff/preflight', level: 'warning', text: 'Something must be asked of a cloud before the deploy.' },
  limit: { id: 'diff/past-limit', level: 'error', text: 'A figure is past its limit.' },
  state: { id: 'diff/state-moves', level: 'warning', text: 'A state must be migrated before the deploy.' },
};

export interface SarifOptions {
  /** Of wattform. */
  readonly version: string;
}

/** A review as SARIF 2.1.0, for the tools that show findings beside the lines of a change. */
export function reviewSarif(review: Review, { version }: SarifOptions): string {
  const results = [...changeResults(review), ...otherResults(review)];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'wattform diff',
            semanticVersion: version,
            rules: Object.values(RULES).map(({ id, text, level }) => ({
              id,
              shortDescription: { text },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        properties: { verdict: review.verdict, counts: countsText(review.counts), summary: inert(verdictText(review)) },
        results,
      },
    ],
  };
  return `${printed(log)}\n`;
}

function changeResults({ changes, guard, cascades }: Review): object[] {
  const lost = changes.filter(({ action }) => action === Action.DESTROY || action === Action.REPLACE);
  return lost.map((change) => {
    const loss = guard.losses.find(({ stack, address }) => stack === change.stack && address === change.address);
    const rule = loss === undefined ? RULES.lost : loss.allowedBy === undefined ? RULES.loss : RULES.allowed;
    const cascade = cascades.find(({ cause }) => cause?.stack === change.stack && cause.address === change.address);
    const said = [
      `${change.action} ${change.stack}/${change.address}`,
      whyText(change),
      change.stateful === undefined ? '' : `${change.stateful.kind}: loses ${change.stateful.loses}`,
      cascade === undefined ? '' : cascadeText(cascade),
      dependentsText(change.dependents),
    ];
    return result(rule, said.filter(Boolean).join('; '), change);
  });
}

function otherResults({
  troubles,
  renames,
  redundancy,
  preflight,
  figures = [],
  stateMoves,
  changes,
}: Review): object[] {
  const at = (stack: string, address: string) =>
    changes.find((each) => each.stack === stack && each.address === address);
  return [
    ...troubles.map(({ stack, step, summary, detail, place, address }) =>
      result(RULES.trouble, `${stack}, ${step}: ${summary}${detail === undefined ? '' : `: ${detail}`}`, {
        stack,
        address,
        place,
      }),
    ),
    ...renames.map(({ from, to }) =>
      result(
        RULES.rename,
        `${from.stack}/${from.address} seems to be ${to.stack}/${to.address} now`,
        at(to.stack, to.address),
      ),
    ),
    ...redundancy
      .filter(({ change }) => change === 'lost')
      .map(({ what, because = '' }) => result(RULES.redundancy, `${what}: ${because}`)),
    ...figures
      .filter(({ exceeds }) => exceeds)
      .map(({ site = 'all sites', label, after, limit, unit }) =>
        result(RULES.limit, `${label} of ${site}: ${after} of ${limit} ${unit}`),
      ),
    ...preflight.map(({ site, subject, before, after, unit, what, level }) =>
      result(
        RULES.preflight,
        `${site}: ${subject}: ${before ?? 'unknown'} → ${after ?? 'unknown'} ${unit}, ${what}`,
        undefined,
        level === 'stop' ? 'error' : undefined,
      ),
    ),
    ...stateMoves.map(({ stack, from, to }) =>
      result(RULES.state, `the state of ${stack} moves from ${from} to ${to}`),
    ),
  ];
}

type About = Partial<Pick<ReviewedChange, 'stack' | 'address' | 'place'>>;

function result({ id, level }: Rule, text: string, about?: About, otherLevel?: string): object {
  const place = about?.place;
  const named = about?.address !== undefined;
  return {
    ruleId: id,
    level: otherLevel ?? level,
    message: { text: inert(text) },
    ...((place !== undefined || named) && {
      locations: [
        {
          ...(place !== undefined && { physicalLocation: physical(place) }),
          ...(named && {
            logicalLocations: [{ fullyQualifiedName: inert(`${about.stack}/${about.address}`), kind: 'resource' }],
          }),
        },
      ],
    }),
    ...(named && { partialFingerprints: { 'resource/v1': inert(`${id} ${about.stack}/${about.address}`) } }),
  };
}

/** A file in a revision is shown by its path. */
function physical({ file, line, column, endColumn }: Place): object {
  const path = file.replace(/^[^/:]+:(?=[^/])/, '');
  return {
    artifactLocation: { uri: encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F') },
    region: { startLine: line, startColumn: column, endColumn },
  };
}

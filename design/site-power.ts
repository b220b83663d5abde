import { type Finding, Severity } from '../blueprints/language/finding';
import type { SiteAsk } from './asks';
import { type Figure, type Notice, type PoolDesign, PowerLimit, type SitePower } from './basis';
import { DesignCode } from './codes';
import type { ControlPlaneDraft } from './control-planes';
import { type NamedFigure, poolFigures, sumFigures } from './figures';

/** What one cluster asks of its site's power. */
export interface PowerClaim {
  readonly cluster: string;
  readonly pools: PoolDesign[];
  readonly planes: ControlPlaneDraft[];
  readonly itLoad: Figure;
}

export interface SitePowerResult {
  readonly power: SitePower;
  /** kW by the name of the control plane; empty when nothing can be divided. */
  readonly budgets: Map<string, number>;
  readonly findings: Finding[];
  readonly notices: Notice[];
}

/** Holds the load of a site's accelerator nodes against its allotment, and divides the allotment among the control planes. */
export function sitePower(site: SiteAsk, claims: PowerClaim[]): SitePowerResult {
  const { allotmentKw } = site;
  const parts = claims.map((claim) => ({ name: claim.cluster, figure: claim.itLoad }));
  const pools = claims.flatMap(({ cluster: name, pools }) => poolFigures({ name, pools }, (pool) => pool.itLoad));
  const itLoad = sumFigures('kW', pools);
  if (allotmentKw === undefined) {
    return {
      power: { allotmentKw: undefined, itLoad, limit: PowerLimit.NONE },
      budgets: new Map(),
      findings: [],
      notices: [],
    };
  }
  const known = claims.reduce(
    (sum, claim) => sum + claim.planes.reduce((watts, plane) => watts + planeWatts(plane, claim.pools), 0),
    0,
  );
  const over = known > allotmentWatts(allotmentKw);
  const findings = over ? [exceeded(site, allotmentKw, known / 1000, parts)] : [];
  if (itLoad.value === undefined) {
    const message = `allotment of site ${site.name}: ${powerText(allotmentKw)} cannot be claimed to hold; power of a node is ${itLoad.note}`;
    const warning = {
      code: DesignCode.ALLOTMENT_UNCLAIMED,
      severity: Severity.WARNING,
      path: path(site),
      message,
      hint: 'state nodePower for these pools',
    };
    return {
      power: { allotmentKw, itLoad, limit: PowerLimit.UNCLAIMED },
      budgets: new Map(),
      findings: [...findings, warning],
      notices: [{ code: DesignCode.ALLOTMENT_UNCLAIMED, message, sources: itLoad.sources }],
    };
  }
  return {
    power: { allotmentKw, itLoad, limit: PowerLimit.HOLDS },
    budgets: divide(allotmentKw, known, claims),
    findings,
    notices: [],
  };
}

/**
 * Each control plane's part: allotment × its load / the site's load, rounded down to a watt. In whole numbers, so that
 * no part falls below its load and the parts never add up to more than the whole.
 */
function divide(allotmentKw: number, totalWatts: number, claims: PowerClaim[]): Map<string, number> {
  const budgets = new Map<string, number>();
  for (const claim of claims) {
    for (const plane of claim.planes) {
      const watts =
        (BigInt(allotmentWatts(allotmentKw)) * BigInt(planeWatts(plane, claim.pools))) /
        BigInt(Math.max(1, totalWatts));
      budgets.set(plane.name, Number(watts) / 1000);
    }
  }
  return budgets;
}

/** Load of a control plane's nodes at their maximum, in watts; pools of unknown power count nothing. */
function planeWatts(plane: ControlPlaneDraft, pools: PoolDesign[]): number {
  return plane.pools.reduce((sum, share) => {
    const kw = pools.find((pool) => pool.name === share.pool)?.nodePowerKw.value ?? 0;
    return sum + Math.round(kw * 1000) * share.groups.reduce((nodes, group) => nodes + group.maxNodes, 0);
  }, 0);
}

function allotmentWatts(allotmentKw: number): number {
  return Math.floor(allotmentKw * 1000 + 1e-6);
}

function exceeded(site: SiteAsk, allotmentKw: number, loadKw: number, parts: NamedFigure[]): Finding {
  const each = parts.map(
    (part) =>
      `${part.name} ${part.figure.value === undefined ? `unknown (${part.figure.note})` : powerText(part.figure.value)}`,
  );
  const over = Math.round((loadKw - allotmentKw) * 1000) / 1000;
  return {
    code: DesignCode.ALLOTMENT_EXCEEDED,
    severity: Severity.ERROR,
    path: path(site),
    message: `the accelerator nodes of site ${site.name} draw ${powerText(loadKw)}, and its allotment is ${powerText(allotmentKw)}: ${each.join(', ')}`,
    expected: `at most ${powerText(allotmentKw)}`,
    hint: `take away ${powerText(over)}, or raise the allotment`,
  };
}

function path(site: SiteAsk): string[] {
  return [...site.path, 'power', 'allotment'];
}

/** `1305.6 kW (1.3056 MW)`: both units, since people speak of sites in MW and of nodes in kW. */
function powerText(kw: number): string {
  return `${Number(kw.toFixed(3))} kW (${Number((kw / 1000).toFixed(6))} MW)`;
}

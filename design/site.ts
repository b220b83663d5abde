import type { Finding } from '../blueprints/language/finding';
import type { ClusterAsk, SiteAsk } from './asks';
import type { ClusterDesign, Notice, QuotaDemand, SiteDesign } from './basis';
import { type ClusterDraft, designCluster } from './cluster';
import { DesignCode } from './codes';
import { requireFeature } from './features';
import { poolFigures, sumFigures, tidy } from './figures';
import { designHall, type HallDesign, type HallPool, summaryOf } from './hall';
import { checkLimitOverrides } from './limits';
import type { PoolContext } from './pool-context';
import { demandsPastMaximum, siteQuotas } from './quotas';
import { checkRegion } from './regions';
import { sitePower } from './site-power';
import { Feature } from './target-profile';

export interface SiteResult {
  /** Undefined when something of the site could not be designed. */
  readonly design?: SiteDesign;
  /** Of an owned hall: everything that the summary in `design` leaves out. */
  readonly hall?: HallDesign;
  readonly drafts: ClusterDraft[];
  readonly quotas: QuotaDemand[];
  readonly findings: Finding[];
  readonly notices: Notice[];
}

/** Designs a site with everything that stands on it. */
export function designSite(site: SiteAsk, clusters: ClusterAsk[], shared: PoolContext): SiteResult {
  const context = { ...shared, catalog: shared.catalog.withServers(site._hall?.servers ?? []) };
  const { profile, catalog } = context;
  const isHall = profile.features.includes(Feature.FACILITY_HALL);
  const findings = [
    ...(isHall ? [] : refuseHallKeys(site, context)),
    ...profile.checkSite(site),
    ...checkRegion(site, profile, catalog),
    ...checkLimitOverrides(site, profile),
  ];
  const results = clusters.map((cluster) => designCluster(cluster, site, context));
  findings.push(...results.flatMap((result) => result.findings));
  const drafts = results.map((result) => result.draft);

  const claims = drafts.map((draft) => ({
    cluster: draft.ask.name,
    pools: draft.pools,
    planes: draft.planes,
    itLoad: sumFigures(
      'kW',
      draft.pools.map((pool) => ({ name: pool.name, figure: pool.itLoad })),
    ),
  }));
  const power = sitePower(site, claims);
  const network = profile.planNetwork(site, fabricAddresses(drafts, context));
  findings.push(...power.findings, ...network.findings);
  const notices = [
    ...results.flatMap((result) => result.notices),
    ...power.notices,
    ...systemNotice(site, drafts, context),
  ];
  if (network.plan === undefined || results.some((result) => !result.complete)) {
    return { drafts, quotas: [], findings, notices };
  }

  const clusterDesigns = drafts.map((draft, index) =>
    settle(draft, site, context, power.budgets, claims[index]!.itLoad),
  );
  const hall = isHall && site._hall !== undefined ? designHall(site._hall, hallPools(drafts), catalog) : undefined;
  findings.push(...(hall?.findings ?? []));
  if (hall !== undefined && hall.design === undefined) {
    return { drafts, quotas: [], findings, notices };
  }
  const quotas = siteQuotas(site, clusterDesigns, network.plan, profile, catalog);
  const design: SiteDesign = {
    name: site.name,
    target: site.target,
    region: site.region,
    ...(site.zone === undefined ? {} : { zone: site.zone }),
    systemZones: profile.systemZones(site),
    network: network.plan,
    power: power.power,
    clusters: clusterDesigns,
    ...(hall?.design === undefined ? {} : { hall: summaryOf(hall.design) }),
    priceUsdPerHour: sumFigures(
      'USD/h',
      clusterDesigns.flatMap((cluster) => poolFigures(cluster, (pool) => pool.priceUsdPerHour)),
    ),
  };
  return {
    design,
    hall: hall?.design,
    drafts,
    quotas,
    findings: [...findings, ...demandsPastMaximum(site, quotas)],
    notices,
  };
}

function settle(
  draft: ClusterDraft,
  site: SiteAsk,
  context: PoolContext,
  budgets: Map<string, number>,
  itLoad: ClusterDesign['itLoad'],
): ClusterDesign {
  const { ask, pools, planes } = draft;
  const controlPlanes = planes.map((plane) => ({ ...plane, powerBudgetKw: budgets.get(plane.name) }));
  const parts = controlPlanes.map((plane) => plane.powerBudgetKw);
  return {
    name: ask.name,
    site: site.name,
    purpose: ask.purpose,
    scheduler: ask.scheduler,
    ...(ask.version === undefined ? {} : { version: ask.version }),
    pools,
    systemPool: context.profile.systemPool(site),
    controlPlanes,
    parallelFileSystems: draft.parallelFileSystems,
    objectStores: ask.objectStores.map((store) => ({ name: store.name })),
    itLoad,
    powerBudgetKw: parts.reduce<number | undefined>(
      (sum, part) => (sum === undefined || part === undefined ? undefined : tidy(sum + part)),
      0,
    ),
    priceUsdPerHour: sumFigures(
      'USD/h',
      pools.map((pool) => ({ name: pool.name, figure: pool.priceUsdPerHour })),
    ),
  };
}

function hallPools(drafts: ClusterDraft[]): HallPool[] {
  return drafts.flatMap(({ ask, pools }) =>
    pools.map((pool) => ({
      cluster: ask.name,
      pool,
      path: ask.pools.find(({ name }) => name === pool.name)?.path ?? ask.path,
    })),
  );
}

function refuseHallKeys(site: SiteAsk, { profile, profiles = [profile] }: PoolContext): Finding[] {
  return (site._hallKeys ?? []).flatMap((path) =>
    requireFeature(
      Feature.FACILITY_HALL,
      `hall, which "${path.slice(2).join('.')}" describes`,
      [...path],
      profile,
      profiles,
    ),
  );
}

/** Addresses that the accelerator nodes take at their maximum. */
function fabricAddresses(drafts: ClusterDraft[], context: PoolContext): number {
  const { profile, catalog } = context;
  return drafts
    .flatMap((draft) => draft.pools)
    .reduce((sum, pool) => {
      const instance = catalog.instance(profile.cloud, pool.instanceType);
      return sum + (instance === undefined ? 0 : pool.nodes * profile.addressesPerNode(instance));
    }, 0);
}

function systemNotice(site: SiteAsk, drafts: ClusterDraft[], context: PoolContext): Notice[] {
  const planes = drafts.reduce((sum, draft) => sum + draft.planes.length, 0);
  if (planes === 0) {
    return [];
  }
  const { nodes, instanceType } = context.profile.systemPool(site);
  if (nodes === 0) {
    return [];
  }
  return [
    {
      code: DesignCode.SYSTEM_NODES_NOT_COUNTED,
      message: `${site.name}: ${nodes * planes} system nodes (${instanceType}) count neither in power, for which there is no sourced figure, nor in price; nor do control planes, storage and network`,
      sources: [],
    },
  ];
}

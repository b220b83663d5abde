import type { BlueprintDocument } from '../blueprints/language/document';
import { type Finding, Severity } from '../blueprints/language/finding';
import { didYouMean } from '../blueprints/language/suggest';
import type { Catalog } from '../catalog';
import type { ClusterAsk, SiteAsk } from './asks';
import type { BasisOfDesign, Notice, QuotaDemand, SiteDesign } from './basis';
import type { ClusterDraft } from './cluster';
import { DesignCode } from './codes';
import { asksFromBlueprint } from './from-blueprint';
import { checkAcrossSites, type HallDesign, hallParts } from './hall';
import { isError } from './severity';
import { designSite } from './site';
import { checkHallStacks, checkNames, type HallToStack, stackOrder } from './stacks';
import type { ITargetProfile } from './target-profile';
import { pricesAsOf, totals } from './totals';

/** Version of the format of the basis of design. */
const FORMAT = 1;

/** What a design is calculated from, beside the blueprint. */
export interface BlueprintContext {
  readonly catalog: Catalog;
  /** Profiles of the targets that sites may name. */
  readonly profiles: ITargetProfile[];
}

export interface BlueprintDesign {
  /** Undefined when a finding is an error. */
  readonly basis?: BasisOfDesign;
  /** Owned halls, by the name of their site: every rack, cable and feed. Empty when a finding is an error. */
  readonly halls: Map<string, HallDesign>;
  /** The same as an inventory keeps it, cut into states. */
  readonly records: Map<string, HallToStack>;
  readonly findings: Finding[];
}

/**
 * Calculates the basis of design of a whole blueprint. Pure: the same document, catalog and profiles give the same basis,
 * in whatever order the document's keys stand. All findings come at once: the catalog's, then site by site.
 */
export function designBlueprint(document: BlueprintDocument, context: BlueprintContext): BlueprintDesign {
  const { catalog, profiles } = context;
  const asks = asksFromBlueprint(document);
  const findings = [...catalog.findings, ...asks.findings, ...strayClusters(asks.clusters, asks.sites)];
  const sites: SiteDesign[] = [];
  const halls = new Map<string, HallDesign>();
  const records = new Map<string, HallToStack>();
  const drafts: ClusterDraft[] = [];
  const quotas: QuotaDemand[] = [];
  const notices: Notice[] = [];
  for (const site of asks.sites) {
    const profile = profiles.find((candidate) => candidate.name === site.target);
    if (profile === undefined) {
      findings.push(unknownTarget(site, profiles));
      continue;
    }
    const clusters = asks.clusters.filter((cluster) => cluster.site === site.name);
    const result = designSite(site, clusters, { catalog, profile, profiles });
    findings.push(...result.findings);
    notices.push(...result.notices);
    quotas.push(...result.quotas);
    drafts.push(...result.drafts);
    if (result.hall !== undefined && result.design !== undefined) {
      halls.set(site.name, result.hall);
      records.set(site.name, { hall: result.hall, parts: hallParts(result.design, result.hall), profile });
    }
    sites.push(...(result.design === undefined ? [] : [result.design]));
  }
  findings.push(...checkNames(asks.sites, asks.clusters, drafts), ...checkAcrossSites(asks.sites, halls));
  if (findings.some(isError)) {
    return { findings, halls: new Map(), records: new Map() };
  }
  const stacks = stackOrder(sites, records);
  const twice = checkHallStacks(stacks, asks.sites, asks.clusters);
  if (twice.length > 0) return { findings: [...findings, ...twice], halls: new Map(), records: new Map() };
  const basis: BasisOfDesign = {
    format: FORMAT,
    name: document.name,
    catalog: { sha256: catalog.sha256, pricesAsOf: pricesAsOf(sites, catalog, profiles) },
    sites,
    stacks,
    quotas,
    totals: totals(sites),
    notices: notices.sort((a, b) => compareText(a.code, b.code) || compareText(a.message, b.message)),
  };
  return { basis, findings, halls, records };
}

function strayClusters(clusters: ClusterAsk[], sites: SiteAsk[]): Finding[] {
  const names = sites.map((site) => site.name);
  return clusters
    .filter((cluster) => !names.includes(cluster.site))
    .map((cluster) => ({
      code: DesignCode.UNKNOWN_SITE,
      severity: Severity.ERROR,
      path: [...cluster.path, 'site'],
      message: `no site "${cluster.site}"`,
      expected: `one of ${names.join(', ')}`,
      hint: didYouMean(cluster.site, names),
    }));
}

function unknownTarget(site: SiteAsk, profiles: ITargetProfile[]): Finding {
  const names = profiles.map((profile) => profile.name).sort();
  return {
    code: DesignCode.UNKNOWN_TARGET,
    severity: Severity.ERROR,
    path: [...site.path, 'target'],
    message: `no target "${site.target}"`,
    expected: `one of ${names.join(', ')}`,
    hint: didYouMean(site.target, names),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

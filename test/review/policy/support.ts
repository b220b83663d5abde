import { loadCatalog } from '../../../catalog';
import { TargetRegistry } from '../../../constructs/targets/registry';
import { basisJson, designBlueprint } from '../../../design';
import type { HallDesign } from '../../../design/hall';
import {
  type IPolicyRule,
  type IPolicySubject,
  PolicyGate,
  type PolicyObservation,
  PolicyOutcome,
  type PolicyReport,
  PolicySeverity,
  PolicySubject,
} from '../../../review/policy';
import { BUILT_IN_RULES } from '../../../review/policy/rules';
import { documentOf } from '../../support/synthesized';

export const TODAY = '2026-11-25';
const catalog = loadCatalog();
const registry = TargetRegistry.builtIn();

/** Terraform JSON of one stack, from resources by type and name. */
export type Resources = { readonly [type: string]: { readonly [name: string]: object } };

export interface SubjectOptions {
  /** Terraform of stacks. @default - one stack without resources */
  readonly stacks?: { readonly [stack: string]: { readonly resource?: Resources; readonly provider?: object } };
  readonly today?: string;
  /** Changes the halls that were designed: a designer refuses what a rule is to find. */
  readonly spoil?: (hall: HallDesign) => HallDesign;
  readonly spoilDesign?: (design: string) => string;
}

/** What rules see of a blueprint: designed, and with the Terraform that a test gives. */
export function subjectOf(yaml: string, options: SubjectOptions = {}): PolicySubject {
  const { stacks = { own: {} }, today = TODAY, spoil = (hall) => hall, spoilDesign = (design) => design } = options;
  const blueprint = documentOf(yaml);
  const { basis, halls, findings } = designBlueprint(blueprint, { catalog, profiles: registry.profiles() });
  if (basis === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  const design: unknown = JSON.parse(spoilDesign(JSON.stringify(basisJson(basis))));
  const spoilt = new Map([...halls].map(([site, hall]) => [site, spoil(hall)]));
  return PolicySubject._with({ today, blueprint, design, stacks }, { halls: spoilt, catalog });
}

/** Terraform without blueprint and design: somebody else's. */
export function terraformOf(resource: Resources, provider: object = {}): PolicySubject {
  return PolicySubject.of({ today: TODAY, stacks: { own: { resource, provider } } });
}

export function rule(id: string): IPolicyRule {
  const found = BUILT_IN_RULES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

export interface Observed {
  readonly applies: boolean;
  readonly all: PolicyObservation[];
  readonly broken: PolicyObservation[];
  readonly unknown: PolicyObservation[];
}

/** What one rule says. */
export function observed(id: string, subject: IPolicySubject): Observed {
  const all = rule(id).applies(subject) ? rule(id).observe(subject) : [];
  return {
    applies: rule(id).applies(subject),
    all,
    broken: all.filter(({ outcome }) => outcome === PolicyOutcome.BREAKS),
    unknown: all.filter(({ outcome }) => outcome === PolicyOutcome.UNKNOWN),
  };
}

/** A rule of somebody else that finds these. */
export function ruleOf(id: string, observations: PolicyObservation[], rest: Partial<IPolicyRule> = {}): IPolicyRule {
  return {
    id,
    severity: PolicySeverity.ERROR,
    title: `${id} holds`,
    why: 'because',
    remedy: 'do it',
    looksAt: 'things',
    applies: () => observations.length > 0,
    observe: () => observations,
    ...rest,
  };
}

export function broken(subject: string, rest: Partial<PolicyObservation> = {}): PolicyObservation {
  return { outcome: PolicyOutcome.BREAKS, subject, message: 'is wrong', ...rest };
}

export function check(subject: IPolicySubject, rules: IPolicyRule[]): PolicyReport {
  return new PolicyGate(rules).check(subject);
}

/** A blueprint on a cloud; `pools` and `rest` are YAML. */
export function blueprint({
  sites = 'ohio: { target: aws, region: us-east-2, zone: us-east-2b }',
  clusters = 'c: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 }, fabric: { rdma: required } }',
  policy = '',
}: {
  sites?: string;
  clusters?: string;
  policy?: string;
} = {}): string {
  const below = (text: string) => text.replace(/^/gm, '  ');
  const rest = policy === '' ? '' : `policy:\n${below(policy)}\n`;
  return `wattform: 1\nname: tested\nsites:\n${below(sites)}\nclusters:\n${below(clusters)}\n${rest}`;
}

/** An owned hall. */
export function hall(site = '', policy = ''): string {
  return blueprint({
    sites: `gavle: { target: netbox, region: sweden, power: { allotment: 2 MW }${site} }`,
    clusters:
      'c: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: mi300x, count: 128 }, fabric: { rdma: required } }',
    policy,
  });
}

import { Construct, type IConstruct } from 'constructs';
import { type Catalog, loadCatalog } from '../catalog';
import type { SiteAsk } from '../design/asks';
import type { NetworkPlan } from '../design/basis';
import type { HallKinds } from './hall/kinds';
import { hideImplementation, implementationScope } from './implementation';
import { type INetwork, Network } from './network';
import { PowerLimits } from './power-limits';
import { throwRefusals } from './refusal';
import type { ISiteResources, ITarget } from './targets/contract';

/** A place that holds capacity. */
export interface ISite extends IConstruct {
  readonly target: ITarget;
  /** What the site is, in the design's words. */
  readonly ask: SiteAsk;
  readonly network: INetwork;
  readonly resources: ISiteResources;
  /** Prefix of physical names. */
  readonly physicalName: string;
  readonly tags: { readonly [key: string]: string };
  /** Addressing, when the network is the site's own. */
  readonly plan?: NetworkPlan;
  /** @internal */
  readonly _catalog: Catalog;
}

export interface SiteProps {
  /** What the site is built on: `TargetRegistry.builtIn().target('…')`, or a partner's own. */
  readonly target: ITarget;
  readonly region: string;
  /** The zone of accelerators and their fabric. Never derived. @default - none; targets that need one say so */
  readonly zone?: string;
  /** Zones of the system pools. @default - the target's rule */
  readonly zones?: string[];
  /** Account or subscription. @default - the one of the credentials */
  readonly account?: string;
  /** Who administers the clusters, as the target names principals. @default - nobody but the creator */
  readonly administrators?: string[];
  /** The most that the accelerator nodes may draw, kW. @default - no limit */
  readonly powerAllotmentKw?: number;
  /** How the allotment is divided among control planes, kW. @default - one cluster has it all */
  readonly powerBudgetsKw?: { readonly [controlPlane: string]: number };
  /** Cloud limits that were raised on request. @default - the target's values */
  readonly limits?: { readonly [limit: string]: number };
  /** A network that exists, or one made beside the site. @default - a new one by `networkPlan` */
  readonly network?: INetwork;
  /** The site's IPv4 block, a /16. @default 10.0.0.0/16 */
  readonly cidr?: string;
  /** Addressing, when it is decided already. @default - the target's plan for `fabricAddresses` */
  readonly networkPlan?: NetworkPlan;
  /** Addresses that accelerator nodes will take. @default - what the first fabric subnet holds */
  readonly fabricAddresses?: number;
  /** Prefix of physical names. @default - the construct's id */
  readonly physicalName?: string;
  /** @default - none */
  readonly tags?: { readonly [key: string]: string };
  /** Of an owned hall: kinds that several sites share. @default - the site has its own */
  readonly kinds?: HallKinds;
  /** Folder of a catalog of your own, laid out as `catalog/data`. @default - the catalog that ships with wattform */
  readonly catalogFolder?: string;
  /** A catalog that is read already. @internal */
  readonly _catalog?: Catalog;
}

/** A place that holds capacity: its network, keys, metrics workspace and power limit. */
export class Site extends Construct implements ISite {
  public readonly target: ITarget;
  public readonly ask: SiteAsk;
  public readonly network: INetwork;
  public readonly resources: ISiteResources;
  public readonly physicalName: string;
  public readonly tags: { readonly [key: string]: string };
  /** @internal */
  public readonly _catalog: Catalog;
  public readonly plan?: NetworkPlan;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.target = props.target;
    this.physicalName = props.physicalName ?? id;
    this.tags = props.tags ?? {};
    this._catalog = props._catalog ?? loadCatalog(props.catalogFolder);
    this.ask = askOf(id, props);
    throwRefusals(this.node.path, props.target.profile.checkSite(this.ask));

    props.target.configureProvider(this, { region: props.region, account: props.account, tags: this.tags });
    if (!props.network) {
      this.plan = props.networkPlan ?? this.planNetwork(props.fabricAddresses ?? 0);
    }
    this.network = props.network ?? this.ownNetwork(this.plan!, props);

    const implementation = implementationScope(this);
    this.resources = props.target.createSite(implementation, {
      name: this.physicalName,
      region: props.region,
      zone: props.zone,
      account: props.account,
      administrators: props.administrators ?? [],
      network: this.network.resources,
      kinds: props.kinds?.resources,
      tags: this.tags,
    });
    hideImplementation(this, implementation);

    if (props.powerAllotmentKw !== undefined && props.powerBudgetsKw) {
      PowerLimits.ofSite(this, props.powerAllotmentKw, props.powerBudgetsKw);
    }
  }

  private planNetwork(fabricAddresses: number): NetworkPlan {
    const result = this.target.profile.planNetwork(this.ask, fabricAddresses);
    throwRefusals(this.node.path, result.findings);
    return result.plan!;
  }

  private ownNetwork(plan: NetworkPlan, props: SiteProps): INetwork {
    return new Network(this, 'network', {
      target: props.target,
      region: props.region,
      zone: props.zone,
      plan,
      physicalName: this.physicalName,
      account: props.account,
      tags: this.tags,
    });
  }
}

function askOf(id: string, props: SiteProps): SiteAsk {
  return {
    name: id,
    path: ['sites', id],
    target: props.target.profile.name,
    region: props.region,
    zone: props.zone,
    zones: props.zones,
    account: props.account,
    administrators: props.administrators ?? [],
    allotmentKw: props.powerAllotmentKw,
    cidr: props.cidr,
    limits: props.limits ?? {},
  };
}

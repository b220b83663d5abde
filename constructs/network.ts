import { Construct, type IConstruct } from 'constructs';
import type { NetworkPlan } from '../design/basis';
import { hideImplementation, implementationScope } from './implementation';
import type { INetworkResources, ITarget, NetworkAttributes } from './targets/contract';

/** A site's network, made here or elsewhere. */
export interface INetwork extends IConstruct {
  readonly target: ITarget;
  readonly resources: INetworkResources;
}

export interface NetworkProps {
  readonly target: ITarget;
  readonly region: string;
  /** The fabric's zone. @default - none; targets that need one say so */
  readonly zone?: string;
  /** Addressing, as the design decided it. */
  readonly plan: NetworkPlan;
  /** Prefix of physical names. @default - the construct's id */
  readonly physicalName?: string;
  /** Account or subscription. @default - the one of the credentials */
  readonly account?: string;
  /** @default - none */
  readonly tags?: { readonly [key: string]: string };
}

/** A network of a site's own: private subnets for system nodes, accelerators and stores. */
export class Network extends Construct implements INetwork {
  /**
   * A network that exists already: a VPC or a VNet.
   * @param attributes ids as the cloud writes them; tokens of other resources will do
   */
  public static fromNetworkAttributes(
    scope: Construct,
    id: string,
    target: ITarget,
    attributes: NetworkAttributes,
  ): INetwork {
    return new ImportedNetwork(scope, id, target, attributes);
  }

  public readonly target: ITarget;
  public readonly resources: INetworkResources;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    this.target = props.target;
    const tags = props.tags ?? {};
    props.target.configureProvider(this, { region: props.region, account: props.account, tags });
    const implementation = implementationScope(this);
    this.resources = props.target.createNetwork(implementation, {
      name: props.physicalName ?? id,
      region: props.region,
      zone: props.zone,
      plan: props.plan,
      tags,
    });
    hideImplementation(this, implementation);
  }
}

class ImportedNetwork extends Construct implements INetwork {
  public readonly target: ITarget;
  public readonly resources: INetworkResources;

  constructor(scope: Construct, id: string, target: ITarget, attributes: NetworkAttributes) {
    super(scope, id);
    this.target = target;
    this.resources = target.importNetwork(implementationScope(this), attributes);
  }
}

import type { ITargetProfile } from '../../design/target-profile';
import type { ITarget } from './contract';

/** Loads one target. The profile loads without the CDK, the target with its provider's bindings. */
export interface ITargetLoader {
  loadProfile(): ITargetProfile;
  loadTarget(): ITarget;
}

// The one place that knows which targets exist. Each is required when a site names it, so that a design on one cloud never
// pays for the bindings of another.
const BUILT_IN: { readonly [name: string]: ITargetLoader } = {
  aws: {
    loadProfile: () => (require('./aws/profile') as typeof import('./aws/profile')).profile,
    loadTarget: () => (require('./aws') as typeof import('./aws')).target,
  },
  azure: {
    loadProfile: () => (require('./azure/profile') as typeof import('./azure/profile')).profile,
    loadTarget: () => (require('./azure') as typeof import('./azure')).target,
  },
  netbox: {
    loadProfile: () => (require('./netbox/profile') as typeof import('./netbox/profile')).profile,
    loadTarget: () => (require('./netbox') as typeof import('./netbox')).target,
  },
};

/** The targets that a program knows, by name. A value: adding to it makes a new one. */
export class TargetRegistry {
  /** The targets that ship with wattform. */
  public static builtIn(): TargetRegistry {
    return new TargetRegistry(BUILT_IN);
  }

  private readonly loaders: { readonly [name: string]: ITargetLoader };

  private constructor(loaders: { readonly [name: string]: ITargetLoader }) {
    this.loaders = loaders;
  }

  /**
   * This registry and one target more.
   * @throws when the name is taken
   */
  public with(name: string, loader: ITargetLoader): TargetRegistry {
    if (Object.hasOwn(this.loaders, name)) {
      throw new Error(`target "${name}" is registered already; give yours another name`);
    }
    return new TargetRegistry({ ...this.loaders, [name]: loader });
  }

  /** Names in alphabetical order. */
  public names(): string[] {
    return Object.keys(this.loaders).sort();
  }

  /** Profiles of all targets, in the order of {@link names}: the design needs them all to say which target can do what. */
  public profiles(): ITargetProfile[] {
    return this.names().map((name) => this.loader(name).loadProfile());
  }

  /** @throws when no target has that name, with the names there are */
  public target(name: string): ITarget {
    return this.loader(name).loadTarget();
  }

  private loader(name: string): ITargetLoader {
    if (!Object.hasOwn(this.loaders, name)) {
      throw new Error(`no target "${name}"; registered: ${this.names().join(', ')}`);
    }
    return this.loaders[name];
  }
}

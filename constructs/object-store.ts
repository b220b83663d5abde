import { Construct, type IConstruct } from 'constructs';
import { hideImplementation, implementationScope } from './implementation';
import type { ISite } from './site';
import type { IStoreResources } from './targets/contract';

/** A store of objects: datasets, models, checkpoints that are kept. */
export interface IObjectStore extends IConstruct {
  readonly resources: IStoreResources;
}

export interface ObjectStoreProps {
  readonly site: ISite;
  /** @default - `<site's name>-<id>` */
  readonly physicalName?: string;
}

/** A private, encrypted store of objects; what else protects it follows from the target. */
export class ObjectStore extends Construct implements IObjectStore {
  public readonly resources: IStoreResources;

  constructor(scope: Construct, id: string, props: ObjectStoreProps) {
    super(scope, id);
    const { site } = props;
    const implementation = implementationScope(this);
    this.resources = site.target.createObjectStore(implementation, {
      name: props.physicalName ?? `${site.physicalName}-${id}`,
      site: site.resources,
      design: { name: id },
      tags: site.tags,
    });
    hideImplementation(this, implementation);
  }
}

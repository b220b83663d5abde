import { Construct } from 'constructs';
import type { BlueprintDocument } from '../blueprints/language/document';
import type { Catalog } from '../catalog';
import { HallFloor } from '../constructs/hall/floor';
import type { HallKinds } from '../constructs/hall/kinds';
import { ObjectStore } from '../constructs/object-store';
import { ParallelFileSystem } from '../constructs/parallel-file-system';
import { Site } from '../constructs/site';
import type { ITarget } from '../constructs/targets/contract';
import type { SiteDesign } from '../design/basis';
import type { FloorRecords } from '../design/hall/records';
import { tagsOf } from './tags';
import { WattformStack } from './wattform-stack';

export interface SiteStackProps {
  readonly document: BlueprintDocument;
  readonly design: SiteDesign;
  readonly target: ITarget;
  readonly catalog: Catalog;
  /** Of an owned hall: what it shares with others, and its floor. */
  readonly hall?: { readonly kinds: HallKinds; readonly floor: FloorRecords };
}

/** Stores of one cluster, which live with the site because they outlive the cluster. */
export interface ClusterStores {
  readonly parallelFileSystems: ParallelFileSystem[];
  readonly objectStores: ObjectStore[];
}

/** What all clusters of a site share: network, keys, metrics, power limit, stores. */
export class SiteStack extends WattformStack {
  public readonly site: Site;
  /** Of an owned hall. */
  public readonly floor?: HallFloor;
  private readonly stores = new Map<string, ClusterStores>();

  constructor(scope: Construct, id: string, props: SiteStackProps) {
    const { document, design } = props;
    super(scope, id, { design: document.name, state: document.state });
    const asked = document.sites[design.name];
    this.site = new Site(this, design.name, {
      target: props.target,
      region: design.region,
      zone: design.zone,
      zones: design.systemZones,
      account: asked.account,
      administrators: asked.administrators ? [...asked.administrators] : [],
      powerAllotmentKw: design.power.allotmentKw,
      powerBudgetsKw: budgetsOf(design),
      limits: asked.limits,
      cidr: asked.network?.cidr,
      networkPlan: design.network,
      physicalName: `${document.name}-${design.name}`,
      tags: tagsOf(document, { site: design.name }),
      kinds: props.hall?.kinds,
      _catalog: props.catalog,
    });
    if (props.hall !== undefined) {
      this.floor = new HallFloor(this.site, 'floor', { site: this.site, floor: props.hall.floor });
    }
    // A level of their own, then one for the cluster: a store may bear any name.
    const storeScope = new Construct(this.site, 'store');
    for (const cluster of design.clusters) {
      const clusterScope = new Construct(storeScope, cluster.name);
      const physicalName = (store: string) => `${document.name}-${design.name}-${cluster.name}-${store}`;
      this.stores.set(cluster.name, {
        parallelFileSystems: cluster.parallelFileSystems.map(
          (store) =>
            new ParallelFileSystem(clusterScope, store.name, {
              site: this.site,
              design: store,
              capacityGib: store.capacityGib,
              physicalName: physicalName(store.name),
            }),
        ),
        objectStores: cluster.objectStores.map(
          (store) =>
            new ObjectStore(clusterScope, store.name, { site: this.site, physicalName: physicalName(store.name) }),
        ),
      });
    }
  }

  public storesOf(cluster: string): ClusterStores {
    return this.stores.get(cluster) ?? { parallelFileSystems: [], objectStores: [] };
  }
}

function budgetsOf(design: SiteDesign): { readonly [controlPlane: string]: number } {
  const budgets: { [controlPlane: string]: number } = {};
  for (const controlPlane of design.clusters.flatMap((cluster) => cluster.controlPlanes)) {
    if (controlPlane.powerBudgetKw !== undefined) {
      budgets[controlPlane.name] = controlPlane.powerBudgetKw;
    }
  }
  return budgets;
}

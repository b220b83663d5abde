import type { App } from 'cdktf';
import type { BlueprintDocument } from '../blueprints/language/document';
import type { TargetRegistry } from '../constructs/targets/registry';
import type { SiteDesign, StackDesign } from '../design/basis';
import { floorOf, kindsStack } from '../design/hall/records';
import { ControlPlaneStack } from './control-plane-stack';
import { type HallGround, type HallOfSite, HallStacks, KindsStack } from './hall-stacks';
import { SiteStack } from './site-stack';
import type { Designed, SynthesisOptions } from './synthesize';
import type { WattformStack } from './wattform-stack';

/**
 * All stacks of a design, in deploy order. The strings of its document and its basis are escaped already.
 * @param written the document as it was written, for tables
 */
export function buildStacks(
  app: App,
  designed: Designed,
  written: BlueprintDocument,
  registry: TargetRegistry,
  options: SynthesisOptions,
): WattformStack[] {
  const builder = new StackBuilder(app, designed, written, registry, options);
  const { stacks } = designed.basis;
  return stacks.map((stack, done) => {
    options.onProgress?.({ done, total: stacks.length, what: stack.name });
    return builder.build(stack);
  });
}

class StackBuilder {
  private readonly kinds = new Map<string, KindsStack>();
  private readonly sites = new Map<string, SiteStack>();
  private readonly controlPlanes = new Map<string, ControlPlaneStack[]>();
  private readonly halls = new Map<string, HallStacks>();

  constructor(
    private readonly app: App,
    private readonly designed: Designed,
    private readonly written: BlueprintDocument,
    private readonly registry: TargetRegistry,
    private readonly options: SynthesisOptions,
  ) {}

  build(stack: StackDesign): WattformStack {
    const { basis } = this.designed;
    if (stack.site === undefined) return this.buildKinds(stack.name);
    const site = basis.sites.find((each) => each.name === stack.site)!;
    if (stack.controlPlane !== undefined) return this.buildControlPlane(stack.name, site, stack.controlPlane);
    return stack.name === site.name ? this.buildSite(site) : this.hallOf(site).build(stack.name);
  }

  private buildKinds(name: string): KindsStack {
    const halls = this.hallsOfSites().filter(({ site }) => kindsStack(site.target) === name);
    const target = this.registry.target(halls[0]!.site.target);
    const stack = new KindsStack(this.app, name, this.stackOptions(), target, this.written, halls);
    this.kinds.set(name, stack);
    return stack;
  }

  private hallsOfSites(): HallOfSite[] {
    return this.designed.basis.sites.flatMap((site) => {
      const records = this.designed.records.get(site.name);
      return records === undefined ? [] : [{ site, ...records }];
    });
  }

  private buildSite(site: SiteDesign): SiteStack {
    const records = this.designed.records.get(site.name);
    const kinds = this.kinds.get(kindsStack(site.target))?.kinds;
    const stack = new SiteStack(this.app, site.name, {
      document: this.designed.document,
      design: site,
      target: this.registry.target(site.target),
      catalog: this.options.catalog,
      ...(records === undefined || kinds === undefined ? {} : { hall: { kinds, floor: floorOf(records.hall) } }),
    });
    if (kinds !== undefined && records !== undefined) stack.addDependency(this.kinds.get(kindsStack(site.target))!);
    this.sites.set(site.name, stack);
    return stack;
  }

  private buildControlPlane(name: string, site: SiteDesign, plane: string): ControlPlaneStack {
    const stack = new ControlPlaneStack(this.app, name, {
      document: this.designed.document,
      siteStack: this.sites.get(site.name)!,
      ...controlPlaneOf(site, plane),
    });
    this.controlPlanes.set(site.name, [...(this.controlPlanes.get(site.name) ?? []), stack]);
    return stack;
  }

  private stackOptions(): HallGround['options'] {
    const { name, state } = this.designed.document;
    return { design: name, state };
  }

  private hallOf(site: SiteDesign): HallStacks {
    const known = this.halls.get(site.name);
    if (known !== undefined) return known;
    const ground = (): HallGround => ({
      options: this.stackOptions(),
      kinds: this.kinds.get(kindsStack(site.target))!,
      site: this.sites.get(site.name)!,
      controlPlanes: this.controlPlanes.get(site.name) ?? [],
    });
    const made = new HallStacks(this.app, ground, { site, ...this.designed.records.get(site.name)! });
    this.halls.set(site.name, made);
    return made;
  }
}

function controlPlaneOf(site: SiteDesign, name: string) {
  for (const cluster of site.clusters) {
    const controlPlane = cluster.controlPlanes.find((each) => each.name === name);
    if (controlPlane) return { cluster, controlPlane };
  }
  throw new Error(`no control plane "${name}" on site "${site.name}"`);
}

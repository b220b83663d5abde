import type { Construct } from 'constructs';
import type { BlueprintDocument } from '../blueprints/language/document';
import { Cabling } from '../constructs/hall/cabling';
import { HallKinds } from '../constructs/hall/kinds';
import { PowerDistribution } from '../constructs/hall/power-distribution';
import { RackRow } from '../constructs/hall/rack-row';
import type { ITarget } from '../constructs/targets/contract';
import type { HallToStack } from '../design';
import type { SiteDesign } from '../design/basis';
import {
  chainStack,
  kindsOf,
  type LinkRecords,
  linkStack,
  type PowerChainRecords,
  type RackRowRecords,
  rowOfKey,
  rowStack,
} from '../design/hall/records';
import type { ControlPlaneStack } from './control-plane-stack';
import type { SiteStack } from './site-stack';
import { tagsOf } from './tags';
import { WattformStack } from './wattform-stack';

/** What the halls of one target share. */
export class KindsStack extends WattformStack {
  public readonly kinds: HallKinds;

  /** @param written the document as it was written: owner and tags are recorded through tables, which escape */
  constructor(
    scope: Construct,
    id: string,
    options: HallGround['options'],
    target: ITarget,
    written: BlueprintDocument,
    halls: HallOfSite[],
  ) {
    super(scope, id, options);
    const labels = Object.entries(tagsOf(written)).map(([key, value]) => `${key}=${value}`);
    this.kinds = new HallKinds(this, 'kinds', { target, kinds: kindsOf(halls, labels.sort(), written.owner) });
  }
}

/** A hall with its site. */
export interface HallOfSite extends HallToStack {
  readonly site: SiteDesign;
}

/** A part of the power chain: of the grid, or of one hall. */
class PowerStack extends WattformStack {
  public readonly power: PowerDistribution;

  constructor(scope: Construct, id: string, ground: HallGround, chain: PowerChainRecords, upstream: PowerStack[]) {
    super(scope, id, ground.options);
    dependOn(this, [ground.kinds, ground.site, ...upstream]);
    this.power = new PowerDistribution(this, 'power', {
      floor: ground.site.floor!,
      kinds: ground.kinds.kinds,
      chain,
      upstream: upstream.map(({ power }) => power),
    });
  }
}

class RowStack extends WattformStack {
  public readonly row: RackRow;

  constructor(scope: Construct, id: string, ground: HallGround, row: RackRowRecords, power: PowerStack[]) {
    super(scope, id, ground.options);
    dependOn(this, [ground.kinds, ground.site, ...ground.controlPlanes, ...power]);
    this.row = new RackRow(this, 'row', {
      floor: ground.site.floor!,
      kinds: ground.kinds.kinds,
      row,
      power: power.map((each) => each.power),
      clusters: ground.controlPlanes.map(({ cluster }) => cluster),
    });
  }
}

class CablingStack extends WattformStack {
  constructor(scope: Construct, id: string, ground: HallGround, links: LinkRecords, rows: RowStack[]) {
    super(scope, id, ground.options);
    dependOn(this, [ground.site, ...rows]);
    new Cabling(this, 'cabling', { floor: ground.site.floor!, links, rows: rows.map(({ row }) => row) });
  }
}

/** Said here, so that the order stands in the manifest even where no value is read. */
function dependOn(stack: WattformStack, others: WattformStack[]): void {
  for (const other of others) stack.addDependency(other);
}

/** What stands before the stacks of a hall. */
export interface HallGround {
  readonly options: ConstructorParameters<typeof WattformStack>[2];
  readonly kinds: KindsStack;
  readonly site: SiteStack;
  readonly controlPlanes: ControlPlaneStack[];
}

/** Builds the stacks of one hall by their names, each when the design says. */
export class HallStacks {
  private readonly power: PowerStack[] = [];
  private readonly rows = new Map<string, RowStack>();
  private readonly makers: Map<string, () => WattformStack>;

  constructor(scope: Construct, ground: () => HallGround, { site, parts }: HallOfSite) {
    this.makers = new Map<string, () => WattformStack>([
      ...parts.chains.map((chain) => {
        const name = chainStack(site.name, chain);
        return [name, () => this.addPower(new PowerStack(scope, name, ground(), chain, [...this.power]))] as const;
      }),
      ...parts.rows.map((row) => {
        const name = rowStack(site.name, row);
        return [name, () => this.addRow(name, new RowStack(scope, name, ground(), row, this.power))] as const;
      }),
      ...parts.links.map((links) => {
        const name = linkStack(site.name, links);
        const rows = () => links.rows.map((key) => this.rows.get(rowStack(site.name, rowOfKey(key)))!);
        return [name, () => new CablingStack(scope, name, ground(), links, rows())] as const;
      }),
    ]);
  }

  /** @throws when the hall has no stack of that name */
  public build(name: string): WattformStack {
    const maker = this.makers.get(name);
    if (maker === undefined) throw new Error(`the hall has no stack "${name}"`);
    return maker();
  }

  private addPower(stack: PowerStack): PowerStack {
    this.power.push(stack);
    return stack;
  }

  private addRow(name: string, stack: RowStack): RowStack {
    this.rows.set(name, stack);
    return stack;
  }
}

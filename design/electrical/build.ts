import { addSystem } from './build-block';
import { addMechanical, addMedium, addServices, type MediumBuses } from './build-medium';
import { addCell } from './build-row';
import type { Block } from './floor';
import { PowerNetwork } from './network';
import type { ElectricalProblem } from './problems';
import type { Feed } from './result';
import type { Settled } from './settled';
import { type BlockGroup, letterOfSystem, type SitePlan, type Substation } from './site-plan';

/** What building a power chain fills. */
export interface BuildContext {
  readonly settled: Settled;
  readonly network: PowerNetwork;
  readonly feeds: Feed[];
  readonly problems: ElectricalProblem[];
}

/** Builds the graph from the grid down: what feeds a thing comes before it. */
export function buildNetwork(plan: SitePlan, settled: Settled, mechanicalTypicalKw: number[]): BuildContext {
  const context: BuildContext = { settled, network: new PowerNetwork(), feeds: [], problems: [] };
  const services = addServices(context, plan);
  plan.substations.forEach((substation, at) => {
    const buses = addMedium(context, plan, substation, services);
    addMechanical(context, substation, buses, mechanicalTypicalKw[at]!);
    for (const group of substation.groups) addGroup(context, plan, substation, buses, group);
  });
  return context;
}

function addGroup(
  context: BuildContext,
  plan: SitePlan,
  substation: Substation,
  buses: MediumBuses,
  { blocks, reserve, reserveLetter }: BlockGroup,
): void {
  const first = blocks[0]!;
  const own = context.settled.generators[first.loadClass] ? buses.essential : buses.grid;
  const letter = (block: Block, system: number) => letterOfSystem(block, system, plan.letters);
  const standby = reserve === undefined ? undefined : addReserve();
  for (const block of blocks) {
    const outputs = block.systemKw.map((worstKw, system) => {
      const above = own[letter(block, system)]!;
      return addSystem(context, {
        block: block.name,
        of: block,
        system,
        substation: substation.number,
        above,
        worstKw,
      });
    });
    for (const cell of block.cells) addCell(context, block, cell, outputs, standby);
  }

  /** The reserve carries the largest of its blocks, from another medium-voltage bus than the first of them. */
  function addReserve(): number {
    const worstKw = Math.max(...blocks.map((block) => block.systemKw[0]!));
    const above = own[reserveLetter!]!;
    const of = { ...first, number: Math.ceil(first.number / context.settled.blocksPerReserve) };
    return addSystem(context, { block: reserve!, of, system: 0, substation: substation.number, above, worstKw });
  }
}

import type { LoadClass, RackLoad } from '../hall/seams';
import { distributedLoad, type SystemPair, systemPairs } from './distributed';
import { clash, type ElectricalProblem, ElectricalProblemKind } from './problems';
import { type Scheme, schemeOf } from './schemes';
import { LOAD_CLASSES, type Settled } from './settled';
import { kilowatts } from './sizing';

/** Racks side by side that share a panel or busway on each of their sides. */
export interface Cell {
  readonly hall: number;
  readonly row: number;
  /** From 1 in the row: positions 1 to n, n+1 to 2n … */
  readonly panel: number;
  readonly racks: RackLoad[];
  readonly peakKw: number;
  /** Systems that feed its sides, from 0: one, or two. */
  readonly systems: number[];
}

/** Cells that share systems. */
export interface Block {
  /** `h1-critical-1`. */
  readonly name: string;
  readonly loadClass: LoadClass;
  readonly scheme: Scheme;
  readonly hall: number;
  /** From 1 in its hall and load class. */
  readonly number: number;
  readonly cells: Cell[];
  /** kW to the racks that each system carries at worst, when another one is lost. */
  readonly systemKw: number[];
}

/** Sizes that the floor is divided by. They hang on the largest rack and the floor, so that removing a rack moves no border. */
export interface Division {
  readonly envelopeKw: number;
  readonly positionsPerPanel: number;
  readonly panelsPerRow: number;
  readonly cellsPerBlock: number;
}

/** Divides every load class into panels and blocks; a place decides, never its neighbours. */
export function divideFloor(
  loads: RackLoad[],
  settled: Settled,
  problems: ElectricalProblem[],
): { readonly blocks: Block[]; readonly divisions: Map<LoadClass, Division> } {
  // Racks that stand beyond the stated positions count too: two rows never share a panel.
  const positions = loads.reduce((most, load) => Math.max(most, load.rack.position), settled.positionsPerRow ?? 0);
  const blocks: Block[] = [];
  const divisions = new Map<LoadClass, Division>();
  for (const loadClass of LOAD_CLASSES) {
    const racks = loads.filter((load) => load.loadClass === loadClass);
    if (racks.length === 0) continue;
    const scheme = schemeOf(settled.redundancy[loadClass]);
    const division = divide(racks, positions, scheme, settled);
    divisions.set(loadClass, division);
    blocks.push(...blocksOf(loadClass, racks, scheme, division));
  }
  for (const block of blocks) checkBlock(block, settled, problems);
  return { blocks, divisions };
}

/** kW that a panel or busway of the stated rating carries. */
export function panelLimitKw({ panelAmps, voltage, powerFactor, feederRules }: Settled): number {
  return kilowatts(panelAmps * feederRules.utilisation * feederRules.derating, voltage, powerFactor);
}

function divide(racks: RackLoad[], positions: number, scheme: Scheme, settled: Settled): Division {
  const envelopeKw = settled.rackEnvelopeKw ?? racks.reduce((most, rack) => Math.max(most, rack.peakKw), 0);
  const most = Math.min(panelLimitKw(settled), settled.blockKw);
  const fitting = envelopeKw > 0 ? Math.floor(most / envelopeKw + 1e-9) : positions;
  const positionsPerPanel = settled.positionsPerPanel ?? Math.max(1, Math.min(positions, fitting));
  const panelsPerRow = Math.ceil(positions / positionsPerPanel);
  const cellKw = envelopeKw * Math.min(positionsPerPanel, positions);
  return { envelopeKw, positionsPerPanel, panelsPerRow, cellsPerBlock: cellsPerBlock(cellKw, scheme, settled.blockKw) };
}

/** As many equal cells as the systems carry with any one of them lost. */
function cellsPerBlock(cellKw: number, scheme: Scheme, blockKw: number): number {
  const alone = cellKw > 0 ? Math.max(1, Math.floor(blockKw / cellKw + 1e-9)) : 1;
  if (scheme.systems < 3) return alone;
  const pairs = systemPairs(scheme.systems);
  let cells = 1;
  while (cells < alone * scheme.systems && worstOf(evenCells(cells + 1, cellKw, pairs), scheme.systems) <= blockKw) {
    cells += 1;
  }
  return cells > pairs.length ? cells - (cells % pairs.length) : cells;
}

function evenCells(cells: number, load: number, pairs: SystemPair[]) {
  return Array.from({ length: cells }, (_, cell) => ({ pair: pairs[cell % pairs.length]!, load }));
}

function worstOf(loads: { readonly pair: SystemPair; readonly load: number }[], systems: number): number {
  return Math.max(...distributedLoad(systems, loads).worst);
}

function blocksOf(loadClass: LoadClass, racks: RackLoad[], scheme: Scheme, division: Division): Block[] {
  const pairs = systemPairs(scheme.systems);
  const cells = new Map<string, Cell & { readonly slot: number }>();
  for (const load of racks) {
    const { hall, row, position } = load.rack;
    const panel = Math.ceil(position / division.positionsPerPanel);
    const slot = (row - 1) * division.panelsPerRow + panel - 1;
    const key = `${hall} ${slot}`;
    const cell = cells.get(key);
    if (cell === undefined) {
      const inBlock = slot % division.cellsPerBlock;
      const systems = scheme.sides === 1 ? [0] : [...pairs[inBlock % pairs.length]!];
      cells.set(key, { hall, row, panel, slot, systems, racks: [load], peakKw: 0 });
    } else {
      cell.racks.push(load);
    }
  }
  const blocks = new Map<string, Cell[]>();
  for (const { slot, ...cell } of cells.values()) {
    const key = `${cell.hall} ${Math.floor(slot / division.cellsPerBlock) + 1}`;
    const peakKw = cell.racks.reduce((sum, rack) => sum + rack.peakKw, 0);
    const member = { ...cell, peakKw, racks: cell.racks.sort((one, other) => one.rack.index - other.rack.index) };
    blocks.set(key, [...(blocks.get(key) ?? []), member]);
  }
  return [...blocks]
    .map(([key, members]): Block => {
      const [hall = 1, number = 1] = key.split(' ').map(Number);
      const name = `h${hall}-${loadClass}-${number}`;
      const byPlace = members.sort((one, other) => one.row - other.row || one.panel - other.panel);
      return { name, loadClass, scheme, hall, number, cells: byPlace, systemKw: systemKw(byPlace, scheme) };
    })
    .sort((one, other) => one.hall - other.hall || one.number - other.number);
}

function systemKw(cells: Cell[], { systems, sides }: Scheme): number[] {
  if (sides === 1) return [cells.reduce((sum, cell) => sum + cell.peakKw, 0)];
  return distributedLoad(
    systems,
    cells.map((cell) => ({ pair: [cell.systems[0]!, cell.systems[1]!], load: cell.peakKw })),
  ).worst;
}

function checkBlock(block: Block, settled: Settled, problems: ElectricalProblem[]): void {
  const limit = panelLimitKw(settled);
  for (const cell of block.cells) {
    if (cell.peakKw <= limit * (1 + 1e-9)) continue;
    const name = `h${cell.hall}-r${cell.row}-${cell.panel}`;
    const numbers = { needed: cell.peakKw, available: limit, unit: 'kW' };
    const message = `${cell.racks.length} racks of hall ${cell.hall}, row ${cell.row} draw ${cell.peakKw.toFixed(1)} kW at their peak, a ${settled.panelAmps} A ${settled.row} carries ${limit.toFixed(1)} kW`;
    problems.push(
      clash(
        ElectricalProblemKind.PANEL_OVER_LIMIT,
        { what: 'panel', name },
        { message, ...numbers },
        'fewer positions per panel, or a higher rating',
      ),
    );
  }
  const most = Math.max(...block.systemKw);
  if (most > settled.blockKw * (1 + 1e-9)) {
    const numbers = { needed: most, available: settled.blockKw, unit: 'kW' };
    const message = `a system of ${block.name} carries ${most.toFixed(1)} kW at worst, and may carry ${settled.blockKw.toFixed(1)} kW`;
    problems.push(
      clash(
        ElectricalProblemKind.BLOCK_OVER_LIMIT,
        { what: 'block', name: block.name },
        { message, ...numbers },
        'larger transformers, or racks that draw less',
      ),
    );
  }
}

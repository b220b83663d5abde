import type { RackLoad } from '../hall/seams';
import type { BuildContext } from './build';
import { rateBus } from './build-block';
import type { Block, Cell } from './floor';
import { RowDistribution } from './options';
import { clash, ElectricalProblemKind, shown } from './problems';
import { EquipmentKind, type Feed, FeedRole, UpstreamMode } from './result';
import { letterOf } from './schemes';
import { availablePowerVa, kilowatts, Phase, sizeBreaker } from './sizing';

/** Panels or busways of one cell, and the feeds of its racks. @param outputs what panels hang on, by system of the block */
export function addCell(context: BuildContext, block: Block, cell: Cell, outputs: number[], reserve?: number): void {
  const panels = cell.systems.map((system, side) =>
    addPanel(context, block, cell, side, system, outputs[system]!, reserve),
  );
  for (const rack of cell.racks) addFeeds(context, block, cell, rack, panels);
}

interface Panel {
  readonly node: number;
  readonly id: string;
  readonly system: string;
}

function addPanel(
  context: BuildContext,
  block: Block,
  cell: Cell,
  sideNumber: number,
  systemNumber: number,
  output: number,
  reserve: number | undefined,
): Panel {
  const { network, settled } = context;
  const { voltage, powerFactor, feederRules, panelAmps, distributionLoss } = settled;
  const side = letterOf(sideNumber);
  const system = letterOf(systemNumber);
  const name = `h${cell.hall}-r${String(cell.row).padStart(2, '0')}-${cell.panel}-${side}`;
  const place = {
    block: block.name,
    loadClass: block.loadClass,
    system,
    side,
    hall: cell.hall,
    row: cell.row,
    ...voltage,
  };
  const sizing = sizeBreaker(cell.peakKw, voltage, powerFactor, feederRules);
  const ratedAmps = Math.min(sizing.ratingAmps ?? panelAmps, panelAmps);
  const limitKw = kilowatts(ratedAmps * feederRules.utilisation * feederRules.derating, voltage, powerFactor);
  const ratedKw = kilowatts(ratedAmps, voltage, powerFactor);
  let above = output;
  if (reserve !== undefined) {
    const rating = rateBus(context, `sts-${name}`, cell.peakKw * (1 + distributionLoss), voltage);
    const plan = { id: `sts-${name}`, kind: EquipmentKind.STATIC_TRANSFER_SWITCH, ...place, ...rating };
    above = network.add(plan, [output, reserve], undefined, UpstreamMode.FIRST);
  }
  const kind = settled.row === RowDistribution.BUSWAY ? EquipmentKind.BUSWAY : EquipmentKind.PANEL;
  const id = `panel-${name}`;
  const losses = { fixed: 0, linear: 0, square: distributionLoss / ratedKw };
  const node = network.add({ id, kind, ...place, ratedAmps, limitKw, sizing: sizing.steps }, [above], losses);
  return { node, id, system };
}

function addFeeds(context: BuildContext, block: Block, cell: Cell, load: RackLoad, panels: Panel[]): void {
  const { network, settled } = context;
  const { voltage, powerFactor, feederRules, feedsPerSide, feedAmps } = settled;
  const { rack } = load;
  const designKw = load.peakKw / feedsPerSide;
  const sizing = sizeBreaker(designKw, voltage, powerFactor, feederRules);
  const amps = feedAmps ?? sizing.ratingAmps ?? feederRules.ratings.at(-1)!;
  const limitKw = kilowatts(amps * feederRules.utilisation * feederRules.derating, voltage, powerFactor);
  if (designKw > limitKw * (1 + 1e-9)) refuseFeed(context, load, limitKw, amps);
  // DC feeds have two conductors, as single-phase ones have; the record keeper knows no third kind.
  const maxPercentUtilisation = Math.floor(feederRules.utilisation * feederRules.derating * 100 + 1e-9);
  const availableVa = availablePowerVa(amps, voltage, maxPercentUtilisation);
  const nodes = panels.flatMap((panel, sideNumber) =>
    Array.from({ length: feedsPerSide }, (_, number) => {
      const side = letterOf(sideNumber);
      const id = `feed-${rack.name}-${side}${number === 0 ? '' : `-${number + 1}`}`;
      const role = sideNumber === 0 ? FeedRole.PRIMARY : FeedRole.REDUNDANT;
      const rating = { amps, maxPercentUtilisation, availableVa, designKw, sizing: sizing.steps };
      const feed: Feed = {
        id,
        rack: rack.name,
        rackIndex: rack.index,
        side,
        role,
        panel: panel.id,
        ...voltage,
        ...rating,
      };
      context.feeds.push(feed);
      const place = {
        block: block.name,
        loadClass: block.loadClass,
        system: panel.system,
        side,
        hall: cell.hall,
        row: cell.row,
      };
      return network.add({ id, kind: EquipmentKind.FEED, ...place, ...voltage, ratedAmps: amps, limitKw }, [
        panel.node,
      ]);
    }),
  );
  const { loadClass, typicalKw, peakKw, accelerators } = load;
  network.addSink({ name: rack.name, loadClass, feeds: nodes, typicalKw, peakKw, accelerators });
}

function refuseFeed(
  { settled, problems }: BuildContext,
  { rack, peakKw }: RackLoad,
  limitKw: number,
  amps: number,
): void {
  const { feedsPerSide, voltage, feederRules } = settled;
  const available = limitKw * feedsPerSide;
  const phase = voltage.phase === Phase.THREE ? 'three-phase ' : '';
  const percent = shown(feederRules.utilisation * feederRules.derating * 100);
  const message = `${rack.name} draws ${shown(peakKw)} kW at its peak, a side with ${feedsPerSide} ${phase}feeds of ${amps} A at ${percent} % carries ${shown(available)} kW`;
  const numbers = { needed: peakKw, available, unit: 'kW' };
  const hint = 'more feeds a side, feeds of a higher rating, or fewer servers in the rack';
  problems.push(
    clash(ElectricalProblemKind.FEED_OVER_LIMIT, { what: 'rack', name: rack.name }, { message, ...numbers }, hint),
  );
}

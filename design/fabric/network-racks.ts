import type { SwitchModel } from '../../catalog/switches';
import { type Figure, FigureBasis } from '../basis';
import { cellFigure, sumFigures, tidy } from '../figures';
import { LoadClass, type RackLoad } from '../hall/seams';
import { peakWatts, typicalWatts } from './power';
import type { FabricSwitch, NetworkDesign, NetworkRack } from './types';

/** Racks of switches with what they draw and weigh, in the order of their indices: what the power chain feeds. */
export function networkRacksOf(networks: NetworkDesign[], moduleWatts: (device: string) => number): NetworkRack[] {
  const held = new Map<number, { readonly sw: FabricSwitch; readonly model: SwitchModel }[]>();
  for (const network of networks) {
    for (const sw of network.switches) {
      const entry = { sw, model: network.models[sw.tier]! };
      const of = held.get(sw.rack.index);
      if (of === undefined) held.set(sw.rack.index, [entry]);
      else of.push(entry);
    }
  }
  return [...held]
    .sort(([one], [other]) => one - other)
    .map(([, entries]) => {
      const sum = (unit: string, figureOf: (entry: (typeof entries)[number]) => Figure): Figure =>
        sumFigures(
          unit,
          entries.map((entry) => ({ name: entry.sw.name, figure: figureOf(entry) })),
        );
      return {
        rack: entries[0]!.sw.rack,
        switches: entries.map(({ sw }) => sw.name),
        usedU: entries.reduce((units, { model }) => units + model.heightU, 0),
        typicalKw: kilowatts(sum('W', ({ sw, model }) => typicalWatts(model, moduleWatts(sw.name)))),
        peakKw: kilowatts(sum('W', ({ model }) => peakWatts(model))),
        weightKg: sum('kg', ({ model }) => cellFigure(model.weightKg, 'kg', model.model, [model.source])),
      };
    });
}

function kilowatts(figure: Figure): Figure {
  const note =
    figure.basis === FigureBasis.ESTIMATE
      ? 'rests on W a Tbit/s where a switch has no figure; see docs/fabric.md'
      : figure.note;
  return { ...figure, unit: 'kW', value: tidy(figure.value! / 1000), ...(note === undefined ? {} : { note }) };
}

/**
 * The same as the power chain takes it: critical, for a network that is dark takes every server with it. Heat of switches goes into
 * air. No accelerator stands in them; how many lose their network is the fabric's to say, not the rack's.
 */
export function networkRackLoads({ networkRacks }: { readonly networkRacks: NetworkRack[] }): RackLoad[] {
  return networkRacks.map(({ rack, typicalKw, peakKw }) => ({
    rack,
    loadClass: LoadClass.CRITICAL,
    typicalKw: typicalKw.value!,
    peakKw: peakKw.value!,
    accelerators: 0,
    liquidShare: 0,
  }));
}

import type { InstanceType, PriceRange } from '../catalog';
import { CapacityMode, type SiteAsk } from './asks';
import { type Figure, FigureBasis } from './basis';
import { unknownFigure } from './figures';

const UNIT = 'USD/h';

/**
 * List price of one node for an hour. On-demand and reserved take the on-demand list price; a capacity block takes the
 * block's price, the upper end where the catalog has a range; a spot price is the market's and therefore unknown.
 */
export function nodePrice(instance: InstanceType, mode: CapacityMode, site: SiteAsk): Figure {
  const onDemand = instance.onDemandUsdPerHour;
  if (mode === CapacityMode.SPOT) {
    const ceiling =
      onDemand === undefined ? 'is unknown too' : `${onDemand.to} ${UNIT} a node is the ceiling reference`;
    return unknownFigure(UNIT, `market price; on-demand list price ${ceiling}`, priceSources(instance));
  }
  if (mode === CapacityMode.BLOCK) {
    const block = instance.capacityBlockUsdPerHour;
    return block === undefined
      ? unknownFigure(UNIT, `the catalog has no capacity-block price for ${instance.instanceType}`)
      : priced(
          block,
          [instance.source],
          [rangeNote(block, 'capacity-block price'), 'the catalog does not say of which region']
            .filter((note) => note !== '')
            .join('; '),
        );
  }
  if (onDemand === undefined) {
    return unknownFigure(UNIT, `the catalog has no list price for ${instance.instanceType}`);
  }
  const notes = [
    rangeNote(onDemand, 'list price'),
    mode === CapacityMode.RESERVED
      ? 'on-demand list price; what the reservation costs is between you and the cloud'
      : '',
    regionNote(instance.priceRegion, site.region),
  ];
  return priced(onDemand, priceSources(instance), notes.filter((note) => note !== '').join('; '));
}

/** List price of one accelerator for an hour as the mode pays it, to rank by; a spot price ranks by its ceiling. */
export function pricePerAccelerator(instance: InstanceType, mode: CapacityMode): number | undefined {
  const price = mode === CapacityMode.BLOCK ? instance.capacityBlockUsdPerHour : instance.onDemandUsdPerHour;
  return price === undefined || instance.acceleratorCount === undefined
    ? undefined
    : price.to / instance.acceleratorCount;
}

function priced(price: PriceRange, sources: string[], note: string): Figure {
  const figure = { value: price.to, unit: UNIT, basis: FigureBasis.CATALOG, sources };
  return note === '' ? figure : { ...figure, note };
}

function priceSources(instance: InstanceType): string[] {
  return instance.priceSource === undefined ? [] : [`${instance.priceSource}, price of ${instance.priceAsOf}`];
}

function rangeNote(price: PriceRange, what: string): string {
  return price.from === price.to ? '' : `upper end of the ${what} ${price.from} to ${price.to} ${UNIT} a node`;
}

/** A row that is priced for all regions says so in words. */
function regionNote(priceRegion: string | undefined, region: string): string {
  const same = priceRegion === undefined || priceRegion === region || priceRegion.startsWith('all ');
  return same ? '' : `list price of ${priceRegion}; ${region} may differ`;
}

/** A row of catalog/data/regions.csv. An empty cell is undefined: unknown, never zero. */
export interface Region {
  readonly cloud: string;
  /** The cloud's own name of the region: `us-east-1`. */
  readonly region: string;
  readonly location: string;
  readonly country: string;
  /** ISO 3166-1 alpha-2. */
  readonly iso2: string;
  readonly state?: string;
  /** Grid operator or price zone that the region draws from. */
  readonly balancingArea?: string;
  readonly carbonIntensityGramsPerKwh?: number;
  readonly carbonIntensityYear?: number;
  readonly carbonIntensityBasis?: string;
  readonly carbonIntensitySource?: string;
  readonly carbonIntensityLicense?: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Share of carbon-free energy that the provider publishes, 0 to 1. */
  readonly providerCfeShare?: number;
  readonly providerCfeYear?: number;
  /** Power usage effectiveness: facility energy over IT energy. */
  readonly pue?: number;
  readonly pueYear?: number;
  readonly pueSource?: string;
  /** Water usage effectiveness, litres per kWh of IT energy. */
  readonly wueLitresPerKwh?: number;
  readonly wueYear?: number;
  readonly wueSource?: string;
  readonly industrialPriceUsdPerMwh?: number;
  readonly priceYear?: number;
  readonly priceSource?: string;
  readonly wholesalePriceUsdPerMwh?: number;
  readonly wholesaleYear?: number;
  readonly wholesaleSource?: string;
  readonly notes?: string;
}

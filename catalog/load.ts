import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../blueprints/language/finding';
import { Catalog } from './catalog';
import { readAccelerators } from './read-accelerators';
import { readBreakerRatings, readClimates, readConversionLosses, readTransformers } from './read-electrical';
import { readInstances } from './read-instances';
import { readRegions } from './read-regions';
import { readRacks, readServers } from './read-servers';
import { readOptics, readSwitches } from './read-switches';
import { asInstance } from './server-instances';
import { CatalogCode } from './table';

const FILES = [
  'accelerators.csv',
  'breaker-ratings.csv',
  'climates.csv',
  'conversion-losses.csv',
  'instances.csv',
  'optics.csv',
  'racks.csv',
  'regions.csv',
  'servers.csv',
  'switches.csv',
  'transformers.csv',
] as const;
type CatalogFile = (typeof FILES)[number];

/**
 * Reads the catalog. It never throws for what a file holds: `findings` says what is wrong, with file and line.
 *
 * @param folder the folder of the CSV files. @default - the package's own catalog/data
 */
export function loadCatalog(folder: string = packagedFolder()): Catalog {
  const findings: Finding[] = [];
  const texts = new Map(FILES.map((file) => [file, readText(folder, file, findings)]));
  const text = (file: CatalogFile): [name: string, text: string] => [file, texts.get(file) ?? ''];
  const accelerators = readAccelerators(...text('accelerators.csv'), findings);
  const servers = readServers(...text('servers.csv'), accelerators, findings);
  const instances = readInstances(...text('instances.csv'), accelerators, findings);
  return new Catalog({
    accelerators,
    breakerRatings: readBreakerRatings(...text('breaker-ratings.csv'), findings),
    climates: readClimates(...text('climates.csv'), findings),
    conversionLosses: readConversionLosses(...text('conversion-losses.csv'), findings),
    instances: [...instances, ...servers.map(asInstance)],
    optics: readOptics(...text('optics.csv'), findings),
    racks: readRacks(...text('racks.csv'), findings),
    regions: readRegions(...text('regions.csv'), findings),
    servers,
    switches: readSwitches(...text('switches.csv'), findings),
    transformers: readTransformers(...text('transformers.csv'), findings),
    sha256: fingerprint(texts),
    findings,
  });
}

/**
 * The catalog/data of the package that this file is in, found upwards: the same from the sources, from dist/ and from a
 * bundle in dist/bin/.
 */
function packagedFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const data = join(folder, 'catalog', 'data');
    if (existsSync(join(data, FILES[0]!)) || folder === dirname(folder)) {
      return data;
    }
  }
}

/** Line ends differ between checkouts, and the fingerprint must not. */
function readText(folder: string, file: string, findings: Finding[]): string {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    findings.push({
      code: CatalogCode.FILE_MISSING,
      path: [],
      message: `${file}: not readable in ${folder}`,
      hint: 'point to a folder that holds a catalog, or reinstall',
    });
    return '';
  }
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n*$/, '\n');
}

function fingerprint(texts: Map<CatalogFile, string>): string {
  const hash = createHash('sha256');
  for (const [file, text] of texts) {
    hash.update(`${file}\n${text.length}\n${text}`);
  }
  return hash.digest('hex');
}

import {
  type NetworkDesign,
  openSwitches,
  type SonicRenderer,
  type SonicTables,
  sonicRenderer,
} from '../design/fabric';
import type { HallDesign } from '../design/hall/types';
import { type ExportFile, LazyFile } from './file';

/**
 * Open switches of a hall up to which their configurations are written unasked. Each is some 100 kB: the 876 of 16,384 accelerators
 * take 0.9 CPU-seconds, more than all other exports together.
 */
export const SWITCHES_UNASKED = 256;

/**
 * The `config_db.json` of every switch that SONiC runs on, made one at a time as they are asked for.
 * @param all also of a hall with more than `SWITCHES_UNASKED`. Undefined or false: such a hall gets a file that says so instead
 */
export function sonicFiles({ fabric }: HallDesign, all = false): ExportFile[] {
  const files = fabric.networks.flatMap(filesOf);
  if (all || files.length <= SWITCHES_UNASKED) return files;
  return [new LazyFile('sonic/LEFT-OUT.txt', () => leftOut(files.length))];
}

function leftOut(count: number): string {
  return [
    `SONiC runs on ${count} switches of this hall. The configurations of more than ${SWITCHES_UNASKED} are written only when asked for,`,
    'because they take longer than all other files together:',
    '',
    '    wattform synth --switch-configs <blueprint>',
    '    new Blueprint(document, { switchConfigs: true }).synthesize(folder)',
    '',
  ].join('\n');
}

function filesOf(network: NetworkDesign): ExportFile[] {
  let renderer: SonicRenderer | undefined;
  const text = tableText();
  return openSwitches(network).map(
    (sw) =>
      new LazyFile(`sonic/${sw.name}.json`, () => {
        renderer ??= sonicRenderer(network);
        return text(renderer.config(sw).tables);
      }),
  );
}

/** Spells tables; those that many switches share are spelt once. */
function tableText(): (tables: SonicTables) => string {
  const known = new WeakMap<SonicTables[string], string>();
  const spell = (table: SonicTables[string]): string => {
    let text = known.get(table);
    if (text === undefined) {
      text = JSON.stringify(table, undefined, 1);
      known.set(table, text);
    }
    return text;
  };
  return (tables) => {
    const parts = Object.entries(tables).map(([name, table]) => `${JSON.stringify(name)}: ${spell(table)}`);
    return `{\n${parts.join(',\n')}\n}\n`;
  };
}

import { basisJson } from '../../design';
import { fabricDiagram } from '../../diagrams';
import { fabricPage } from '../hall/fabric-page';
import type { HallVerbOptions } from '../hall/options';
import { showHalls } from '../hall/page';
import type { Outcome, Page } from '../outcome';

/** Prints racks and networks of owned halls; draws the networks when a file is named. Nothing is built. */
export function fabric(file: string, options: HallVerbOptions, page: Page): Outcome {
  return showHalls(file, options, page, {
    text: fabricPage,
    document: ({ design }) => ({ racks: basisJson(design.racks), fabric: basisJson(design.fabric) }),
    draw: fabricDiagram,
  });
}

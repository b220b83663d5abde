import { basisJson } from '../../design';
import { singleLineDiagram } from '../../diagrams';
import type { HallVerbOptions } from '../hall/options';
import { showHalls } from '../hall/page';
import { powerPage } from '../hall/power-page';
import type { Outcome, Page } from '../outcome';

/** Prints the power chain of owned halls; draws it when a file is named. Nothing is built. */
export function power(file: string, options: HallVerbOptions, page: Page): Outcome {
  return showHalls(file, options, page, {
    text: powerPage,
    document: ({ design }) => ({ servers: basisJson(design.servers), power: basisJson(design.power) }),
    draw: singleLineDiagram,
  });
}

import { inert } from '../../blueprints/language/show';
import type { HallDesign } from '../../design/hall';
import type { Outcome, Page } from '../outcome';
import { read } from '../reading';
import { saveDrawing } from './drawing';
import { ofHalls, type SiteHall } from './halls';
import type { HallVerbOptions } from './options';

/** Of `--json`: goes up when a key gets another meaning or goes. */
const FORMAT = 1;

/** What a verb says of a hall. */
export interface HallView {
  text(hall: SiteHall, page: Page): string;
  /** Keys beside `site`. */
  document(hall: SiteHall): object;
  draw(design: HallDesign): string;
}

/** Shows the owned halls of a blueprint, and draws one when a file is named. */
export function showHalls(file: string, { site, svg }: HallVerbOptions, page: Page, view: HallView): Outcome {
  return ofHalls(read(file), site, (halls) => {
    if (svg !== undefined) saveDrawing(svg, halls, view.draw);
    const drawn = svg === undefined ? [] : [`drawn into ${inert(svg)}`];
    return {
      text: [...halls.map((hall) => view.text(hall, page)), ...drawn].join('\n\n'),
      document: {
        format: FORMAT,
        sites: halls.map((hall) => ({ site: hall.site, ...view.document(hall) })),
        ...(svg === undefined ? {} : { svg }),
      },
    };
  });
}

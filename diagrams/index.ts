/** Drawings of an owned hall as SVG: pure functions of its design, the same bytes for the same hall. */
export type { DiagramOptions } from './drawing/types';
export { fabricDiagram } from './fabric/diagram';
export { singleLineDiagram } from './single-line/diagram';

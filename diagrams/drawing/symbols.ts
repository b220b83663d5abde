import { element } from './svg';
import { BoxSymbol } from './types';

const SHAPES: { readonly [each in BoxSymbol]: string } = {
  [BoxSymbol.GRID]: circle(10, 10, 9) + path('M5 10c2-5 4-5 5 0s3 5 5 0'),
  [BoxSymbol.GENERATOR]: circle(10, 10, 9) + path('M13 7.5A4 4 0 1 0 14 11H10.5'),
  [BoxSymbol.TRANSFORMER]: circle(10, 6.5, 5.5) + circle(10, 13.5, 5.5),
  [BoxSymbol.BUS]: path('M1 6H19', 3) + path('M5 6V17M10 6V17M15 6V17'),
  [BoxSymbol.UPS]: square() + path('M2 18 18 2M4.5 7c1-2 2-2 2.5 0s1.5 2 2.5 0M11 13h5M11 16h5'),
  [BoxSymbol.RECTIFIER]: square() + path('M2 18 18 2M4.5 7c1-2 2-2 2.5 0s1.5 2 2.5 0M11 14.5h5'),
  [BoxSymbol.TRANSFER]: path('M4 1V5M16 1V5M4 5 10 13M10 13V19') + circle(16, 6, 1.2) + circle(10, 13, 1.2),
  [BoxSymbol.COOLING]: path('M10 1V19M2.2 5.5 17.8 14.5M17.8 5.5 2.2 14.5'),
  [BoxSymbol.RACK]: element('rect', { x: 4, y: 1, width: 12, height: 18 }) + path('M4 6H16M4 10.5H16M4 15H16'),
  [BoxSymbol.SWITCH]: square() + path('M5 7H15L12 4.5M15 13H5L8 15.5'),
};

/** A symbol of 20 by 20 px, for a group that sets stroke and place. */
export function symbolShapes(symbol: BoxSymbol): string {
  return SHAPES[symbol];
}

function circle(cx: number, cy: number, r: number): string {
  return element('circle', { cx, cy, r });
}

function square(): string {
  return element('rect', { x: 2, y: 2, width: 16, height: 16 });
}

function path(d: string, width?: number): string {
  return element('path', { d, 'stroke-width': width });
}

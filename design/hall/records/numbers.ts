/** Below a thousandth of a watt a sum of binary fractions says nothing. */
const DUST_W = 1e-3;

/** What is drawn is rounded up to whole watts. */
export function drawW(kw: number): number {
  return Math.ceil(kw * 1000 - DUST_W);
}

/** What may be carried is rounded down to whole watts. */
export function capacityW(kw: number): number {
  return Math.floor(kw * 1000 + DUST_W);
}

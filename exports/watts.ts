/** Rounding noise that may not make a watt of nothing. */
const NOISE_W = 1e-6;

/** W that something draws, rounded up. */
export function drawWatts(kw: number): number {
  return Math.ceil(kw * 1000 - NOISE_W);
}

/** W that something may carry, rounded down. */
export function capacityWatts(kw: number): number {
  return Math.floor(kw * 1000 + NOISE_W);
}

/**
 * Availability of a group that needs k of its n equal modules: Σ C(n,i) · a^i · (1−a)^(n−i) for i from k to n.
 *
 * It holds for independent failures only. A common cause (one bus, one control, one room) is not in it, and it is no claim about
 * a facility: the design proves single failures on its graph instead.
 */
export function availabilityOf(needed: number, modules: number, moduleAvailability: number): number {
  let combinations = 1;
  let sum = 0;
  for (let lost = 0; lost <= modules - needed; lost += 1) {
    if (lost > 0) combinations = (combinations * (modules - lost + 1)) / lost;
    sum += combinations * moduleAvailability ** (modules - lost) * (1 - moduleAvailability) ** lost;
  }
  return sum;
}

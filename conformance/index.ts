/**
 * What every target must keep, as cases that any test runner runs: the built-in targets pass them, and a partner's own does by one
 * import.
 *
 *     import { conformance } from 'wattform/dist/conformance';
 *     for (const each of conformance(ground)) test(each.name, () => each.run());
 */
export { conformance } from './conformance';
export type { ConformanceCase, ConformanceGround } from './ground';
export { conformanceTable } from './table';

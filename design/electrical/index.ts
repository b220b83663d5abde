/** The power chain of an owned hall: from the grid to the feeds of every rack, every single failure enumerated. */
export { availabilityOf } from './availability';
export { AssumptionBasis } from './defaults';
export { designElectrical, type ElectricalResult } from './design';
export { distributedLoad, systemPairs } from './distributed';
export * from './options';
export { type Concern, type ElectricalProblem, ElectricalProblemKind, ProblemSeverity } from './problems';
export * from './result';
export { installedCapacity, Redundancy, type Scheme, schemeOf } from './schemes';
export { availablePowerVa, type CircuitVoltage, ElectricalCode, Phase, type SizingStep } from './sizing';

/** The policy: rules that observe a design and what was synthesized from it, and never change it. */
export { PolicyGate } from './gate';
export * from './report';
export * from './rule';
export { PolicySubject, type PolicySubjectProps } from './subject';
export * from './subject-types';

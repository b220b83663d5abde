import type { Block } from '../support/synthesized';

/** A setting that a scanner, or a careful reader, looks for. `holds` gets one resource and all of its stack. */
export interface Setting {
  readonly id: string;
  readonly type: string;
  readonly what: string;
  readonly holds: (resource: Block, stack: StackView) => boolean;
  /** Why wattform does not keep it, and where; counted by the test. */
  readonly exception?: { readonly why: string; readonly when: (address: string) => boolean };
}

/** Resources of a stack, by type. */
export interface StackView {
  of(type: string): { readonly id: string; readonly resource: Block }[];
  /** Whether any resource of that type refers to this one. */
  refersTo(type: string, address: string): boolean;
  readonly text: string;
}

export const one = (value: Block): Block => (Array.isArray(value) ? value[0] : value);
export const all = (value: Block): Block[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
export const open = (cidrs: Block): boolean => all(cidrs).includes('0.0.0.0/0');

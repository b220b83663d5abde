import type { Stateful } from '../model';
import table from './stateful-types.json';

/** What types of resources hold. A type of which nobody has said it is unknown, and is not taken for harmless. */
export class StatefulTypes {
  private readonly stateful: ReadonlyMap<string, Stateful>;
  private readonly stateless: ReadonlySet<string>;

  /** @param rows type, what it is, what is gone with it */
  constructor(rows: string[][], stateless: string[]) {
    this.stateful = new Map(rows.map(([type = '', kind = '', loses = '']) => [type, { kind, loses }]));
    this.stateless = new Set(stateless);
  }

  /** The table that ships: `stateful-types.json`. */
  static builtIn(): StatefulTypes {
    return new StatefulTypes(table.stateful, table.stateless);
  }

  /** Undefined: it holds nothing, or nobody knows. */
  of(type: string): Stateful | undefined {
    return this.stateful.get(type);
  }

  knows(type: string): boolean {
    return this.stateful.has(type) || this.stateless.has(type);
  }
}

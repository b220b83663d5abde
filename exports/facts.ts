import type { Catalog } from '../catalog';
import type { ServerType } from '../catalog/servers';

/** What is known beside the design: rows of the catalog, each with its source. */
export class HallFacts {
  private readonly rows: Map<string, ServerType>;

  /** @param stated ids of servers that the blueprint describes: they hide rows of the same name */
  constructor(
    readonly catalog: Catalog,
    stated: string[] = [],
  ) {
    const hidden = new Set(stated);
    this.rows = new Map(catalog.servers.filter(({ id }) => !hidden.has(id)).map((row) => [row.id, row]));
  }

  /** @returns undefined when the blueprint describes it */
  server(id: string): ServerType | undefined {
    return this.rows.get(id);
  }
}

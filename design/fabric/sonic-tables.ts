/** Fields of a row; every value is a string. */
export interface SonicRow {
  readonly [field: string]: string;
}

/** Tables of a `config_db.json`: rows by key. */
export interface SonicTables {
  readonly [table: string]: { readonly [row: string]: SonicRow };
}

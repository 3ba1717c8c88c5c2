/** A table as its migrations make it. */
export interface MigratedTable {
  name: string;
  comment: string;
  columns: { name: string; type: string }[];
  constraints: string[];
}

export function tablesOf(sql: string): MigratedTable[];
/** By folder of the owner, such as `apps/intake`. */
export function allTables(): Promise<Map<string, MigratedTable[]>>;

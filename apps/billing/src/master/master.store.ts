import type { Transaction } from '@daiko/persistence';
import type { MasterEntries, MasterKind } from './read-master.js';

/** One import of a master. */
export interface MasterImport {
  importId: string;
  insurerNumber: string;
  kind: MasterKind;
  version: number;
  sha256: string;
  sizeBytes: number;
  /** Lines of data in the file. */
  rowCount: number;
  /** What came of them: tickets, periods of members, contracts. */
  entryCount: number;
  partCount: number;
  importedAt: Date;
  /** When the next import took its place; null for the one that holds. */
  supersededAt: Date | null;
}

const entriesAtOnce = 2000;

/** Takes the next version for an import; the row stays locked, so that the imports of one master follow one another. */
export async function nextVersion(
  tx: Transaction,
  insurerNumber: string,
  kind: MasterKind,
  importId: string,
): Promise<number> {
  const rows = await tx.query<{ version: number }>(
    `INSERT INTO master AS m (insurer_number, kind, version, import_id) VALUES ($1, $2, 1, $3)
     ON CONFLICT (insurer_number, kind) DO UPDATE SET version = m.version + 1, import_id = $3 RETURNING version`,
    [insurerNumber, kind, importId],
  );
  return rows[0]!.version;
}

/** Writes an import, ends the one before, and removes the entries of those before that. */
export async function insertImport(
  tx: Transaction,
  made: Omit<MasterImport, 'supersededAt'>,
  importedBy: string,
  entries: MasterEntries[MasterKind],
): Promise<void> {
  const { importId, insurerNumber, kind, version, importedAt } = made;
  await tx.query(
    `UPDATE master_import SET superseded_at = $4
     WHERE insurer_number = $1 AND kind = $2 AND version < $3 AND superseded_at IS NULL`,
    [insurerNumber, kind, version, importedAt],
  );
  await tx.query(
    `INSERT INTO master_import (import_id, insurer_number, kind, version, sha256, size_bytes, row_count, entry_count,
       part_count, imported_by, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[importId, insurerNumber, kind, version, made.sha256, made.sizeBytes, made.rowCount],
      ...[made.entryCount, made.partCount, importedBy, importedAt],
    ],
  );
  await tx.query(
    `DELETE FROM master_entry WHERE import_id IN
       (SELECT import_id FROM master_import WHERE insurer_number = $1 AND kind = $2 AND version < $3 - 1)`,
    [insurerNumber, kind, version],
  );
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    const some = entries.slice(at, at + entriesAtOnce).map((entry) => JSON.stringify(entry));
    await tx.query(
      `INSERT INTO master_entry (import_id, entry_index, facts)
       SELECT $1, $2::int + e.place - 1, e.facts FROM unnest($3::jsonb[]) WITH ORDINALITY AS e(facts, place)`,
      [importId, at, some],
    );
  }
}

/** Imports, the newest first; of one insurer or of all. */
export function listImports(
  tx: Transaction,
  insurerNumber: string | null,
  limit: number,
): Promise<MasterImport[]> {
  return tx.query<MasterImport>(
    `SELECT import_id AS "importId", insurer_number AS "insurerNumber", kind, version, sha256, size_bytes AS "sizeBytes",
       row_count AS "rowCount", entry_count AS "entryCount", part_count AS "partCount", imported_at AS "importedAt",
       superseded_at AS "supersededAt"
     FROM master_import WHERE $1::text IS NULL OR insurer_number = $1
     ORDER BY imported_at DESC, import_id DESC LIMIT $2`,
    [insurerNumber, limit],
  );
}

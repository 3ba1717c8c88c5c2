import type { Transaction } from '@daiko/persistence';
import type { ContractEntry, MasterEntries, MasterHead, MasterKind } from './master-entries.js';

/** Notes a version and locks its row, so that its parts follow one another. */
export async function lockVersion(tx: Transaction, kind: MasterKind, head: MasterHead): Promise<void> {
  await tx.query(
    `INSERT INTO master_version (import_id, insurer_number, kind, version, sha256, part_count, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (import_id) DO NOTHING`,
    [
      ...[head.importId, head.insurerNumber, kind, head.version],
      ...[head.sha256, head.partCount, head.importedAt],
    ],
  );
  await tx.query('SELECT 1 FROM master_version WHERE import_id = $1 FOR UPDATE', [head.importId]);
}

/** Notes that a part is there; false where it was there before. */
export async function notePart(tx: Transaction, { importId, partIndex }: MasterHead): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO master_part (import_id, part_index) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING part_index',
    [importId, partIndex],
  );
  return rows.length === 1;
}

/** True where a newer version of the same master was switched to already: this one is of no use. */
export async function isOvertaken(tx: Transaction, kind: MasterKind, head: MasterHead): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM master_version
     WHERE insurer_number = $1 AND kind = $2 AND version > $3 AND switched_epoch IS NOT NULL LIMIT 1`,
    [head.insurerNumber, kind, head.version],
  );
  return rows.length > 0;
}

/** True where every part of the version is there. */
export async function isWhole(tx: Transaction, { importId, partCount }: MasterHead): Promise<boolean> {
  const rows = await tx.query<{ parts: number }>(
    'SELECT count(*)::int AS parts FROM master_part WHERE import_id = $1',
    [importId],
  );
  return rows[0]?.parts === partCount;
}

/** Writes the entries of a part, one statement a table. */
export async function insertEntries<K extends MasterKind>(
  tx: Transaction,
  kind: K,
  importId: string,
  entries: MasterEntries[K],
): Promise<void> {
  if (kind === 'contracts') return insertContracts(tx, importId, entries as MasterEntries['contracts']);
  const [table, column, keyOf] =
    kind === 'tickets'
      ? (['master_ticket', 'ticket_number', 'ticketNumber'] as const)
      : (['master_member', 'household_digest', 'householdDigest'] as const);
  await tx.query(
    `INSERT INTO ${table} (import_id, ${column}, facts)
     SELECT $1, e.facts ->> $2, e.facts - $2 FROM unnest($3::jsonb[]) AS e(facts)`,
    [importId, keyOf, entries.map((entry) => JSON.stringify(entry))],
  );
}

async function insertContracts(tx: Transaction, importId: string, entries: ContractEntry[]): Promise<void> {
  // The entries that go on with the institutions of a contract have no prices.
  const contracts = entries.filter(({ prices }) => prices.length > 0);
  await tx.query(
    `INSERT INTO master_contract (import_id, contract_number, facts)
     SELECT $1, e.facts ->> 'contractNumber', e.facts - 'institutions' FROM unnest($2::jsonb[]) AS e(facts)`,
    [importId, contracts.map((entry) => JSON.stringify({ ...entry, institutions: undefined }))],
  );
  const parties = entries.flatMap(({ contractNumber, institutions }) =>
    institutions.map((institution) => [institution, contractNumber] as const),
  );
  await tx.query(
    `INSERT INTO master_party (import_id, institution_number, contract_number)
     SELECT $1, p.* FROM unnest($2::text[], $3::text[]) AS p ON CONFLICT DO NOTHING`,
    [importId, parties.map(([institution]) => institution), parties.map(([, contract]) => contract)],
  );
}

/** Lets a whole version hold from the next epoch on. Epochs follow the order of commits: the row is locked until then. */
export async function switchTo(tx: Transaction, kind: MasterKind, head: MasterHead): Promise<void> {
  const rows = await tx.query<{ number: number }>(
    'UPDATE master_epoch SET number = number + 1 RETURNING number',
  );
  // Another process may have switched to a newer version while this one waited for the row.
  if (await isOvertaken(tx, kind, head)) return;
  const epoch = rows[0]!.number;
  await tx.query(
    `UPDATE master_version SET superseded_epoch = $3
     WHERE insurer_number = $1 AND kind = $2 AND switched_epoch IS NOT NULL AND superseded_epoch IS NULL`,
    [head.insurerNumber, kind, epoch],
  );
  await tx.query('UPDATE master_version SET switched_epoch = $2 WHERE import_id = $1', [
    head.importId,
    epoch,
  ]);
}

/** Removes the entries of versions of a master that no submission can ask for any more; the versions stay on the list. */
export async function removeUnused(tx: Transaction, kind: MasterKind, insurerNumber: string): Promise<void> {
  const unused = `SELECT v.import_id FROM master_version v
    WHERE v.insurer_number = $1 AND v.kind = $2
      AND v.version < (SELECT max(h.version) FROM master_version h
                       WHERE h.insurer_number = $1 AND h.kind = $2 AND h.switched_epoch IS NOT NULL)
      AND NOT EXISTS (SELECT FROM submission s
                      WHERE (s.state = 'inspecting' OR s.held_count > 0)
                        AND s.masters_epoch >= v.switched_epoch AND s.masters_epoch < v.superseded_epoch)`;
  const tables = {
    tickets: ['master_ticket'],
    members: ['master_member'],
    contracts: ['master_contract', 'master_party'],
  } as const;
  for (const table of tables[kind]) {
    await tx.query(`DELETE FROM ${table} WHERE import_id IN (${unused})`, [insurerNumber, kind]);
  }
}

/** The epoch of now; no switch commits before the transaction that asks. */
export async function holdEpoch(tx: Transaction): Promise<number> {
  const rows = await tx.query<{ number: number }>('SELECT number FROM master_epoch FOR SHARE');
  return rows[0]?.number ?? 0;
}

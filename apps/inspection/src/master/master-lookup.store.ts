import type { Transaction } from '@daiko/persistence';
import type { ContractEntry, MasterKind, MemberEntry, TicketEntry } from './master-entries.js';

/** A version of a master that holds in an epoch. */
export interface HoldingVersion {
  importId: string;
  insurerNumber: string;
  kind: MasterKind;
  importedAt: Date;
}

export function versionsAt(tx: Transaction, epoch: number): Promise<HoldingVersion[]> {
  return tx.query<HoldingVersion>(
    `SELECT import_id AS "importId", insurer_number AS "insurerNumber", kind, imported_at AS "importedAt"
     FROM master_version WHERE switched_epoch <= $1 AND (superseded_epoch IS NULL OR superseded_epoch > $1)`,
    [epoch],
  );
}

/** What is looked up in an import: a ticket number, the digest of a family, an institution. */
export interface MasterKey {
  importId: string;
  key: string;
}

type Found<T> = MasterKey & { facts: T };

const wanted = `unnest($1::uuid[], $2::text[]) AS w(import_id, key)`;
const parametersOf = (keys: MasterKey[]): unknown[] => [
  keys.map(({ importId }) => importId),
  keys.map(({ key }) => key),
];

export function findTickets(
  tx: Transaction,
  keys: MasterKey[],
): Promise<Found<Omit<TicketEntry, 'ticketNumber'>>[]> {
  return tx.query(
    `SELECT w.import_id AS "importId", w.key, t.facts FROM ${wanted}
     JOIN master_ticket t ON t.import_id = w.import_id AND t.ticket_number = w.key`,
    parametersOf(keys),
  );
}

/** Those of some imports of tickets that hold a 利用券 or セット券 (third digit 2 or 5). */
export async function importsWithGuidanceTickets(tx: Transaction, importIds: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ importId: string }>(
    `SELECT i.import_id AS "importId" FROM unnest($1::uuid[]) AS i(import_id)
     WHERE EXISTS (SELECT 1 FROM master_ticket t WHERE t.import_id = i.import_id
       AND substring(t.ticket_number FROM 3 FOR 1) IN ('2', '5'))`,
    [importIds],
  );
  return new Set(rows.map(({ importId }) => importId));
}

export function findMembers(
  tx: Transaction,
  keys: MasterKey[],
): Promise<Found<Omit<MemberEntry, 'householdDigest'>>[]> {
  return tx.query(
    `SELECT w.import_id AS "importId", w.key, m.facts FROM ${wanted}
     JOIN master_member m ON m.import_id = w.import_id AND m.household_digest = w.key`,
    parametersOf(keys),
  );
}

export function findContracts(
  tx: Transaction,
  keys: MasterKey[],
): Promise<Found<Omit<ContractEntry, 'institutions'>>[]> {
  return tx.query(
    `SELECT w.import_id AS "importId", w.key, c.facts FROM ${wanted}
     JOIN master_party p ON p.import_id = w.import_id AND p.institution_number = w.key
     JOIN master_contract c ON c.import_id = p.import_id AND c.contract_number = p.contract_number`,
    parametersOf(keys),
  );
}

/** Which of the insurers and institutions are partners of the agency, or may be acted for by one. */
export async function findPartners(
  tx: Transaction,
  insurers: string[],
  institutions: string[],
): Promise<{ insurers: Set<string>; institutions: Set<string> }> {
  const rows = await tx.query<{ kind: string; number: string }>(
    `SELECT 'insurer' AS kind, number FROM partner WHERE kind = 'insurer' AND state = 'active' AND number = ANY($1::text[])
     UNION ALL
     SELECT 'institution', n FROM unnest($2::text[]) AS n WHERE EXISTS (
       SELECT FROM partner p WHERE p.kind = 'provider' AND p.state = 'active' AND (p.number = n OR n = ANY(p.may_act_for)))`,
    [insurers, institutions],
  );
  const numbersOf = (kind: string): Set<string> =>
    new Set(rows.filter((row) => row.kind === kind).map(({ number }) => number));
  return { insurers: numbersOf('insurer'), institutions: numbersOf('institution') };
}

/** A version that holds now. */
export interface HeldMaster extends HoldingVersion {
  version: number;
  sha256: string;
}

export function mastersThatHold(tx: Transaction, limit: number): Promise<HeldMaster[]> {
  return tx.query<HeldMaster>(
    `SELECT import_id AS "importId", insurer_number AS "insurerNumber", kind, version, sha256, imported_at AS "importedAt"
     FROM master_version WHERE switched_epoch IS NOT NULL AND superseded_epoch IS NULL
     ORDER BY switched_epoch DESC LIMIT $1`,
    [limit],
  );
}

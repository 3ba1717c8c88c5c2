import type { FindingMark } from '@daiko/contracts';
import type { Transaction } from '@daiko/persistence';

/** A finding (指摘) and the record it is about; null: the archive as a whole. */
export interface PlacedFinding {
  recordIndex: number | null;
  mark: FindingMark;
}

/** Arrays for one `unnest`, in the order of {@link findingTypes}. */
export function findingColumns(findings: readonly PlacedFinding[]): unknown[][] {
  return [
    findings.map(({ recordIndex }) => recordIndex),
    findings.map(({ mark }) => mark.rule),
    findings.map(({ mark }) => mark.level),
    findings.map(({ mark }) => mark.severity),
    findings.map(({ mark }) => mark.returnReason),
    findings.map(({ mark }) => mark.file),
    findings.map(({ mark }) => mark.line),
    findings.map(({ mark }) => mark.xpath),
    findings.map(({ mark }) => mark.item),
  ];
}

const types = ['int', 'text', 'int', 'text', 'text', 'text', 'int', 'text', 'text'];
export const findingNames = 'record_index, rule, level, severity, return_reason, file, line, xpath, item';

/** `unnest($n::…[], …) AS f (…)` over {@link findingColumns} that begin at parameter `first`. */
export function unnestFindings(first: number): string {
  const parameters = types.map((type, place) => `$${first + place}::${type}[]`);
  return `unnest(${parameters.join(', ')}) AS f (${findingNames})`;
}

/** Adds findings to a submission in one statement. */
export async function insertFindings(
  tx: Transaction,
  submissionId: string,
  findings: readonly PlacedFinding[],
): Promise<void> {
  if (findings.length === 0) return;
  await tx.query(
    `INSERT INTO finding (submission_id, ${findingNames}) SELECT $1, f.* FROM ${unnestFindings(2)}`,
    [submissionId, ...findingColumns(findings)],
  );
}

/** A stored finding with its place in the list. */
export interface StoredFinding extends FindingMark {
  findingId: number;
  recordIndex: number | null;
}

/** Findings of a submission in the order of every report: level, severity, rule, place. */
export async function listFindings(
  db: Transaction,
  submissionId: string,
  page: { offset: number; limit: number },
): Promise<StoredFinding[]> {
  return db.query<StoredFinding>(
    `SELECT finding_id AS "findingId", record_index AS "recordIndex", rule, level, severity,
       return_reason AS "returnReason", file, line, xpath, item
     FROM finding WHERE submission_id = $1
     ORDER BY level, array_position(ARRAY['refuse', 'return', 'query', 'warning', 'info'], severity), rule,
       record_index NULLS FIRST, file NULLS FIRST, line NULLS FIRST, finding_id
     OFFSET $2 LIMIT $3`,
    [submissionId, page.offset, page.limit],
  );
}

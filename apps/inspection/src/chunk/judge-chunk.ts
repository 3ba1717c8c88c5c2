import type { InspectedRecord } from '@daiko/contracts';
import {
  inspectRecords,
  type InspectionSettings,
  type RecordReport,
  returnAsDuplicate,
  toInspectedRecord,
} from '@daiko/inspection-rules';
import { claimKey, personDigest } from '../history/claim-key.js';
import type { FindingsOf } from '../report/report-vault.js';
import type { OpenArchive } from '../submission/open-archives.js';

/** One judged record with what is kept beside its verdict. */
export interface JudgedRecord {
  report: RecordReport;
  personDigest: Buffer | null;
  claimKey: Buffer | null;
}

export interface Judging {
  date: string;
  settings: InspectionSettings;
  digestKey: Uint8Array;
}

/** Judges the records of a chunk in order; a rule that throws holds its record and no other. */
export async function judgeRecords(
  archive: OpenArchive,
  indexes: number[],
  judging: Judging,
): Promise<JudgedRecord[]> {
  const judged: JudgedRecord[] = [];
  const reports = inspectRecords(archive.source, archive.directory, indexes, judging.settings, judging.date);
  for await (const report of reports) judged.push(withKeys(report, judging));
  return judged;
}

function withKeys(report: RecordReport, { digestKey }: Judging): JudgedRecord {
  const { identity, duplicateKey } = report;
  return {
    report,
    personDigest: identity === null ? null : personDigest(digestKey, identity),
    claimKey: duplicateKey === null ? null : claimKey(digestKey, duplicateKey),
  };
}

const holdsKey = ({ report, claimKey: key }: JudgedRecord): boolean =>
  key !== null && (report.verdict === 'accepted' || report.verdict === 'query');

/** The records that would enter the history: those judged good or doubtful, the first of each key. */
export function entrants(judged: JudgedRecord[]): JudgedRecord[] {
  const firstByKey = new Map<string, JudgedRecord>();
  for (const record of judged) {
    const key = record.claimKey?.toString('hex');
    if (key !== undefined && holdsKey(record) && !firstByKey.has(key)) firstByKey.set(key, record);
  }
  return [...firstByKey.values()];
}

/** Returns (H001) every record whose key is taken by an earlier claim, in the history or earlier in the chunk. */
export function returnDuplicates(judged: JudgedRecord[], taken: Set<string>): JudgedRecord[] {
  const first = new Set(entrants(judged));
  return judged.map((record) => {
    if (!holdsKey(record)) return record;
    const isTaken = taken.has(record.claimKey?.toString('hex') ?? '');
    return first.has(record) && !isTaken ? record : { ...record, report: returnAsDuplicate(record.report) };
  });
}

export function inspectedRecords(judged: JudgedRecord[]): InspectedRecord[] {
  return judged.map(({ report }) => toInspectedRecord(report));
}

/** What the sealed report says of the records that have findings. */
export function findingsOf(judged: JudgedRecord[]): FindingsOf[] {
  return judged
    .filter(({ report }) => report.findings.length > 0)
    .map(({ report: { index, verdict, file, claim, ticketNumber, findings } }) => ({
      index,
      verdict,
      file,
      claim,
      ticketNumber,
      findings,
    }));
}

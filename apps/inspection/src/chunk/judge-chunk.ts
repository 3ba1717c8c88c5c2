import { type InspectedRecord, messageBytesMax } from '@daiko/contracts';
import {
  inspectMemory,
  inspectRecords,
  type InspectionSettings,
  personDigest,
  type RecordReport,
  returnAsDuplicate,
  toInspectedRecord,
} from '@daiko/inspection-rules';
import { claimKey } from '../history/claim-key.js';
import type { Remember } from '../memory/recall.js';
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
  /** Looks at what was judged and holds what the second opinion does not share. */
  review: (archive: OpenArchive, reports: readonly RecordReport[]) => Promise<RecordReport[]>;
  remember: Remember;
}

/** Judges the records of a chunk in order; a rule that throws holds its record and no other. */
export async function judgeRecords(
  archive: OpenArchive,
  indexes: number[],
  judging: Judging,
): Promise<JudgedRecord[]> {
  const { settings, date, review, remember } = judging;
  const reports: RecordReport[] = [];
  for await (const report of inspectRecords(archive.source, archive.directory, indexes, settings, date)) {
    reports.push(report);
  }
  const reviewed = await review(archive, reports);
  const memories = await remember(reviewed);
  return reviewed.map((report, at) => {
    const memory = memories[at];
    const whole = memory === undefined ? report : inspectMemory(report, memory, settings, date);
    return withKeys(whole, judging);
  });
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

/** Findings that fit into one message however long they are. */
const alwaysFit = 2_000;
/** Findings of one record in a message, at most. */
const findingsMax = 200;
/** Bytes that the records of one message may take: its bound less room for the envelope. */
const recordsBytesMax = messageBytesMax - 64 * 1024;

/**
 * The records as messages carry them. Where their findings would not fit into one message every record names its first so many
 * of them; the sealed report names all.
 */
export function inspectedRecords(judged: JudgedRecord[]): InspectedRecord[] {
  const records = judged.map(({ report }) => toInspectedRecord(report));
  const findingsOfAll = records.reduce((sum, { findings }) => sum + findings.length, 0);
  if (findingsOfAll <= alwaysFit) return records;
  let cut = records;
  for (let most = findingsMax; most > 0 && bytesOf(cut) > recordsBytesMax; most = Math.floor(most / 2)) {
    cut = records.map((record) => ({ ...record, findings: record.findings.slice(0, most) }));
  }
  return cut;
}

/** What the sealed report says of the records, of those without findings too: a report names every record. */
export function findingsOf(judged: JudgedRecord[]): FindingsOf[] {
  return judged.map(({ report: { index, verdict, file, claim, ticketNumber, findings } }) => ({
    index,
    verdict,
    file,
    claim,
    ticketNumber,
    findings,
  }));
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

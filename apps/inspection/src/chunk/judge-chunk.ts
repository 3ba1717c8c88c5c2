import { type InspectedRecord, messageBytesMax } from '@daiko/contracts';
import {
  addRepetition,
  inspectMemory,
  inspectRecords,
  type InspectionSettings,
  noMasters,
  type RecordReport,
  repetitionOf,
  toInspectedRecord,
} from '@daiko/inspection-rules';
import type { HistoryEntry } from '../history/claim-history.store.js';
import type { RecalledChunk } from '../memory/recall.js';
import type { FindingsOf } from '../report/report-vault.js';
import type { AskSecondOpinion } from '../opinion/ask-second-opinion.js';
import type { OpenArchive } from '../submission/open-archives.js';
import type { Submission } from '../submission/submission.store.js';

/** One judged record with what is kept beside its verdict. */
export interface JudgedRecord {
  report: RecordReport;
  personDigest: Buffer | null;
  claimKey: Buffer | null;
}

export interface Judging {
  date: string;
  settings: InspectionSettings;
  /** Looks at what was judged and holds what the second opinion does not share. */
  review: (archive: OpenArchive, reports: readonly RecordReport[]) => Promise<RecordReport[]>;
}

/** How the records of a submission are judged. */
export function judgingOf(
  { submissionId, inspectionDate, opinionShare }: Submission,
  settings: InspectionSettings,
  opinion: AskSecondOpinion,
): Judging {
  const of = { submissionId, share: opinionShare };
  return {
    date: inspectionDate,
    settings,
    review: (archive, reports) => opinion.review(archive, reports, of),
  };
}

/** Judges the records of a chunk in order by what they hold (L4–L6); a rule that throws holds its record and no other. */
export async function readRecords(
  archive: OpenArchive,
  indexes: number[],
  judging: Judging,
): Promise<RecordReport[]> {
  const { settings, date } = judging;
  const reports: RecordReport[] = [];
  for await (const report of inspectRecords(archive.source, archive.directory, indexes, settings, date)) {
    reports.push(report);
  }
  return judging.review(archive, reports);
}

/** Goes on with masters and history (L7, L8), record by record, so that each is an earlier one to those after it. */
export function judgeRemembering(
  reports: readonly RecordReport[],
  { history, digests, masters, taken, cipher }: RecalledChunk,
  { settings, date }: Judging,
): JudgedRecord[] {
  const keys = new ClaimKeys(taken, settings);
  return reports.map((report, at) => {
    const own = digests[at]!;
    const past = history.historyOf(report, own);
    const memory = { masters: masters[at] ?? noMasters, history: past };
    const whole = inspectMemory(report, memory, settings, date);
    const record = { report: whole, personDigest: own.person, claimKey: own.claim };
    const isKnown = whole.memory !== null && repetitionOf({ record: whole.memory, history: past }) !== null;
    const judged = keys.resolve(record, isKnown);
    history.add(judged.report, own, past, cipher);
    return judged;
  });
}

const holdsKey = ({ report, claimKey: key }: JudgedRecord): boolean =>
  key !== null && (report.verdict === 'accepted' || report.verdict === 'query');

/** The records that would enter the history: those judged good or doubtful, the first of each key. */
export function entrants(judged: readonly JudgedRecord[]): JudgedRecord[] {
  const firstByKey = new Map<string, JudgedRecord>();
  for (const record of judged) {
    const key = record.claimKey?.toString('hex');
    if (key !== undefined && holdsKey(record) && !firstByKey.has(key)) firstByKey.set(key, record);
  }
  return [...firstByKey.values()];
}

/** The entries of those records in the history of claims. */
export function claimEntries(judged: readonly JudgedRecord[]): HistoryEntry[] {
  return entrants(judged).flatMap(({ report: { index: recordIndex }, claimKey, personDigest }) =>
    claimKey === null || personDigest === null ? [] : [{ claimKey, personDigest, recordIndex }],
  );
}

/** Keys of claims, taken by earlier submissions or earlier in the chunk. */
export class ClaimKeys {
  constructor(
    private readonly taken: Set<string>,
    private readonly settings: InspectionSettings,
  ) {}

  /**
   * A record whose key is taken holds none unless it is returned: the first claim keeps it, whatever the settings let through.
   * Where the rules of the history know of no repetition (`isKnown`), it is one all the same (H001).
   */
  resolve(record: JudgedRecord, isKnown: boolean): JudgedRecord {
    const key = record.claimKey?.toString('hex');
    if (key === undefined || !holdsKey(record)) return record;
    if (!this.taken.has(key)) {
      this.taken.add(key);
      return record;
    }
    const report = isKnown ? record.report : addRepetition(record.report, this.settings);
    return { ...record, report, claimKey: report.verdict === 'returned' ? record.claimKey : null };
  }
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

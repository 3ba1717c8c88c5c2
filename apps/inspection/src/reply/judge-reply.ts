import type { FindingMark, ReplyRecord } from '@daiko/contracts';
import {
  inspectIndex,
  inspectRecords,
  type InspectionSettings,
  type RecordReport,
  toFindingMark,
  toInspectedRecord,
} from '@daiko/inspection-rules';
import type { OpenArchive } from '../submission/open-archives.js';

/** 種別 of an insurer's archive: 返戻 (4), 過誤返戻 (5), the answer to a 確認依頼 (11). */
export type ReplyType = '4' | '5' | '11';

/** What inspection says of an insurer's archive. */
export interface JudgedReply {
  verdict: 'accepted' | 'refused';
  interactionType: ReplyType | null;
  findings: FindingMark[];
  records: ReplyRecord[];
}

/** A rule failed: a fault of ours; the message is tried again and then waits as a dead letter. */
class ReplyPassFailed extends Error {
  override name = 'ReplyPassFailed';
}

const findingsMax = 200;

/** Judges an insurer's archive, all of it; what is kept of a pair is its reason, its yen, and where its files lie. */
export async function judgeReply(
  archive: OpenArchive,
  settings: InspectionSettings,
  date: string,
): Promise<JudgedReply> {
  const { source, directory } = archive;
  const index = await inspectIndex(source, directory, settings, date);
  if (index.verdict === 'held') throw new ReplyPassFailed(index.faults.join());
  const findings = index.findings.slice(0, findingsMax).map(toFindingMark);
  const interactionType = replyTypeOf(index.exchange?.kind);
  if (index.verdict === 'refused' || interactionType === null) {
    return { verdict: 'refused', interactionType, findings, records: [] };
  }
  const records: ReplyRecord[] = [];
  const indexes = Array(directory.recordCount).keys();
  for await (const report of inspectRecords(source, directory, indexes, settings, date)) {
    if (report.verdict === 'held') throw new ReplyPassFailed(report.faults.join());
    records.push(replyRecordOf(report));
  }
  return { verdict: 'accepted', interactionType, findings, records };
}

function replyTypeOf(kind: string | undefined): ReplyType | null {
  return kind === '4' || kind === '5' || kind === '11' ? kind : null;
}

function replyRecordOf(report: RecordReport): ReplyRecord {
  const { index, claim, result, claimFile, findings } = toInspectedRecord(report);
  return {
    index,
    isTaken: report.verdict === 'accepted' && result !== null && claimFile !== null,
    returnReason: report.insurerReason ?? null,
    claimYen: claim?.claimYen ?? null,
    result,
    claimFile,
    findings,
  };
}

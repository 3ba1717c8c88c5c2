import type { InspectedRecord } from '@daiko/contracts';
import type { InspectionSettings } from '@daiko/inspection-rules';
import type { ServiceTransaction } from '@daiko/messaging';
import type { NewHistoryRow } from '../history/history.store.js';
import { judgeSubmission } from '../statistics/judge-submission.js';
import { endSubmission } from '../submission/end-submission.js';
import { dueChunks } from '../submission/plan-chunks.js';
import { countChunk, type Progress, type Submission } from '../submission/submission.store.js';
import { insertRecords } from './chunk.store.js';
import { enterJudged } from './enter-judged.js';
import { inspectedRecords, type JudgedRecord } from './judge-chunk.js';

/** What is known of a chunk when it is committed. */
interface JudgedChunk {
  judged: JudgedRecord[];
  /** What the history keeps of them. */
  past: readonly NewHistoryRow[];
  /** Of held records, by index. */
  faultNumbers: ReadonlyMap<number, string>;
  inspectedAt: Date;
}

/**
 * Enters, writes and publishes the verdicts of a chunk, and lets the submission go on.
 * @throws {Overtaken}
 */
export async function commitChunk(
  tx: ServiceTransaction,
  submission: Submission,
  chunkIndex: number,
  { judged, past, faultNumbers, inspectedAt }: JudgedChunk,
  settings: InspectionSettings,
): Promise<InspectedRecord[]> {
  const { submissionId, providerNumber, kind } = submission;
  await enterJudged(tx, submissionId, { judged, past }, inspectedAt);
  const records = inspectedRecords(judged);
  const rows = judged.map(({ claimKey, report }, at) => ({
    record: records[at] as (typeof records)[number],
    claimKey,
    faultNumber: faultNumbers.get(report.index) ?? null,
  }));
  await insertRecords(tx, submissionId, chunkIndex, rows);
  tx.publish('inspection.chunk.inspected.v1', submissionId, {
    submissionId,
    providerNumber,
    kind,
    chunkIndex,
    inspectedAt: inspectedAt.toISOString(),
    records,
  });
  const count = (verdict: string): number => records.filter((record) => record.verdict === verdict).length;
  const progress = await countChunk(tx, submissionId, {
    accepted: count('accepted'),
    query: count('query'),
    returned: count('returned'),
    held: count('held'),
  });
  await proceed(tx, submission, progress, settings, inspectedAt);
  return records;
}

/**
 * The last chunk makes the submission judged, unless its statistics ask something: then a clerk does. The last ordinary one lets
 * the candidates follow.
 */
async function proceed(
  tx: ServiceTransaction,
  submission: Submission,
  progress: Progress,
  settings: InspectionSettings,
  at: Date,
): Promise<void> {
  const { submissionId } = submission;
  for (const chunkIndex of dueChunks(progress, progress.inspectedCount)) {
    tx.publish('inspection.chunk.planned.v1', submissionId, { submissionId, chunkIndex });
  }
  if (progress.inspectedCount < progress.chunkCount) return;
  if (!(await judgeSubmission(tx, submission, settings, at))) await endSubmission(tx, submissionId, at);
}

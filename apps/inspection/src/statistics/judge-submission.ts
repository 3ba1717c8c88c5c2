import {
  ArchiveStatistics,
  type GroupStatistics,
  inspectStatistics,
  type InspectionSettings,
  type RecordReport,
  statisticsOf,
  type WrittenStatistics,
} from '@daiko/inspection-rules';
import type { Transaction } from '@daiko/persistence';
import type { Submission } from '../submission/submission.store.js';
import {
  enterGroups,
  findEarlierOutcomes,
  findPastGroups,
  noteStatistics,
  takeChunkStatistics,
} from './statistics.store.js';

/** A rule on statistics failed: a fault of ours; the last chunk is tried again and then waits as a dead letter. */
class StatisticsFailed extends Error {
  constructor(submissionId: string, rules: readonly string[]) {
    super(`the statistics of submission ${submissionId} failed in ${rules.join(', ')}`);
    this.name = 'StatisticsFailed';
  }
}

/** The counters of the records of a chunk. */
export function countRecords(reports: readonly RecordReport[]): WrittenStatistics {
  const sum = new ArchiveStatistics();
  for (const report of reports) sum.add(report);
  return sum.written();
}

/**
 * Judges a submission as a whole (L9) in the transaction of its last chunk, by the years before as they are kept then; true where
 * it asks something, so that its records wait for a clerk.
 */
export async function judgeSubmission(
  tx: Transaction,
  { submissionId, providerNumber, inspectionDate }: Submission,
  settings: InspectionSettings,
  now: Date,
): Promise<boolean> {
  const statistics = statisticsOf(await takeChunkStatistics(tx, submissionId));
  const large = statistics.groups.filter(({ recordCount }) => recordCount >= settings.statistics.recordsMin);
  const memory = {
    past: sumOf(await findPastGroups(tx, large)),
    earlier: await findEarlierOutcomes(tx, providerNumber),
  };
  const { findings, notChecked, faults } = inspectStatistics(statistics, memory, settings, inspectionDate);
  if (faults.length > 0) throw new StatisticsFailed(submissionId, faults);
  const asks = findings.some(({ severity }) => severity === 'query');
  if (!asks) await enterGroups(tx, submissionId, large, now);
  const groups = asks ? large : [];
  await noteStatistics(tx, submissionId, { findings, notChecked, groups }, asks ? now : null);
  return asks;
}

function sumOf(groups: readonly GroupStatistics[]): readonly GroupStatistics[] {
  return statisticsOf([{ recordCount: 0, returnedCount: 0, groups }]).groups;
}

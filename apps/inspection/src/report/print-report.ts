import type { ArchiveVerdict } from '@daiko/contracts';
import type { PrintedRecord } from '@daiko/inspection-rules';
import { writeJson } from '@daiko/report';
import type { JudgedStatistics } from '../statistics/statistics.store.js';
import type { Submission } from '../submission/submission.store.js';
import type { Correction } from './correction.store.js';
import type { FindingsOf } from './report-vault.js';
import { unknownVersions, verdictBy } from './sum-report.js';

/**
 * A sealed report as JSON, piece by piece: the very bytes of `daiko check --format json` as far as the archive alone tells,
 * then what the agency knows of the submission.
 */
export async function* printReport(
  submission: Submission,
  entries: AsyncIterable<FindingsOf>,
  { findings, notChecked }: JudgedStatistics,
  corrections: readonly Correction[],
): AsyncGenerator<string> {
  const iterator = entries[Symbol.asyncIterator]();
  let entry = await iterator.next();
  const archive = entry.done !== true && entry.value.index === null ? entry.value : null;
  if (archive !== null) entry = await iterator.next();
  async function* records(): AsyncGenerator<PrintedRecord> {
    for (; entry.done !== true; entry = await iterator.next()) yield printed(entry.value);
  }
  const { submissionId, receiptNumber, fileName, state, recordCount, returned } = submission;
  const verdict: ArchiveVerdict = archive?.verdictOfArchive ?? (state === 'refused' ? 'refused' : 'accepted');
  yield* writeJson({
    versions: archive?.versions ?? unknownVersions(submission),
    archive: { name: fileName.replace(/\.zip$/i, ''), verdict, findings: archive?.findings ?? [] },
    records: records(),
    statistics: () => findings,
    notChecked,
    submission: { submissionId, receiptNumber, fileName, state, recordCount, returned, corrections },
  });
}

function printed({
  file = null,
  claim = null,
  findings,
  verdict = verdictBy(findings),
}: FindingsOf): PrintedRecord {
  return { file, claim, verdict, findings };
}

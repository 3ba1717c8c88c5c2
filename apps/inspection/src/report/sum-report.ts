import type { ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import type { Finding } from '@daiko/inspection-rules';
import { type ReportSummary, Summing } from '@daiko/report';
import type { Submission } from '../submission/submission.store.js';
import type { FindingsOf } from './report-vault.js';

const verdictOf: Readonly<Record<Submission['state'], ArchiveVerdict | 'inspecting'>> = {
  inspecting: 'inspecting',
  judged: 'accepted',
  refused: 'refused',
};

/** Sums a report that is opened piece by piece, so that one piece is held at a time. */
export async function sumReport(
  submission: Submission,
  verdicts: Readonly<Record<RecordVerdict, number>>,
  pieces: AsyncIterable<FindingsOf[]>,
): Promise<ReportSummary> {
  const summing = new Summing();
  for await (const piece of pieces) {
    for (const entry of piece) {
      if (entry.index === null) summing.addArchive(entry.findings);
      else summing.addRecord(reportedOf(entry, entry.index));
    }
  }
  const { fileName, state, settingsVersion, inspectionDate } = submission;
  const versions = {
    rules: null,
    settings: settingsVersion,
    standard: null,
    schemas: null,
    date: inspectionDate,
  };
  const name = fileName.replace(/\.zip$/i, '');
  return summing.summary({ name, verdict: verdictOf[state], versions, notChecked: [] }, verdicts);
}

function reportedOf(entry: FindingsOf, index: number) {
  const { findings, verdict = verdictBy(findings), file = null, claim = null, ticketNumber = null } = entry;
  return { index, verdict, file, claim, ticketNumber, findings };
}

/** The verdict that findings led to, for reports that do not name it. */
function verdictBy(findings: readonly Finding[]): RecordVerdict {
  const has = (severity: Finding['severity']): boolean => findings.some((each) => each.severity === severity);
  return has('return') ? 'returned' : has('query') ? 'query' : 'accepted';
}

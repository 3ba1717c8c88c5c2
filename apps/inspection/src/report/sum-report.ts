import type { ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import type { Finding } from '@daiko/inspection-rules';
import { type JudgedBy, type ReportSummary, Summing } from '@daiko/report';
import type { JudgedStatistics } from '../statistics/statistics.store.js';
import type { Submission } from '../submission/submission.store.js';
import type { Correction } from './correction.store.js';
import type { FindingsOf } from './report-vault.js';

const verdictOf: Readonly<Record<Submission['state'], ArchiveVerdict | 'inspecting'>> = {
  inspecting: 'inspecting',
  judged: 'accepted',
  refused: 'refused',
};

const noStatistics: JudgedStatistics = { findings: [], notChecked: [] };

/** Sums a report whose entries pass by one after the other. */
export async function sumReport(
  submission: Submission,
  verdicts: Readonly<Record<RecordVerdict, number>>,
  entries: AsyncIterable<FindingsOf>,
  { findings, notChecked }: JudgedStatistics = noStatistics,
  corrections: readonly Correction[] = [],
): Promise<ReportSummary> {
  const summing = new Summing();
  let versions = unknownVersions(submission);
  for await (const entry of entries) {
    if (entry.index !== null) summing.addRecord(reportedOf(entry, entry.index));
    else {
      summing.addArchive(entry.findings);
      versions = entry.versions ?? versions;
    }
  }
  summing.addArchive(findings);
  const { fileName, state, receiptNumber, returned } = submission;
  const name = fileName.replace(/\.zip$/i, '');
  const header = {
    name,
    verdict: verdictOf[state],
    versions,
    notChecked,
    receiptNumber,
    returned,
    corrections,
  };
  return summing.summary(header, verdicts);
}

/** What is known of a report that was sealed before it said by what it was judged. */
export function unknownVersions({ settingsVersion, inspectionDate }: Submission): JudgedBy {
  return { rules: null, settings: settingsVersion, standard: null, schemas: null, date: inspectionDate };
}

function reportedOf(entry: FindingsOf, index: number) {
  const { findings, verdict = verdictBy(findings), file = null, claim = null, ticketNumber = null } = entry;
  return { index, verdict, file, claim, ticketNumber, findings };
}

/** The verdict that findings led to, for reports that do not name it. */
export function verdictBy(findings: readonly Finding[]): RecordVerdict {
  const has = (severity: Finding['severity']): boolean => findings.some((each) => each.severity === severity);
  return has('return') ? 'returned' : has('query') ? 'query' : 'accepted';
}

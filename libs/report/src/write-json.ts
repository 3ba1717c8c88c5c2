import type { ArchiveReport, Finding, PrintedRecord, ReportVersions } from '@daiko/inspection-rules';
import type { JudgedBy } from './reported.js';

/**
 * The whole report as one JSON object, a record a line; holds one record at a time. What an agency adds (`submission`) comes
 * last, so that all before it is equal, byte by byte, to what `daiko check` prints of the same archive.
 */
export async function* writeJson(report: {
  readonly versions: ReportVersions | JudgedBy;
  readonly archive: ArchiveReport;
  readonly records: AsyncIterable<PrintedRecord>;
  /** Findings on the archive as a whole (L9); asked for when all records have passed. */
  readonly statistics: () => readonly Finding[];
  readonly notChecked: readonly string[];
  readonly submission?: object;
}): AsyncGenerator<string> {
  const { versions, archive, records, statistics, notChecked, submission } = report;
  yield `{"versions":${JSON.stringify(versions)},\n"archive":${JSON.stringify(archive)},\n"records":[`;
  let separator = '\n';
  for await (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ',\n';
  }
  const added = submission === undefined ? '' : `,\n"submission":${JSON.stringify(submission)}`;
  yield `],\n"statistics":${JSON.stringify(statistics())},\n"notChecked":${JSON.stringify(notChecked)}${added}}\n`;
}

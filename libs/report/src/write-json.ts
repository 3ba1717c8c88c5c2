import { type ArchiveReport, type PrintedRecord, type ReportVersions } from '@daiko/inspection-rules';

/** The whole report as one JSON object, a record a line; holds one record at a time. */
export async function* writeJson(report: {
  readonly versions: ReportVersions;
  readonly archive: ArchiveReport;
  readonly records: AsyncIterable<PrintedRecord>;
  readonly notChecked: readonly string[];
}): AsyncGenerator<string> {
  const { versions, archive, records, notChecked } = report;
  yield `{"versions":${JSON.stringify(versions)},\n"archive":${JSON.stringify(archive)},\n"records":[`;
  let separator = '\n';
  for await (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ',\n';
  }
  yield `],\n"notChecked":${JSON.stringify(notChecked)}}\n`;
}

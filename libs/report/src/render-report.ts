import type { ReportSummary } from './summary.js';
import { writeCsv } from './write-csv.js';
import { writeHtml } from './write-html.js';
import { writeSarif } from './write-sarif.js';

/** Written forms of a summed report beside JSON and PDF: their media type, and how they are written. */
export const reportFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', write: writeCsv },
  html: { mediaType: 'text/html; charset=utf-8', write: writeHtml },
  sarif: { mediaType: 'application/sarif+json; charset=utf-8', write: writeSarif },
} as const satisfies Record<
  string,
  { mediaType: string; write: (summary: ReportSummary) => Iterable<string> }
>;

export type ReportFormat = keyof typeof reportFormats;

/** A summed report in one of its forms, piece by piece. */
export function renderReport(format: ReportFormat, summary: ReportSummary): Iterable<string> {
  return reportFormats[format].write(summary);
}

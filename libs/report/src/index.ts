export type { JudgedBy, ReportedCorrection, ReportedRecord, ReportHeader } from './reported.js';
export { reportFormats, type ReportFormat, renderReport } from './render-report.js';
export {
  compareDefects,
  type Defect,
  type DefectPlace,
  LISTED_RECORDS,
  type ListedRecord,
  PLACES_OF_A_DEFECT,
  type ReportSummary,
  Summing,
} from './summary.js';
export {
  archiveWords,
  itemName,
  openHeading,
  reasonName,
  recordWords,
  severityWords,
  titleOf,
} from './words.js';
export { pdfFontPath, pdfMediaType, writePdf } from './pdf/write-pdf.js';
export { csvCell, csvColumns, writeCsv } from './write-csv.js';
export { escapeHtml, writeHtml } from './write-html.js';
export { writeJson } from './write-json.js';
export { writeSarif } from './write-sarif.js';

export type { JudgedBy, ReportedCorrection, ReportedRecord, ReportHeader } from './reported.js';
export { reportFormats, type ReportFormat, renderReport } from './render-report.js';
export { type Defect, type DefectPlace, type ListedRecord, type ReportSummary, Summing } from './summary.js';
export { archiveWords, itemName, openHeading, recordWords, severityWords, titleOf } from './words.js';
export { pdfFontPath, pdfMediaType, writePdf } from './pdf/write-pdf.js';
export { escapeHtml } from './write-html.js';
export { writeJson } from './write-json.js';

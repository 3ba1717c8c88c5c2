import { readFile } from 'node:fs/promises';
import { type BegunInspection, printedRecord, type RecordReport } from '@daiko/inspection-rules';
import { pdfFontPath, renderReport, type ReportFormat, Summing, writeJson, writePdf } from '@daiko/report';
import type { Output } from './output.js';
import type { Tally } from './tally.js';

/** Writes a report for programs, spreadsheets, browsers or editors; holds one record and what repeats at a time. */
export async function writeForms(
  format: 'json' | 'pdf' | ReportFormat,
  parts: {
    readonly inspection: BegunInspection;
    readonly records: AsyncIterable<RecordReport>;
    readonly tally: Tally;
    readonly output: Output;
  },
): Promise<void> {
  const { inspection, records, tally, output } = parts;
  const { versions, archive, notChecked } = inspection;
  if (format === 'json') {
    const statistics = () => tally.countStatistics(inspection.statistics());
    const report = { versions, archive, records: printing(records), statistics, notChecked };
    for await (const piece of writeJson(report)) await output.write(piece);
    return;
  }
  const summing = new Summing();
  summing.addArchive(archive.findings);
  for await (const record of records) summing.addRecord(record);
  summing.addArchive(tally.countStatistics(inspection.statistics()));
  const { name, verdict } = archive;
  const summary = summing.summary({ name, verdict, versions, notChecked });
  if (format === 'pdf') {
    const font = await readFile(pdfFontPath());
    for await (const piece of writePdf(summary, font)) await output.write(piece);
    return;
  }
  for (const piece of renderReport(format, summary)) await output.write(piece);
}

async function* printing(records: AsyncIterable<RecordReport>) {
  for await (const record of records) yield printedRecord(record);
}

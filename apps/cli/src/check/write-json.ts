import { type BegunInspection, printedRecord } from '@daiko/inspection-rules';
import type { Output } from './output.js';
import type { Tally } from './tally.js';

/** Writes the whole report as one JSON object, a record a line; holds one record at a time. */
export async function writeJson(inspection: BegunInspection, tally: Tally, output: Output): Promise<void> {
  const { versions, archive, notChecked } = inspection;
  tally.countFindings(archive.findings);
  await output.write(
    `{"versions":${JSON.stringify(versions)},\n"archive":${JSON.stringify(archive)},\n"records":[`,
  );
  let separator = '\n';
  for await (const report of inspection.records()) {
    tally.countRecord(report);
    await output.write(separator + JSON.stringify(printedRecord(report)));
    separator = ',\n';
  }
  await output.write(`],\n"notChecked":${JSON.stringify(notChecked)}}\n`);
}

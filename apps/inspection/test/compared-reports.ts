import { MemorySource } from '@daiko/exchange-format';
import { beginInspection, defaultSettings, printedRecord, type RecordReport } from '@daiko/inspection-rules';
import type { MessageData } from '@daiko/contracts';
import { writeJson } from '@daiko/report';
import { waitFor } from '@daiko/testing';
import type { startInspection } from './started-inspection.js';

type Inspection = Awaited<ReturnType<typeof startInspection>>;

async function* printed(records: AsyncIterable<RecordReport>) {
  for await (const record of records) yield printedRecord(record);
}

/** What `daiko check --format json` writes of an archive. */
export async function deskReport(
  zip: Buffer,
  { fileName, agency, date }: { fileName: string; agency: string; date: string },
): Promise<string> {
  const begun = await beginInspection(new MemorySource(zip), { fileName }, defaultSettings(agency), date);
  const { versions, archive, notChecked } = begun;
  const statistics = () => begun.statistics().findings;
  const report = { versions, archive, records: printed(begun.records()), statistics, notChecked };
  const pieces: string[] = [];
  for await (const piece of writeJson(report)) pieces.push(piece);
  return pieces.join('');
}

/** What the service answers, once the archive is judged or refused. */
export async function serviceReport(
  { service }: Inspection,
  message: MessageData<'intake.submission.received.v1'>,
): Promise<string> {
  const { submissionId } = message;
  await service.publish('intake.submission.received.v1', submissionId, message, { source: 'intake' });
  await waitFor(() =>
    [
      ...service.received('inspection.submission.judged.v1'),
      ...service.received('inspection.submission.refused.v1'),
    ].find(({ data }) => data.submissionId === submissionId),
  );
  const operator = await service.testPartner({ kind: 'operator', number: `reader-${submissionId}` });
  const answer = await service.call(`/v1/reports/${submissionId}`, { as: operator });
  if (answer.headers.get('content-type') !== 'application/json; charset=utf-8') {
    throw new Error(`no report: ${answer.status} ${await answer.text()}`);
  }
  return answer.text();
}

/** The part that follows from bytes, settings and date alone. */
export function purePart(report: string): string {
  const end = report.indexOf('],\n"notChecked"');
  if (end < 0) throw new Error(`no report: ${report.slice(0, 300)}`);
  return report.slice(0, end);
}

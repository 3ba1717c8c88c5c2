import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemorySource } from '@daiko/exchange-format';
import { defaultSettings, inspectDesk } from '@daiko/inspection-rules';
import { type SentRow, sentRows } from '@daiko/inspection-rules/corpus';
import { deskReport, purePart, serviceReport } from './compared-reports.js';
import { receivedAs, startInspection } from './started-inspection.js';

/** Whom the corpus is sent to, and the day it is written for. */
const agency = '91399113';
const date = '20261124';
/** Every so many rows; all with DAIKO_WHOLE_CORPUS=1. */
const stride = process.env.DAIKO_WHOLE_CORPUS === '1' ? 1 : 16;

let inspection: Awaited<ReturnType<typeof startInspection>>;

beforeAll(async () => {
  inspection = await startInspection({ agency });
});
afterAll(async () => {
  await inspection.stop();
});

async function answerOf({ fileName, zip, kind, providerNumber }: SentRow): Promise<string> {
  // Rows are of the same five people: what the row before left would be a duplicate.
  const { everything } = inspection.service;
  await everything.query('TRUNCATE inspection.history_record, inspection.claim_history');
  const payload = await inspection.sealWith((sink) => sink(zip));
  const rootName = fileName.replace(/\.zip$/i, '');
  const message = receivedAs({ providerNumber, rootName, kind, recordCount: 5 }, payload, date);
  return serviceReport(inspection, message);
}

describe('the report of the service is, byte by byte, that of daiko check', () => {
  const rows = [...sentRows()].filter((_, at) => at % stride === 0).map((row) => [row.name, row] as const);

  it.each(rows)('%s', async (_name, row) => {
    const { fileName, zip } = row;
    const desk = purePart(await deskReport(zip, { fileName, agency, date }));
    const door = await inspectDesk(new MemorySource(zip), { fileName }, defaultSettings(agency), date);
    if (door.verdict === 'refused') {
      // intake says what its door finds, and inspection never sees it.
      expect(desk).toContain(`"findings":${JSON.stringify(door.findings)}`);
    } else {
      expect(purePart(await answerOf(row))).toBe(desk);
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageData } from '@daiko/contracts';
import { inventRecord } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
import { received, startInspection } from './started-inspection.js';

type Published = MessageData<'billing.tickets.published.v1'>;
type Ticket = Published['tickets'][number];

const free = { code: '1', amountYen: null, rate: null, limitYen: null } as const;
const ticketOf = (ticketNumber: string): Ticket => ({
  ...{ ticketNumber, holderDigest: 'A'.repeat(22), expiry: '20270331', state: 'valid', successor: null },
  ...{ basic: free, detail: free, other: free, dock: free, guidance: free },
});

describe('copies of the masters of an insurer', () => {
  let inspection: Awaited<ReturnType<typeof startInspection>>;
  beforeAll(async () => {
    inspection = await startInspection();
  });
  afterAll(() => inspection.stop());

  /** Parts of a master, one ticket each. */
  const partsOf = (insurerNumber: string, version: number, numbers: string[]): Published[] => {
    const importId = randomUUID();
    return numbers.map((number, partIndex) => ({
      ...{ importId, insurerNumber, version, sha256: 'a'.repeat(64), importedAt: new Date().toISOString() },
      ...{ partIndex, partCount: numbers.length, tickets: [ticketOf(number)] },
    }));
  };
  const send = async (part: Published | undefined, deliveries = 1): Promise<void> => {
    if (part === undefined) throw new Error('no such part');
    await inspection.service.publish('billing.tickets.published.v1', part.importId, part, {
      deliveries,
      source: 'billing',
    });
  };
  const state = async (insurer: string) =>
    inspection.service.database.query<{ version: number; holds: boolean; parts: number; rows: number }>(
      `SELECT version, switched_epoch IS NOT NULL AND superseded_epoch IS NULL AS holds,
         (SELECT count(*)::int FROM master_part p WHERE p.import_id = v.import_id) AS parts,
         (SELECT count(*)::int FROM master_ticket t WHERE t.import_id = v.import_id) AS rows
       FROM master_version v WHERE insurer_number = $1 ORDER BY version`,
      [insurer],
    );
  const untilStateIs = (insurer: string, wanted: Awaited<ReturnType<typeof state>>) =>
    waitFor(async () => JSON.stringify(await state(insurer)) === JSON.stringify(wanted), {
      describe: () => `not yet ${JSON.stringify(wanted)}`,
    });

  it('hold when the last part is there, in any order and however often the parts come', async () => {
    const insurer = '06010011';
    const [first, second, third] = partsOf(insurer, 1, ['26100000001', '26100000002', '26100000003']);
    await send(third, 2);
    await send(first, 2);
    await untilStateIs(insurer, [{ version: 1, holds: false, parts: 2, rows: 2 }]);
    await send(second, 3);
    await send(first);
    await untilStateIs(insurer, [{ version: 1, holds: true, parts: 3, rows: 3 }]);
  });

  it('give way to a newer version, and an older one that is whole too late is never used', async () => {
    const insurer = '06010029';
    const old = partsOf(insurer, 1, ['26100000001', '26100000002']);
    const late = partsOf(insurer, 2, ['26100000003', '26100000004']);
    const newest = partsOf(insurer, 3, ['26100000005']);
    for (const part of old) await send(part);
    await send(late[0]);
    await untilStateIs(insurer, [
      { version: 1, holds: true, parts: 2, rows: 2 },
      { version: 2, holds: false, parts: 1, rows: 1 },
    ]);
    await send(newest[0]);
    await send(late[1]);
    await untilStateIs(insurer, [
      { version: 1, holds: false, parts: 2, rows: 0 },
      { version: 2, holds: false, parts: 2, rows: 0 },
      { version: 3, holds: true, parts: 1, rows: 1 },
    ]);
  });

  it('judge the records of submissions planned from then on: a ticket that was not issued, one of somebody else', async () => {
    const plan = inspection.plan(9);
    const tickets = plan.records.map((record) => inventRecord(plan, record).record.claim);
    const insurer = tickets[0]!.subject.insurerNumber;
    const own = tickets.filter(({ subject }) => subject.insurerNumber === insurer);
    const known = own[0]!.ticketNumber!;
    const judge = async (sequence: number) => {
      const handed = inspection.plan(9, [], sequence);
      const message = received(handed, await inspection.seal(handed));
      await inspection.service.publish('intake.submission.received.v1', message.submissionId, message, {
        source: 'intake',
      });
      const ofIt = <T extends { data: { submissionId: string } }>(all: T[]) =>
        all.filter(({ data }) => data.submissionId === message.submissionId);
      await waitFor(() => ofIt(inspection.service.received('inspection.submission.judged.v1'))[0]);
      return ofIt(inspection.service.received('inspection.chunk.inspected.v1')).flatMap(
        ({ data }) => data.records,
      );
    };
    expect((await judge(1)).map(({ verdict }) => verdict)).toEqual(Array(9).fill('accepted'));
    const [first, second] = partsOf(insurer, 1, [known, '26199999999']);
    await send(first);
    await untilStateIs(insurer, [{ version: 1, holds: false, parts: 1, rows: 1 }]);
    await send(second);
    await untilStateIs(insurer, [{ version: 1, holds: true, parts: 2, rows: 2 }]);
    const records = await judge(0);
    const ofInsurer = records.filter((record) => record.insurerNumber === insurer);
    expect(ofInsurer.length).toBe(own.length);
    for (const { ticketNumber, verdict, returnReason, findings } of ofInsurer) {
      expect([verdict, returnReason]).toEqual(['returned', '05']);
      const rule = ticketNumber === known ? 'T011' : 'T010';
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    }
    for (const { insurerNumber, verdict } of records) {
      if (insurerNumber !== insurer) expect(verdict).toBe('accepted');
    }
  });
});

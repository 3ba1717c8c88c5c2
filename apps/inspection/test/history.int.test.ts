import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate } from '@daiko/exchange-format';
import { inventWorld, planArchive } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
import { enterHistory, type NewHistoryRow, setHistoryState } from '../src/history/history.store.js';
import { received, startInspection } from './started-inspection.js';

let inspection: Awaited<ReturnType<typeof startInspection>>;

beforeAll(async () => {
  inspection = await startInspection();
});
afterAll(async () => {
  await inspection.stop();
});

const world = inventWorld({
  seed: 5,
  providers: 2,
  insurers: 3,
  agencyNumber: '91399998',
  date: calendarDate('20261120'),
});

/** Guidance of the same people with the same tickets, at one stage. */
const courses = (stage: 'first' | 'evaluated' | 'ended', sequence: number) =>
  planArchive(world, {
    provider: world.providers[0]!,
    kind: 'guidance',
    recordCount: 6,
    sequence,
    stages: [stage],
    seed: 77,
  });

async function hand(plan: ReturnType<typeof courses>, deliveries = 1): Promise<string> {
  const message = received(plan, await inspection.seal(plan));
  await inspection.service.publish('intake.submission.received.v1', message.submissionId, message, {
    deliveries,
    source: 'intake',
  });
  return message.submissionId;
}

const judgedOf = (id: string) =>
  waitFor(
    () =>
      inspection.service
        .received('inspection.submission.judged.v1')
        .find(({ data }) => data.submissionId === id)?.data,
  );
const recordsOf = (id: string) =>
  inspection.service
    .received('inspection.chunk.inspected.v1')
    .filter(({ data }) => data.submissionId === id)
    .flatMap(({ data }) => data.records);
const rulesOf = (id: string) =>
  recordsOf(id).flatMap(({ findings }) =>
    findings.filter(({ level }) => level === 8).map(({ rule }) => rule),
  );

describe('the history of records', () => {
  it('takes the end and the early end of one course from two submissions at once only once', async () => {
    const ids = await Promise.all([hand(courses('evaluated', 0), 2), hand(courses('ended', 1), 2)]);
    await Promise.all(ids.map(judgedOf));
    const [ended, early] = ids.map(recordsOf);
    const states = (records: typeof ended) =>
      new Map(records?.map(({ ticketNumber, verdict }) => [ticketNumber, verdict]));
    const ofEarly = states(early);
    for (const [ticket, verdict] of states(ended)) {
      const both = [verdict, ofEarly.get(ticket)].filter((each) => each === 'returned');
      expect([ticket, both]).toEqual([ticket, ['returned']]);
    }
    expect(ids.flatMap(rulesOf)).toContain('H009');
  });

  it('lets one of two transactions take the place of a person, and keeps no name', async () => {
    const row = (index: number): NewHistoryRow => ({
      submissionId: '01930000-0000-7000-8000-000000000001',
      index,
      personDigest: Buffer.alloc(16, 1),
      personPlace: 1,
      nameDigest: null,
      contentDigest: randomBytes(16),
      isGuidance: false,
      insurerNumber: '06139992',
      institutionNumber: '1310000011',
      ticketNumber: null,
      programme: '010',
      serviceDate: null,
      checkupDate: null,
      timing: '',
      level: '',
      unitYen: 1,
      calculatedYen: null,
      claimYen: 1,
      state: 'accepted',
      receivedOn: '20261120' as NewHistoryRow['receivedOn'],
      leaf: null,
      leafKeyId: null,
      replaces: null,
    });
    const { database } = inspection.service;
    const entered = await Promise.all(
      [0, 1].map((index) => database.transaction((tx) => enterHistory(tx, [row(index)], new Date()))),
    );
    expect(entered.sort()).toEqual([0, 1]);
    const rows = await database.query(`SELECT to_jsonb(h) AS row FROM history_record h`);
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/[ァ-ヶー]{3,}/);
  });

  it('links what is claimed again with the record that came back, and a withdrawn claim blocks nothing', async () => {
    const plan = inspection.plan(5, [], 6);
    const first = await hand(plan);
    expect(await judgedOf(first)).toMatchObject({ acceptedCount: 5 });
    const { database } = inspection.service;
    await setHistoryState(database, first, 0, 'returned', new Date());
    await database.query(`DELETE FROM claim_history WHERE submission_id = $1 AND record_index = 0`, [first]);
    const again = await hand(plan);
    expect(await judgedOf(again)).toMatchObject({ acceptedCount: 1, returnedCount: 4 });
    expect(rulesOf(again).sort()).toEqual(['H001', 'H001', 'H001', 'H001', 'H007']);
    const rows = await database.query(
      `SELECT record_index AS index, replaces_submission_id AS earlier FROM history_record
       WHERE submission_id = $1 AND replaces_submission_id IS NOT NULL`,
      [again],
    );
    expect(rows).toEqual([{ index: 0, earlier: first }]);
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-7' });
    const corrections = async (id: string) => {
      const answer = await inspection.service.call(`/v1/reports/${id}`, { as: operator });
      return ((await answer.json()) as { submission: { corrections: object[] } }).submission.corrections;
    };
    const link = (submissionId: string) => ({ submissionId, receiptNumber: '20261120-0000001-A', index: 0 });
    expect(await corrections(again)).toEqual([{ index: 0, corrects: link(first), correctedBy: null }]);
    expect(await corrections(first)).toEqual([{ index: 0, corrects: null, correctedBy: link(again) }]);
  });

  it('takes a held record that is tried again for no repetition of its own', async () => {
    const id = await hand(inspection.plan(4, [], 8));
    expect(await judgedOf(id)).toMatchObject({ acceptedCount: 4 });
    const { everything, received: seen } = inspection.service;
    const of = `submission_id = '${id}' AND record_index = 2`;
    await everything.query(`DELETE FROM inspection.history_record WHERE ${of}`);
    await everything.query(`DELETE FROM inspection.claim_history WHERE ${of}`);
    await everything.query(`UPDATE inspection.record SET verdict = 'held', judged = '{}' WHERE ${of}`);
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-9' });
    const answer = await inspection.service.call('/v1/held/retry', { as: operator, method: 'POST' });
    expect(await answer.json()).toMatchObject({ retried: 1, stillHeld: 0 });
    const decided = await waitFor(() =>
      seen('inspection.records.decided.v1').find(({ data }) => data.submissionId === id),
    );
    expect(decided.data.records).toMatchObject([{ index: 2, verdict: 'accepted' }]);
    const rows = await inspection.service.database.query(`SELECT 1 FROM history_record WHERE ${of}`);
    expect(rows).toHaveLength(1);
  });
});

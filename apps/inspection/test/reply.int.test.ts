import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InspectedRecord, type MessageData } from '@daiko/contracts';
import { MemorySource } from '@daiko/exchange-format';
import { answerBundle, type BundleAnswer } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
import { v7 as uuidv7 } from 'uuid';
import { agencyNumber, date, received, startInspection } from './started-inspection.js';

let inspection: Awaited<ReturnType<typeof startInspection>>;
beforeAll(async () => {
  inspection = await startInspection();
});
afterAll(() => inspection.stop());

type Plan = ReturnType<typeof inspection.plan>;

/** A plan whose records are all of one insurer, and its number. */
function ofOneInsurer(plan: Plan): { plan: Plan; insurerNumber: string } {
  const insurer = plan.world.insurers[0]!;
  return { plan: { ...plan, world: { ...plan.world, insurers: [insurer] } }, insurerNumber: insurer.number };
}

/** Hands in a provider's archive; its records as they were judged. */
async function judgedSubmission(plan: Plan): Promise<{ id: string; records: InspectedRecord[] }> {
  const message = received(plan, await inspection.seal(plan));
  const id = message.submissionId;
  await inspection.service.publish('intake.submission.received.v1', id, message, { source: 'intake' });
  await waitFor(() =>
    inspection.service
      .received('inspection.submission.judged.v1')
      .find(({ data }) => data.submissionId === id),
  );
  const chunks = inspection.service.received('inspection.chunk.inspected.v1').map(({ data }) => data);
  return {
    id,
    records: chunks.filter(({ submissionId }) => submissionId === id).flatMap(({ records }) => records),
  };
}

/** Hands in what an insurer sends about the records of a plan; what inspection says of it. */
async function reply(
  plan: Plan,
  insurerNumber: string,
  more: Pick<BundleAnswer, 'exchange'> & Partial<BundleAnswer>,
) {
  const parties = { insurer: insurerNumber, agency: agencyNumber };
  const answer = { date, sequence: 0, seed: 1, recordCount: 99, reasonCode: '06', parties, ...more };
  const replyId = uuidv7();
  let rootName = '';
  const payload = await inspection.sealWith(async (sink) => {
    ({ rootName } = await answerBundle(new MemorySource(await inspection.bytes(plan)), answer, sink));
  });
  const { receiptNumber, partnerId, kind, receivedAt, inspectionDate, settingsVersion, channel } = received(
    plan,
    payload,
  );
  const { sha256, sizeBytes } = payload;
  const facts = { receiptNumber, partnerId, kind, receivedAt, inspectionDate, settingsVersion, channel };
  const data: MessageData<'intake.reply.received.v1'> = {
    ...{ replyId, insurerNumber, rootName, sha256, sizeBytes, recordCount: plan.records.length, payload },
    ...facts,
  };
  await inspection.service.publish('intake.reply.received.v1', replyId, data, {
    deliveries: 2,
    source: 'intake',
  });
  const found = await waitFor(() =>
    inspection.service
      .received('inspection.reply.judged.v1')
      .find((message) => message.data.replyId === replyId),
  );
  return found.data;
}

// What insurers send is judged by its form at once; answers to queries take effect, each for what was asked.
describe('archives of insurers', () => {
  it('judges a return and names reason, yen and places of each pair', async () => {
    const { plan, insurerNumber } = ofOneInsurer(inspection.plan(4, [], 0));
    const judged = await reply(plan, insurerNumber, { exchange: '5' });
    expect(judged).toMatchObject({ verdict: 'accepted', interactionType: '5', partCount: 1 });
    expect(judged.records).toHaveLength(4);
    for (const { isTaken, returnReason, claimYen, claimFile } of judged.records) {
      expect([isTaken, returnReason]).toEqual([true, '06']);
      expect(claimYen).toBeGreaterThan(0);
      expect(claimFile?.name).toMatch(/^c\d{26}\.xml$/);
    }
  });

  it('does not take a return without a reason', async () => {
    const { plan, insurerNumber } = ofOneInsurer(inspection.plan(2, [], 1));
    const judged = await reply(plan, insurerNumber, { exchange: '4', reasonCode: null });
    expect(judged.records.map(({ isTaken, findings }) => [isTaken, findings[0]?.rule])).toEqual([
      [false, 'R001'],
      [false, 'R001'],
    ]);
  });

  it('does not take the record of another insurer', async () => {
    const judged = await reply(ofOneInsurer(inspection.plan(2, [], 5)).plan, '06999981', { exchange: '4' });
    expect(judged.records.map(({ isTaken, findings }) => [isTaken, findings[0]?.rule])).toEqual([
      [false, 'R010'],
      [false, 'R010'],
    ]);
  });

  it('puts what was not taken, by itself or by routing, into a queue until a clerk has seen to it', async () => {
    const plan = inspection.plan(2, [], 4);
    const { replyId } = await reply(plan, '06999981', { exchange: '4', reasonCode: null });
    const mark = {
      level: 8,
      severity: 'query',
      returnReason: '09',
      file: null,
      line: null,
      xpath: null,
    } as const;
    const data: MessageData<'routing.records.sent-back.v1'> = {
      ...{ replyId: uuidv7(), insurerNumber: '06999981', interactionType: '4', partIndex: 0 },
      sentBackAt: new Date().toISOString(),
      records: [{ index: 7, original: null, findings: [{ ...mark, rule: 'R004', item: null }] }],
    };
    await inspection.service.publish('routing.records.sent-back.v1', data.replyId, data, {
      deliveries: 2,
      source: 'routing',
    });
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-4' });
    const open = async () => {
      const answer = await inspection.service.call('/v1/reply-queries', { as: operator });
      const { replies } = (await answer.json()) as {
        replies: { replyId: string; index: number; findings: { rule: string }[] }[];
      };
      return replies
        .filter((each) => [replyId, data.replyId].includes(each.replyId))
        .map(({ index, findings }) => `${index} ${findings[0]?.rule}`);
    };
    await waitFor(async () => (await open()).length === 3);
    expect((await open()).sort()).toEqual(['0 R001', '1 R001', '7 R004']);
    const close = async (id: string, index: number) =>
      (
        await inspection.service.call(`/v1/reply-queries/${id}/${index}/close`, {
          as: operator,
          method: 'POST',
        })
      ).status;
    expect([await close(data.replyId, 7), await close(data.replyId, 7)]).toEqual([200, 404]);
    expect((await open()).sort()).toEqual(['0 R001', '1 R001']);
  });

  it('takes answers to what was asked, by its insurer and once', async () => {
    const plan = inspection.plan(3, [{ name: 'value-implausible' }], 2);
    const { id, records } = await judgedSubmission(plan);
    const { index, insurerNumber } = records.find(({ verdict }) => verdict === 'query')!;
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-1' });
    const asked = await inspection.service.call(`/v1/queries/${id}/${index}/question`, {
      as: operator,
      method: 'POST',
      json: {},
    });
    expect(asked.status).toBe(201);
    const takenOf = async (insurer: string) =>
      (await reply(plan, insurer, { exchange: '11' })).records.filter(({ isTaken }) => isTaken).length;
    expect(await takenOf('06999981')).toBe(0);
    expect(await takenOf(insurerNumber!)).toBe(1);
    expect(await takenOf(insurerNumber!)).toBe(0);
    const decided = inspection.service.received('inspection.records.decided.v1').map(({ data }) => data);
    expect(decided.filter(({ submissionId }) => submissionId === id)).toMatchObject([
      {
        cause: 'query-answered',
        records: [{ index, verdict: 'returned', returnReason: '06', returnedBy: 'insurer' }],
      },
    ]);
  });

  it('lets a provider claim again what an insurer sent back', async () => {
    const plan = inspection.plan(2, [], 3);
    const { id } = await judgedSubmission(plan);
    const original = { submissionId: id, index: 0, providerNumber: plan.provider.number, claimYen: 1 };
    const data: MessageData<'routing.records.sent-back.v1'> = {
      ...{ replyId: uuidv7(), insurerNumber: '06139992', interactionType: '4', partIndex: 0 },
      sentBackAt: new Date().toISOString(),
      records: [{ index: 0, original, findings: [] }],
    };
    const held = async () =>
      (await inspection.service.database.query(`SELECT 1 FROM claim_history WHERE submission_id = $1`, [id]))
        .length;
    expect(await held()).toBe(2);
    await inspection.service.publish('routing.records.sent-back.v1', data.replyId, data, {
      source: 'routing',
    });
    await waitFor(async () => (await held()) === 1);
    const again = await judgedSubmission(plan);
    expect(again.records.map(({ verdict }) => verdict).sort()).toEqual(['accepted', 'returned']);
  });
});

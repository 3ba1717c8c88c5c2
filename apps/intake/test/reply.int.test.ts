import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageData, RecordCountsPage } from '@daiko/contracts';
import { MemorySource } from '@daiko/exchange-format';
import { answerBundle } from '@daiko/synthetic';
import { type TestPartner, waitFor } from '@daiko/testing';
import { agencyNumber, anArchive, startIntake, today } from './intake-stage.js';

const insurerNumber = '06139992';
let stage: Awaited<ReturnType<typeof startIntake>>;
let insurer: TestPartner;
beforeAll(async () => {
  stage = await startIntake();
  insurer = await stage.intake.testPartner({ kind: 'insurer', number: insurerNumber });
});
afterAll(() => stage.stop());

/** A return (種別 4) of three records. */
async function aReturn(sequence: number) {
  const { bytes } = await anArchive({ recordCount: 3, sequence });
  const chunks: Uint8Array[] = [];
  const { fileName } = await answerBundle(
    new MemorySource(bytes),
    {
      exchange: '4',
      date: today,
      sequence,
      seed: 1,
      recordCount: 3,
      parties: { insurer: insurerNumber, agency: agencyNumber },
    },
    async (chunk) => void chunks.push(Uint8Array.from(chunk)),
  );
  return { fileName, bytes: Buffer.concat(chunks) };
}

const finding = {
  rule: 'R004',
  level: 8,
  severity: 'query',
  returnReason: '09',
  file: null,
  line: null,
  xpath: null,
  item: null,
} as const;

// An insurer's returns come through the same door, with a receipt; they are no new records, and each is told what became of it.
describe('archives of insurers', () => {
  it('are received, announced apart, and followed pair by pair to their end', async () => {
    const archive = await aReturn(0);
    const sent = await stage.send(archive, {}, insurer);
    expect(sent.status).toBe(201);
    const { receiptNumber } = (await sent.json()) as { receiptNumber: string };
    const { data } = await waitFor(() => stage.intake.received('intake.reply.received.v1')[0]);
    expect(data).toMatchObject({ receiptNumber, insurerNumber, recordCount: 3, kind: 'checkup' });
    expect(stage.intake.received('intake.submission.received.v1')).toEqual([]);
    const { replyId, rootName, payload } = data;

    const base = { replyId, insurerNumber, kind: 'checkup', rootName, payload } as const;
    const pair = (index: number, isTaken: boolean) => ({
      ...{ index, isTaken, returnReason: '06', claimYen: 1, result: null, claimFile: null },
      findings: isTaken ? [] : [{ ...finding, rule: 'R002' }],
    });
    const judged: MessageData<'inspection.reply.judged.v1'> = {
      ...{ ...base, interactionType: '4', verdict: 'accepted', partIndex: 0, partCount: 1, findings: [] },
      records: [pair(0, true), pair(1, false), pair(2, true)],
    };
    await stage.intake.publish('inspection.reply.judged.v1', replyId, judged, {
      deliveries: 2,
      source: 'inspection',
    });
    const original = { submissionId: replyId, index: 0, providerNumber: '1310000011', claimYen: 1 };
    const back: MessageData<'routing.records.sent-back.v1'> = {
      ...{ replyId, insurerNumber, interactionType: '4', sentBackAt: new Date().toISOString(), partIndex: 0 },
      records: [
        { index: 0, original, findings: [] },
        { index: 2, original: null, findings: [finding] },
      ],
    };
    await stage.intake.publish('routing.records.sent-back.v1', replyId, back, {
      deliveries: 2,
      source: 'routing',
    });
    const view = await waitFor(async () => {
      const answer = await stage.intake.call(`/v1/submissions/${receiptNumber}`, { as: insurer });
      const body = (await answer.json()) as { state: string; counts: object; findings: { rule: string }[] };
      return body.state === 'judged' ? body : null;
    });
    expect(view.counts).toMatchObject({ records: 3, accepted: 1, returned: 2, pending: 0 });
    expect(view.findings.map(({ rule }) => rule).sort()).toEqual(['R002', 'R004']);
    expect((await stage.intake.call(`/v1/receipts/${receiptNumber}`, { as: insurer })).status).toBe(200);
  });

  it('bring no records into the ledger', async () => {
    const operator = await stage.intake.testPartner({ kind: 'operator', number: 'operator' });
    const answer = await stage.intake.call('/v1/record-counts', { as: operator });
    expect(((await answer.json()) as RecordCountsPage).counts).toEqual([]);
  });

  it('are taken from the insurer that the name says, and from nobody else', async () => {
    const archive = await aReturn(1);
    const stranger = await stage.intake.testPartner({ kind: 'insurer', number: '06999981' });
    for (const as of [stranger, stage.sender]) {
      const refused = await stage.send(archive, {}, as);
      expect(refused.status).toBe(422);
      expect(((await refused.json()) as { findings: { rule: string }[] }).findings[0]?.rule).toBe('A012');
    }
    expect((await stage.send(await anArchive({ sequence: 2 }), {}, insurer)).status).toBe(422);
  });
});

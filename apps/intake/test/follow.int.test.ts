import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FindingMark, InspectedRecord, MessageData } from '@daiko/contracts';
import { waitFor } from '@daiko/testing';
import { v7 as uuidv7 } from 'uuid';
import { anArchive, provider, startIntake } from './intake-stage.js';

// Purpose: what inspection says arrives twice, late and out of order, and the sender still sees the one truth.

let stage: Awaited<ReturnType<typeof startIntake>>;
beforeAll(async () => {
  stage = await startIntake();
});
afterAll(() => stage.stop());

const mark = (rule: string, more: Partial<FindingMark> = {}): FindingMark => ({
  rule,
  level: 6,
  severity: 'return',
  returnReason: '02',
  file: 'DATA/h.xml',
  line: 12,
  xpath: '/x',
  item: '9N001000000000001',
  ...more,
});

const record = (
  index: number,
  verdict: InspectedRecord['verdict'],
  findings: FindingMark[] = [],
): InspectedRecord => ({
  index,
  verdict,
  findings,
  returnReason: verdict === 'returned' ? '02' : null,
  returnText: null,
  isReadable: true,
  insurerNumber: null,
  ticketNumber: null,
  serviceDate: null,
  claim: null,
  result: null,
  claimFile: null,
});

let sequence = 0;
async function aSubmission(recordCount: number) {
  const archive = await anArchive({ recordCount, sequence, seed: 100 + sequence });
  sequence += 1;
  const response = await stage.send(archive);
  const { receiptNumber } = (await response.json()) as { receiptNumber: string };
  const [row] = await stage.intake.database.query<{ id: string }>(
    'SELECT submission_id AS id FROM submission WHERE receipt_number = $1',
    [receiptNumber],
  );
  return { receiptNumber, submissionId: row!.id };
}

interface View {
  state: string;
  claimYen: number | null;
  counts: Record<string, number>;
  findings: { rule: string; recordIndex: number | null; title: { ja: string } }[];
  findingsNext: number | null;
}

async function view(receiptNumber: string, query = ''): Promise<View> {
  return (
    await stage.intake.call(`/v1/submissions/${receiptNumber}${query}`, { as: stage.sender })
  ).json() as Promise<View>;
}

const chunk = (
  submissionId: string,
  chunkIndex: number,
  records: InspectedRecord[],
): MessageData<'inspection.chunk.inspected.v1'> => ({
  submissionId,
  providerNumber: provider.number,
  kind: 'checkup',
  chunkIndex,
  inspectedAt: '2026-11-24T03:01:00Z',
  records,
});

const decision = (
  submissionId: string,
  records: InspectedRecord[],
): MessageData<'inspection.records.decided.v1'> => ({
  submissionId,
  providerNumber: provider.number,
  kind: 'checkup',
  decisionId: uuidv7(),
  cause: 'query-decided',
  records,
});

describe('messages of inspection', () => {
  it('lead from received over inspecting to judged, with counts and findings', async () => {
    const { intake } = stage;
    const { receiptNumber, submissionId } = await aSubmission(5);
    expect(await view(receiptNumber)).toMatchObject({
      state: 'received',
      claimYen: null,
      counts: { records: 5, pending: 5 },
    });
    await intake.publish(
      'inspection.submission.counted.v1',
      submissionId,
      {
        submissionId,
        recordCount: 5,
        unitYen: 50_000,
        copaymentYen: 0,
        otherProgramYen: 0,
        claimYen: 50_000,
      },
      { deliveries: 2 },
    );
    const first = chunk(submissionId, 0, [
      record(0, 'accepted', [mark('V015', { severity: 'warning', returnReason: null })]),
      record(1, 'returned', [mark('M001'), mark('K003', { level: 5 })]),
      record(2, 'query', [mark('V001', { severity: 'query' })]),
    ]);
    await intake.publish('inspection.chunk.inspected.v1', submissionId, first, { deliveries: 3 });
    await intake.publish('inspection.chunk.inspected.v1', submissionId, first);
    await intake.publish(
      'inspection.chunk.inspected.v1',
      submissionId,
      chunk(submissionId, 1, [record(3, 'held'), record(4, 'accepted')]),
    );
    const inspecting = await waitFor(async () => {
      const seen = await view(receiptNumber);
      return seen.counts.pending === 0 && seen.claimYen !== null ? seen : null;
    });
    expect(inspecting).toMatchObject({
      state: 'inspecting',
      claimYen: 50_000,
      counts: { records: 5, accepted: 2, returned: 1, query: 1, held: 1, refused: 0, pending: 0 },
    });
    expect(inspecting.findings.map(({ rule, recordIndex }) => [rule, recordIndex])).toEqual([
      ['K003', 1],
      ['M001', 1],
      ['V001', 2],
      ['V015', 0],
    ]);
    expect(inspecting.findings.every(({ title }) => title.ja.length > 0)).toBe(true);
    await intake.publish('inspection.submission.judged.v1', submissionId, {
      submissionId,
      chunkCount: 2,
      recordCount: 5,
      recordHashSum: '1',
      acceptedCount: 2,
      queryCount: 1,
      returnedCount: 1,
      heldCount: 1,
    });
    await waitFor(async () => (await view(receiptNumber)).state === 'judged');
    await intake.publish(
      'inspection.records.decided.v1',
      submissionId,
      decision(submissionId, [record(2, 'returned', [mark('V002')]), record(3, 'accepted')]),
    );
    const decided = await waitFor(async () => {
      const seen = await view(receiptNumber);
      return seen.counts.query === 0 ? seen : null;
    });
    expect(decided.counts).toEqual({
      records: 5,
      accepted: 3,
      returned: 2,
      query: 0,
      held: 0,
      refused: 0,
      pending: 0,
    });
    expect(decided.findings.map(({ rule }) => rule)).toEqual(['K003', 'M001', 'V002', 'V015']);
  });

  it('keep a decision that comes before its chunk, and the later of two decisions', async () => {
    const { intake } = stage;
    const { receiptNumber, submissionId } = await aSubmission(2);
    await intake.publish(
      'inspection.records.decided.v1',
      submissionId,
      decision(submissionId, [record(0, 'returned', [mark('M001')])]),
    );
    await waitFor(async () => (await view(receiptNumber)).counts.returned === 1);
    await intake.publish(
      'inspection.chunk.inspected.v1',
      submissionId,
      chunk(submissionId, 0, [record(0, 'query', [mark('V001')]), record(1, 'accepted')]),
    );
    const seen = await waitFor(async () => {
      const state = await view(receiptNumber);
      return state.counts.pending === 0 ? state : null;
    });
    expect(seen.counts).toMatchObject({ accepted: 1, returned: 1, query: 0 });
    expect(seen.findings.map(({ rule }) => rule)).toEqual(['M001']);
  });

  it('end a refused submission, free its root name and page its findings', async () => {
    const { intake, send } = stage;
    const { receiptNumber, submissionId } = await aSubmission(2);
    const usedSequence = sequence - 1;
    const findings = Array.from({ length: 30 }, (_, line) =>
      mark('S002', { level: 3, severity: 'refuse', line: line + 1 }),
    );
    await intake.publish(
      'inspection.submission.refused.v1',
      submissionId,
      { submissionId, recordCount: 2, findings },
      { deliveries: 2 },
    );
    await waitFor(async () => (await view(receiptNumber)).state === 'refused');
    const first = await view(receiptNumber, '?findingsLimit=20');
    expect(first).toMatchObject({ counts: { refused: 2, pending: 0 }, findingsNext: 20 });
    const rest = await view(receiptNumber, '?findingsLimit=20&findingsAfter=20');
    expect([rest.findings.length, rest.findingsNext]).toEqual([10, null]);
    const again = await send(await anArchive({ recordCount: 2, sequence: usedSequence, seed: 999 }));
    expect(again.status).toBe(201);
  });

  it('put the latest checkpoint of audit into the next receipt', async () => {
    const { intake } = stage;
    const rootHash = 'ab'.repeat(32);
    const checkpoint = (treeSize: number) => ({
      treeSize,
      rootHash,
      signedAt: '2026-11-24T03:00:00.000Z',
      jws: `jws-${treeSize}`,
    });
    await intake.publish('audit.checkpoint.signed.v1', 'audit', checkpoint(20));
    await waitFor(async () => (await intake.database.query('SELECT 1 FROM checkpoint')).length === 1);
    await intake.publish('audit.checkpoint.signed.v1', 'audit', checkpoint(10));
    const { receiptNumber } = await aSubmission(1);
    const jws = await (await intake.call(`/v1/receipts/${receiptNumber}`, { as: stage.sender })).text();
    const claims = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as {
      checkpoint: unknown;
    };
    expect(claims.checkpoint).toEqual(checkpoint(20));
  });

  it('about a submission that is not ours become dead letters', async () => {
    const { intake } = stage;
    const submissionId = uuidv7();
    await intake.publish('inspection.submission.counted.v1', submissionId, {
      submissionId,
      recordCount: 1,
      unitYen: 1,
      copaymentYen: 0,
      otherProgramYen: 0,
      claimYen: 1,
    });
    const [letter] = await waitFor(async () => {
      const rows = await intake.database.query<{ reason: string }>(
        'SELECT reason FROM dead_letter WHERE subject = $1',
        [submissionId],
      );
      return rows.length > 0 ? rows : null;
    });
    expect(letter?.reason).toBe('intake.submission-unknown');
  });

  it('of an archive that was returned as a whole return all of it, also what comes late or was decided before', async () => {
    const { intake } = stage;
    const { receiptNumber, submissionId } = await aSubmission(4);
    const { publish } = intake;
    const early = chunk(submissionId, 0, [record(0, 'accepted'), record(1, 'query'), record(2, 'held')]);
    await publish('inspection.chunk.inspected.v1', submissionId, early);
    const returned = { returnReason: '03', returnText: '質問票の変換を確認してください' };
    const judged = {
      ...{ submissionId, chunkCount: 2, recordCount: 4, recordHashSum: '0' },
      ...{ acceptedCount: 0, queryCount: 0, returnedCount: 4, heldCount: 0, returned },
    };
    await publish('inspection.submission.judged.v1', submissionId, judged, { deliveries: 2 });
    await waitFor(async () => (await view(receiptNumber)).state === 'judged');
    await publish(
      'inspection.records.decided.v1',
      submissionId,
      decision(submissionId, [record(1, 'accepted')]),
    );
    await publish(
      'inspection.chunk.inspected.v1',
      submissionId,
      chunk(submissionId, 1, [record(3, 'accepted')]),
    );
    const seen = await waitFor(async () => {
      const now = await view(receiptNumber);
      return now.counts.pending === 0 ? now : null;
    });
    expect(seen).toMatchObject({
      state: 'judged',
      returned: { returnReason: '03', reason: returned.returnText },
      counts: { records: 4, accepted: 0, returned: 4, query: 0, held: 0 },
    });
  });
});

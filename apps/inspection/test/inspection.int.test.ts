import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordHash, type RecordCountsPage } from '@daiko/contracts';
import { waitFor } from '@daiko/testing';
import { received, startInspection } from './started-inspection.js';

let inspection: Awaited<ReturnType<typeof startInspection>>;

beforeAll(async () => {
  inspection = await startInspection();
});
afterAll(async () => {
  await inspection.stop();
});

const judgedOf = (submissionId: string) =>
  inspection.service
    .received('inspection.submission.judged.v1')
    .find(({ data }) => data.submissionId === submissionId)?.data;

const inspectedOf = (submissionId: string) =>
  inspection.service
    .received('inspection.chunk.inspected.v1')
    .filter(({ data }) => data.submissionId === submissionId)
    .flatMap(({ data }) => data.records);

async function hand(plan: ReturnType<typeof inspection.plan>, deliveries = 1): Promise<string> {
  const message = received(plan, await inspection.seal(plan));
  await inspection.service.publish('intake.submission.received.v1', message.submissionId, message, {
    deliveries,
    source: 'intake',
  });
  return message.submissionId;
}

describe('inspection of a received archive', () => {
  it('judges every record once, in chunks, and says when it is done', async () => {
    const id = await hand(
      inspection.plan(11, [{ name: 'claim-amount-wrong' }, { name: 'value-implausible' }]),
      2,
    );
    const judged = await waitFor(() => judgedOf(id));
    expect(judged).toMatchObject({
      chunkCount: 3,
      recordCount: 11,
      acceptedCount: 9,
      returnedCount: 1,
      queryCount: 1,
      heldCount: 0,
    });
    const records = inspectedOf(id);
    expect(records.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 11 }, (_, i) => i),
    );
    const sum = records.reduce((total, { index }) => total + recordHash(id, index), 0n);
    expect(judged.recordHashSum).toBe(sum.toString());
    const returned = records.find(({ verdict }) => verdict === 'returned');
    expect(returned?.findings.map(({ rule }) => rule)).toContain('P006');
    expect(returned?.returnReason).toBe('07');
  });

  it('returns the later of two equal claims, inside an archive and across two', async () => {
    const plan = inspection.plan(9, [{ name: 'duplicate-in-archive' }], 1);
    const first = await hand(plan);
    const judged = await waitFor(() => judgedOf(first));
    expect(judged).toMatchObject({ acceptedCount: 8, returnedCount: 1 });
    const again = await hand(plan);
    expect(await waitFor(() => judgedOf(again))).toMatchObject({ acceptedCount: 0, returnedCount: 9 });
    expect(inspectedOf(again).every(({ findings }) => findings.some(({ rule }) => rule === 'H001'))).toBe(
      true,
    );
  });

  it('refuses an archive whose sums are wrong as a whole', async () => {
    const id = await hand(inspection.plan(5, [{ name: 'summary-claim-wrong' }], 2));
    const refused = await waitFor(() =>
      inspection.service
        .received('inspection.submission.refused.v1')
        .find(({ data }) => data.submissionId === id),
    );
    expect(refused.data.findings.map(({ rule }) => rule)).toContain('S006');
    expect(inspectedOf(id)).toEqual([]);
  });

  it('lets an operator decide a query once, with a mark', async () => {
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-1' });
    const { queries } = (await (await inspection.service.call('/v1/queries', { as: operator })).json()) as {
      queries: { submissionId: string; index: number }[];
    };
    const open = queries[0];
    const path = `/v1/queries/${open?.submissionId}/${open?.index}/decision`;
    const bare = await inspection.service.call(path, {
      as: operator,
      method: 'POST',
      json: { decision: 'return' },
    });
    expect(bare.status).toBe(422);
    const answer = await inspection.service.call(path, {
      as: operator,
      method: 'POST',
      json: { decision: 'return', returnReason: '03', reason: '値の再確認' },
    });
    expect(answer.status).toBe(200);
    const repeated = await inspection.service.call(path, {
      as: operator,
      method: 'POST',
      json: { decision: 'release' },
    });
    expect(repeated.status).toBe(404);
    for (const index of ['4294967296', '-1', '1.5', 'x']) {
      const to = `/v1/queries/${open?.submissionId}/${index}/decision`;
      const wrong = await inspection.service.call(to, {
        as: operator,
        method: 'POST',
        json: { decision: 'release' },
      });
      expect(wrong.status).toBeGreaterThanOrEqual(400);
      expect(wrong.status).toBeLessThan(500);
    }
    const decided = await waitFor(() => inspection.service.received('inspection.records.decided.v1')[0]);
    expect(decided.data.records).toMatchObject([
      { verdict: 'returned', returnReason: '03', returnText: '値の再確認' },
    ]);
    const marks = inspection.service.received('inspection.access.recorded.v1').map(({ data }) => data.action);
    expect(marks).toContain('query:decide');
  });

  it('opens the sealed report with its values only for an operator, and marks it', async () => {
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-2' });
    const provider = await inspection.service.testPartner({ kind: 'provider', number: '1319999981' });
    const id = await hand(inspection.plan(4, [{ name: 'claim-amount-wrong' }], 3));
    await waitFor(() => judgedOf(id));
    expect((await inspection.service.call(`/v1/reports/${id}`, { as: provider })).status).toBe(403);
    const report = (await (await inspection.service.call(`/v1/reports/${id}`, { as: operator })).json()) as {
      records: { findings: { rule: string; value: string | null; expected: string | null }[] }[];
    };
    const finding = report.records.flatMap(({ findings }) => findings).find(({ rule }) => rule === 'P006');
    expect(finding?.value).toMatch(/^\d+$/);
    expect(finding?.expected).not.toBe(finding?.value);
    // The mark is committed before the answer; it reaches the broker when the relay comes by.
    const isMark = ({ data }: { data: { action: string; objectId: string } }): boolean =>
      data.action === 'report:read' && data.objectId === id;
    await waitFor(() => inspection.service.received('inspection.access.recorded.v1').find(isMark));
  });

  it('renders the sealed report as CSV, HTML and SARIF, each reading marked', async () => {
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-4' });
    const id = await hand(inspection.plan(6, [{ name: 'claim-amount-wrong' }], 7));
    await waitFor(() => judgedOf(id));
    const read = (format: string) =>
      inspection.service.call(`/v1/reports/${id}?format=${format}`, { as: operator });
    const marks = async () => {
      const rows = await inspection.service.database.query(
        `SELECT 1 FROM mark WHERE type = 'inspection.access.recorded.v1' AND body LIKE '%report:read%' AND strpos(body, $1) > 0`,
        [id],
      );
      return rows.length;
    };
    const csv = await read('csv');
    // The answer's body is still to be read: the mark is there already.
    expect(await marks()).toBe(1);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="\d+_\d+_\d+_1\.csv"$/);
    const row = (await csv.text()).split('\r\n').find((line) => line.includes('"P006"'));
    expect(row).toMatch(/"1","1","\d+","[^"]+\/CLAIMS\/c\d+\.xml","\d+","\d{11}"/);
    const html = await (await read('html')).text();
    expect(html).toContain('6件（合格 5件、照会 0件、返戻 1件、判定保留 0件）');
    const sarif = (await (await read('sarif')).json()) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs[0]?.results[0]?.ruleId).toBe('P006');
    expect(await marks()).toBe(3);
    const pdf = await read('pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/);
    expect(await marks()).toBe(4);
    expect((await read('xml')).status).toBe(400);
    expect(await marks()).toBe(4);
  });

  it('keeps no name, birthday or insured number in its tables and messages', async () => {
    const plan = inspection.plan(6, [{ name: 'pair-birth-differs' }], 4);
    const id = await hand(plan);
    await waitFor(() => judgedOf(id));
    const rows = await inspection.service.database.query(
      `SELECT to_jsonb(r) AS row FROM record r UNION ALL SELECT to_jsonb(s) FROM submission s UNION ALL SELECT to_jsonb(c) FROM claim_history c`,
    );
    const text = JSON.stringify([rows, inspectedOf(id)]);
    expect(text).not.toMatch(/[ァ-ヶー]{6,}/);
    expect(text).not.toMatch(/"19[3-8]\d(0\d|1[0-2])\d\d"/);
  });

  it('counts what it holds and has passed on so that the parts make the whole', async () => {
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-3' });
    const page = (await (
      await inspection.service.call('/v1/record-counts', { as: operator })
    ).json()) as RecordCountsPage;
    const bySubmission = Map.groupBy(page.counts, ({ submissionId }) => submissionId);
    expect(bySubmission.size).toBeGreaterThanOrEqual(5);
    for (const counts of bySubmission.values()) {
      const taken = counts.find(({ stage }) => stage === 'inspection.taken');
      const parts = counts.filter(({ stage }) => stage !== 'inspection.taken');
      expect(parts.reduce((sum, { records }) => sum + records, 0)).toBe(taken?.records);
      expect(parts.reduce((sum, { recordHashSum }) => sum + BigInt(recordHashSum), 0n).toString()).toBe(
        taken?.recordHashSum,
      );
    }
  });
});

import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InspectedRecord, ProblemBody } from '@daiko/contracts';
import { waitFor } from '@daiko/testing';
import { received, startInspection } from './started-inspection.js';

type Partner = Awaited<ReturnType<(typeof inspection)['service']['testPartner']>>;

let inspection: Awaited<ReturnType<typeof startInspection>>;
let operator: Partner;

beforeAll(async () => {
  inspection = await startInspection();
  operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-1' });
});
afterAll(async () => {
  await inspection.stop();
});

/** Hands in an archive with doubtful records; those that became queries. */
async function queriesOf(sequence: number, count: number): Promise<{ id: string; open: InspectedRecord[] }> {
  const defects = Array.from({ length: count }, () => ({ name: 'value-implausible' }) as const);
  const plan = inspection.plan(count + 2, defects, sequence);
  const message = received(plan, await inspection.seal(plan));
  const id = message.submissionId;
  await inspection.service.publish('intake.submission.received.v1', id, message, { source: 'intake' });
  await waitFor(() =>
    inspection.service
      .received('inspection.submission.judged.v1')
      .find(({ data }) => data.submissionId === id),
  );
  const records = inspection.service
    .received('inspection.chunk.inspected.v1')
    .filter(({ data }) => data.submissionId === id)
    .flatMap(({ data }) => data.records);
  return { id, open: records.filter(({ verdict }) => verdict === 'query') };
}

async function post(path: string, as: Partner, json: object = {}) {
  const answer = await inspection.service.call(`/v1/queries/${path}`, { as, method: 'POST', json });
  return {
    status: answer.status,
    body: (await answer.json()) as Partial<ProblemBody> & Record<string, unknown>,
  };
}

const insurerOf = (record: InspectedRecord) =>
  inspection.service.testPartner({ kind: 'insurer', number: record.insurerNumber ?? '' });

describe('queries that are put to the insurer', () => {
  it('shows an insurer what was put to it, and lets it accept once', async () => {
    const { id, open } = await queriesOf(0, 2);
    const [record, other] = open;
    const path = `${id}/${record!.index}`;
    const insurer = await insurerOf(record!);
    const stranger = await inspection.service.testPartner({ kind: 'insurer', number: '00011999' });
    const provider = await inspection.service.testPartner({ kind: 'provider', number: '1319999981' });

    expect((await post(`${path}/answer`, insurer, { answer: 'accept' })).status).toBe(404);
    expect((await post(`${path}/question`, insurer)).status).toBe(403);
    const beyond = path.replace(/\d+$/, '4294967296');
    expect((await post(`${beyond}/question`, operator)).status).toBe(400);
    expect((await post(`${beyond}/answer`, insurer, { answer: 'accept' })).status).toBe(400);
    expect(await post(`${path}/question`, operator)).toMatchObject({
      status: 201,
      body: { insurerNumber: record!.insurerNumber },
    });
    expect(await post(`${path}/question`, operator)).toMatchObject({
      status: 409,
      body: { code: 'inspection.query-already-asked' },
    });
    const list = async (as: Partner) =>
      (await (await inspection.service.call('/v1/queries', { as })).json()) as {
        queries: { index: number }[];
      };
    expect(await list(stranger)).toEqual({ queries: [], next: null });
    expect((await list(insurer)).queries).toMatchObject([
      { submissionId: id, index: record!.index, findings: [{ rule: 'V015' }] },
    ]);
    expect((await list(operator)).queries.map(({ index }) => index)).toContain(other!.index);
    expect((await inspection.service.call('/v1/queries', { as: provider })).status).toBe(403);

    const read = (document: string, as: Partner) =>
      inspection.service.call(`/v1/queries/${path}/documents/${document}`, { as });
    const marksOf = () =>
      inspection.service
        .received('inspection.access.recorded.v1')
        .filter(({ data }) => data.action === 'question:read' && data.objectId === path);
    for (const [document, file] of [
      ['result', record!.result],
      ['claim', record!.claimFile],
    ] as const) {
      expect((await read(document, stranger)).status).toBe(404);
      expect((await read(document, operator)).status).toBe(403);
      const answer = await read(document, insurer);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-disposition')).toContain(file!.name);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([bytes.length, crc32(bytes)]).toEqual([file!.bytes, file!.crc32]);
    }
    expect((await read('index', insurer)).status).toBe(400);
    await waitFor(() => marksOf().length === 2);
    const unasked = `/v1/queries/${id}/${other!.index}/documents/result`;
    expect((await inspection.service.call(unasked, { as: insurer })).status).toBe(404);

    const byStranger = await post(`${path}/answer`, stranger, { answer: 'accept' });
    expect(byStranger).toMatchObject({ status: 404, body: { code: 'inspection.question-not-found' } });
    expect(await post(`${path}/answer`, insurer, { answer: 'accept' })).toMatchObject({
      status: 200,
      body: { verdict: 'accepted' },
    });
    expect(await post(`${path}/answer`, insurer, { answer: 'return', returnReason: '06' })).toMatchObject({
      status: 409,
      body: { code: 'inspection.question-answered' },
    });
    expect((await list(insurer)).queries).toEqual([]);
    expect((await read('result', insurer)).status).toBe(404);
    expect(marksOf()).toHaveLength(2);
    const decided = await waitFor(() =>
      inspection.service
        .received('inspection.records.decided.v1')
        .find(({ data }) => data.submissionId === id && data.cause === 'query-answered'),
    );
    expect(decided.data.records).toMatchObject([{ index: record!.index, verdict: 'accepted' }]);
  });

  it('returns a record with the reason of the insurer, and only with one', async () => {
    const { id, open } = await queriesOf(1, 1);
    const path = `${id}/${open[0]!.index}`;
    const insurer = await insurerOf(open[0]!);
    await post(`${path}/question`, operator);
    for (const bare of [{ answer: 'return' }, { answer: 'return', returnReason: '09' }]) {
      const refused = await post(`${path}/answer`, insurer, bare);
      expect(refused).toMatchObject({ status: 422, body: { code: 'inspection.answer-reason-needed' } });
    }
    expect((await post(`${path}/answer`, insurer, { answer: 'perhaps' })).status).toBe(400);
    expect((await post(`${path}/answer`, insurer, { answer: 'return', returnReason: '06' })).status).toBe(
      200,
    );
    const decided = await waitFor(() =>
      inspection.service
        .received('inspection.records.decided.v1')
        .find(({ data }) => data.submissionId === id),
    );
    expect(decided.data.records).toMatchObject([
      { verdict: 'returned', returnReason: '06', returnedBy: 'insurer' },
    ]);
    const marks = inspection.service.received('inspection.access.recorded.v1').map(({ data }) => data.action);
    await waitFor(() => marks.includes('query:ask'));
  });

  it('answers clearly when the agency has decided meanwhile', async () => {
    const { id, open } = await queriesOf(2, 1);
    const path = `${id}/${open[0]!.index}`;
    const insurer = await insurerOf(open[0]!);
    await post(`${path}/question`, operator);
    expect((await post(`${path}/decision`, operator, { decision: 'release' })).status).toBe(200);
    expect(await post(`${path}/answer`, insurer, { answer: 'accept' })).toMatchObject({
      status: 409,
      body: { code: 'inspection.question-closed' },
    });
  });

  it('takes one answer of two that come at once', async () => {
    const { id, open } = await queriesOf(3, 1);
    const path = `${id}/${open[0]!.index}`;
    const insurer = await insurerOf(open[0]!);
    await post(`${path}/question`, operator);
    const answers = await Promise.all([
      post(`${path}/answer`, insurer, { answer: 'accept' }),
      post(`${path}/answer`, insurer, { answer: 'return', returnReason: '01' }),
      post(`${path}/decision`, operator, { decision: 'release' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const decided = () =>
      inspection.service
        .received('inspection.records.decided.v1')
        .filter(({ data }) => data.submissionId === id);
    await waitFor(() => decided().length > 0);
    expect(decided()).toHaveLength(1);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownSchemaSet, storeSchemaSet } from '@daiko/exchange-format';
import { waitFor } from '@daiko/testing';
import { received, startInspection } from './started-inspection.js';

let folder: string;
let inspection: Awaited<ReturnType<typeof startInspection>>;
const opinion = { isWrong: true, isValid: () => opinion.isWrong };

/** Inspection with imported schemas, and with a second opinion that takes everything for valid. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-opinion-'));
  const files = new Map(
    ownSchemaSet()
      .files()
      .map(({ path, bytes }) => [path.slice('XSD/'.length), bytes]),
  );
  const stored = storeSchemaSet(files);
  for (const [path, bytes] of stored.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  for (const { path, text } of [stored.cache, stored.active]) await writeFile(join(folder, path), text);
  inspection = await startInspection({ opinion, schemasFolder: folder });
});
afterAll(async () => {
  await inspection.stop();
  await rm(folder, { recursive: true, force: true });
});

const metric = async (name: string): Promise<number> => {
  const text = await (await inspection.service.call('/metrics')).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

describe('inspection whose second opinion differs', () => {
  it('holds the record with a fault number, raises the alarm, and judges it when the fault is mended', async () => {
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'operator-9' });
    const plan = inspection.plan(5, [{ name: 'result-element-unknown' }]);
    const message = received(plan, await inspection.seal(plan));
    const { submissionId } = message;
    await inspection.service.publish('intake.submission.received.v1', submissionId, message, {
      source: 'intake',
    });
    const judged = await waitFor(
      () =>
        inspection.service
          .received('inspection.submission.judged.v1')
          .find(({ data }) => data.submissionId === submissionId)?.data,
    );
    expect(judged).toMatchObject({ acceptedCount: 4, returnedCount: 0, queryCount: 0, heldCount: 1 });
    expect(await metric('daiko_inspection_second_opinion_differences_total')).toBe(1);
    const held = (await (await inspection.service.call('/v1/held', { as: operator })).json()) as {
      records: { faultNumber: string; submissionId: string }[];
    };
    expect(JSON.stringify(held)).toContain(submissionId);
    expect(JSON.stringify(held)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}/);
    const retry = async () =>
      (await inspection.service.call('/v1/held/retry', { as: operator, method: 'POST' })).json();
    expect(await retry()).toEqual({ retried: 0, stillHeld: 1 });
    opinion.isWrong = false;
    expect(await retry()).toEqual({ retried: 1, stillHeld: 0 });
    const decided = await waitFor(
      () =>
        inspection.service
          .received('inspection.records.decided.v1')
          .find(({ data }) => data.submissionId === submissionId)?.data,
    );
    expect(decided).toMatchObject({ cause: 'held-retried', records: [{ verdict: 'returned' }] });
    expect(decided.records[0]?.findings.map(({ rule }) => rule)).toEqual(['X007']);
  });

  it('leaves a mark of the imported schemas at its start', async () => {
    const mark = await waitFor(() =>
      inspection.service
        .received('inspection.access.recorded.v1')
        .find(({ data }) => data.action === 'schemas:apply'),
    );
    expect(mark.data).toMatchObject({ actorId: 'schemas-folder', objectKind: 'schemas', outcome: 'allowed' });
    expect(mark.data.objectId).toMatch(/^unknown-[0-9a-f]{12} [0-9a-f]{32}$/);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemorySource } from '@daiko/exchange-format';
import { inspect, settingsOfText } from '@daiko/inspection-rules';
import type { ArchivePlan } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
import { agencyNumber, date, received, startInspection } from './started-inspection.js';

// One checkup is an institution here, so that a small archive can look like one whose decimals were cut off.
const settingsText = JSON.stringify({
  version: 'small',
  statistics: { recordsMin: 1, valuesMin: 1 },
  severities: { B001: 'query', B006: 'query' },
});

let inspection: Awaited<ReturnType<typeof startInspection>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-settings-'));
  const settingsFile = join(folder, 'settings.json');
  await writeFile(settingsFile, settingsText);
  inspection = await startInspection({ chunkRecords: 1, settingsFile });
});
afterAll(async () => {
  await inspection.stop();
  await rm(folder, { recursive: true, force: true });
});

const reportOf = async (plan: ArchivePlan) =>
  inspect(
    new MemorySource(await inspection.bytes(plan)),
    { fileName: `${plan.rootName}.zip` },
    settingsOfText(settingsText, agencyNumber),
    date,
  );

/** The first small archive that asks something. */
async function askingPlan(): Promise<{ plan: ArchivePlan; report: Awaited<ReturnType<typeof reportOf>> }> {
  for (let sequence = 0; sequence < 10; sequence++) {
    for (const count of [1, 2, 3]) {
      const plan = inspection.plan(count, [], sequence);
      const report = await reportOf(plan);
      if (report.statistics.some(({ severity }) => severity === 'query')) return { plan, report };
    }
  }
  throw new Error('no archive asks anything');
}

const judgedOf = (id: string) =>
  inspection.service
    .received('inspection.submission.judged.v1')
    .filter(({ data }) => data.submissionId === id);

describe('an archive whose statistics ask something', () => {
  it('asks once, waits with all its records, and goes on when a clerk lets it', async () => {
    const { plan, report } = await askingPlan();
    const message = received(plan, await inspection.seal(plan));
    const { submissionId } = message;
    await inspection.service.publish('intake.submission.received.v1', submissionId, message, {
      deliveries: 2,
      source: 'intake',
    });
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'clerk-1' });
    const list = async () => {
      const answer = await inspection.service.call('/v1/archive-queries', { as: operator });
      return ((await answer.json()) as { archives: { submissionId: string; findings: object[] }[] }).archives;
    };
    const asking = await waitFor(async () =>
      (await list()).find((each) => each.submissionId === submissionId),
    );
    expect(asking.findings).toEqual(JSON.parse(JSON.stringify(report.statistics)));
    const inspected = inspection.service
      .received('inspection.chunk.inspected.v1')
      .filter(({ data }) => data.submissionId === submissionId);
    expect(new Set(inspected.map(({ data }) => data.chunkIndex)).size).toBe(plan.records.length);
    expect(judgedOf(submissionId)).toEqual([]);

    const printed = await inspection.service.call(`/v1/reports/${submissionId}`, { as: operator });
    const whole = (await printed.json()) as {
      statistics: object[];
      notChecked: string[];
      submission: object;
    };
    expect(whole.statistics).toEqual(asking.findings);
    expect(whole.notChecked).toEqual(['B002', 'B004', 'B007']);
    expect(whole.submission).toMatchObject({ state: 'inspecting' });

    const release = () =>
      inspection.service.call(`/v1/archive-queries/${submissionId}/release`, {
        as: operator,
        method: 'POST',
      });
    const answers = await Promise.all([release(), release()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const [judged] = await waitFor(() =>
      judgedOf(submissionId).length > 0 ? judgedOf(submissionId) : undefined,
    );
    expect(judged?.data).toMatchObject({ recordCount: plan.records.length, heldCount: 0 });
    expect(await list()).toEqual([]);
  });
});

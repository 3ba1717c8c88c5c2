import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@daiko/testing';
import { received, startInspection } from './started-inspection.js';

let folder: string;
let inspection: Awaited<ReturnType<typeof startInspection>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-settings-'));
  const settingsFile = join(folder, 'settings.json');
  const severityChanges = [{ rule: 'P006', severity: 'warning', validFrom: '20260401' }];
  await writeFile(settingsFile, JSON.stringify({ version: '2026-11', severityChanges }));
  inspection = await startInspection({ settingsFile });
});
afterAll(async () => {
  await inspection.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('inspection with a settings file', () => {
  it('leaves a mark of the settings that hold from its start on', async () => {
    const mark = await waitFor(() =>
      inspection.service
        .received('inspection.access.recorded.v1')
        .find(({ data }) => data.action === 'settings:apply'),
    );
    expect(mark.data).toMatchObject({ actorId: 'settings-file', objectKind: 'settings', outcome: 'allowed' });
    expect(mark.data.objectId).toMatch(/^2026-11 [0-9a-f]{32}$/);
  });

  it('judges by them: a wrong amount only warns where the file says so', async () => {
    const plan = inspection.plan(4, [{ name: 'claim-amount-wrong' }]);
    const message = received(plan, await inspection.seal(plan));
    await inspection.service.publish('intake.submission.received.v1', message.submissionId, message, {
      source: 'intake',
    });
    const judged = await waitFor(
      () =>
        inspection.service
          .received('inspection.submission.judged.v1')
          .find(({ data }) => data.submissionId === message.submissionId)?.data,
    );
    expect(judged).toMatchObject({ acceptedCount: 4, returnedCount: 0 });
  });
});

import { armCrashPoints } from '@daiko/observability';
import { waitFor } from '@daiko/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RoutingUnderTest } from './routing-under-test.js';

let routing: RoutingUnderTest;

beforeAll(async () => {
  routing = await RoutingUnderTest.start(1);
});
afterAll(() => routing?.stop());

describe('sealing by schedule', () => {
  it('seals what is complete without being told, and leaves what is not', async () => {
    const complete = await routing.fixture({ recordCount: 5, seed: 51 });
    const open = await routing.fixture({ recordCount: 5, seed: 52, provider: 1 });
    const { publish } = routing.service;
    await publish('intake.submission.received.v1', open.submissionId, open.received);
    for (const chunk of open.chunks) await publish('inspection.chunk.inspected.v1', open.submissionId, chunk);
    await routing.take(complete);
    await waitFor(async () => (await routing.states(complete.submissionId)).sealed === 5);
    expect(await routing.states(open.submissionId)).toEqual({ accepted: 5 });

    await publish('inspection.submission.judged.v1', open.submissionId, open.judged);
    await waitFor(async () => (await routing.states(open.submissionId)).sealed === 5);
  });

  it('takes up after a restart what was planned when the process died', async () => {
    await routing.service.stopService();
    await routing.service.start();
    const fixture = await routing.fixture({ recordCount: 5, seed: 53, provider: 2 });
    await routing.take(fixture);
    const orders = [{ id: 'died', point: 'routing.planned' as const, at: 1, act: 'throw' as const }];
    armCrashPoints({ read: () => ({ id: 'died', orders }), claim: () => true });
    await routing
      .sealer()
      .run('bundles', () => new Date())
      .catch(() => undefined);
    await routing.service.stopService();
    await routing.service.start();
    await waitFor(async () => (await routing.states(fixture.submissionId)).sealed === 5);
    const told = () =>
      routing
        .received('routing.bundle.sealed.v1')
        .flatMap(({ records }) =>
          records.filter(({ submissionId }) => submissionId === fixture.submissionId),
        );
    await waitFor(() => told().length >= 5);
    expect(told()).toHaveLength(5);
    const lines = await routing.service.database.query(
      `SELECT 1 FROM bundle_line WHERE submission_id = $1 AND is_live`,
      [fixture.submissionId],
    );
    expect(lines).toHaveLength(5);
  });
});

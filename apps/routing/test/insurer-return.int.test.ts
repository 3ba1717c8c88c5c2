import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageData } from '@daiko/contracts';
import { waitFor } from '@daiko/testing';
import { unzipped } from './read-archive.js';
import { RoutingUnderTest } from './routing-under-test.js';

let routing: RoutingUnderTest;
beforeAll(async () => {
  routing = await RoutingUnderTest.start();
});
afterAll(() => routing?.stop());

async function archiveOf({ returnId }: MessageData<'routing.return.sealed.v1'>) {
  const [row] = await routing.service.database.query<{ payload: never; origin: string }>(
    `SELECT payload, origin FROM provider_return WHERE return_id = $1`,
    [returnId],
  );
  const source = await routing.payloads.open(row!.payload, 'test');
  const files = await unzipped(Buffer.from(await source.read(0, await source.size())));
  const claims = [...files]
    .filter(([path]) => path.includes('/CLAIMS/'))
    .map(([, bytes]) => bytes.toString());
  return { origin: row!.origin, claims };
}

// 種別 2 keeps what the agency returns apart from what an insurer returns, each with its own 処理結果 and table of reasons.
describe('returns of two origins', () => {
  it('go in archives of their own', async () => {
    const fixture = await routing.fixture({
      recordCount: 6,
      seed: 51,
      change: (record) =>
        record.index > 1
          ? record
          : {
              ...record,
              verdict: 'returned',
              returnReason: '06',
              returnText: '',
              returnedBy: record.index === 0 ? 'insurer' : 'agency',
            },
    });
    await routing.take(fixture);
    await routing.sealer().run('returns', () => new Date());
    const sealed = await waitFor(() => {
      const found = routing
        .received('routing.return.sealed.v1')
        .filter(({ records }) => records[0]?.submissionId === fixture.submissionId);
      return found.length === 2 ? found : null;
    });
    const archives = await Promise.all(sealed.map(archiveOf));
    const by = (origin: string) => archives.find((archive) => archive.origin === origin)!.claims.join();
    expect(by('insurer')).toContain('<insurerAdjudicationResult><interactionType code="11"/>');
    expect(by('insurer')).not.toContain('agencyAdjudicationResult');
    expect(by('agency')).toContain('<agencyAdjudicationResult><interactionType code="2"/>');
    expect(await routing.states(fixture.submissionId)).toEqual({ accepted: 4, 'return-sealed': 2 });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordCountsPage } from '@daiko/contracts';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import type { TrialBalance } from '../src/ledger/trial-balance.js';
import { definition } from '../src/main.js';
import { judgedRecord } from './worked-month.js';

const insurers = ['06999981', '01999978'];
const providerNumber = '1319999981';
const acceptedAt = '2026-06-29T01:00:00Z';

// 一括返戻: what was accepted of an archive that comes back whole leaves the ledger to the yen, in whatever order it is heard.
describe('money of an archive that is returned as a whole', () => {
  let service: TestService;
  let operator: TestPartner;
  beforeAll(async () => {
    service = await startTestService(definition);
    operator = await service.testPartner({ kind: 'operator', number: 'operator' });
  });
  afterAll(() => service.stop());

  const json = async <T>(path: string) => (await (await service.call(path, { as: operator })).json()) as T;
  const balance = () => json<TrialBalance>('/v1/trial-balance');
  const yenOf = async (account: string) =>
    (await balance()).accounts.find((each) => each.account === account)?.balanceYen ?? 0;
  const journals = (rule: string) =>
    service.database.query<{ records: number }>(
      `SELECT record_count AS records FROM journal WHERE rule = $1`,
      [rule],
    );

  const claim = (index: number) => ({
    insurerNumber: insurers[index % 2]!,
    claimType: '1',
    unitYen: 8000 + index,
    copaymentYen: 1000,
    otherProgramYen: 0,
    claimYen: 7000 + index,
  });
  const chunk = async (submissionId: string, chunkIndex: number) => {
    const records = [0, 1, 2].map((each) => chunkIndex * 3 + each).map((at) => judgedRecord(at, claim(at)));
    const data = {
      ...{ submissionId, providerNumber, kind: 'checkup' as const },
      ...{ chunkIndex, inspectedAt: acceptedAt, records },
    };
    await service.publish('inspection.chunk.inspected.v1', submissionId, data, {
      deliveries: 2,
      source: 'inspection',
    });
  };
  const judged = (submissionId: string, isReturned: boolean) =>
    service.publish(
      'inspection.submission.judged.v1',
      submissionId,
      {
        ...{ submissionId, chunkCount: 2, recordCount: 6, recordHashSum: '0' },
        ...{ acceptedCount: 0, queryCount: 0, returnedCount: 6, heldCount: 0 },
        ...(isReturned && { returned: { returnReason: '03', returnText: '質問票の変換' } }),
      },
      { deliveries: 2, source: 'inspection' },
    );

  it('is posted once and mirrored once, before and after its claims came; another archive stays', async () => {
    const [returned, other] = [randomUUID(), randomUUID()];
    await chunk(returned, 0);
    await chunk(other, 0);
    await waitFor(async () => (await yenOf('1201')) === 2 * 21_003);
    await judged(other, false);
    await judged(returned, true);
    await waitFor(async () => (await yenOf('1201')) === 21_003);
    // A chunk that was late.
    await chunk(returned, 1);
    await waitFor(async () => (await journals('E1r')).length === 4);
    expect((await journals('E1r')).reduce((sum, { records }) => sum + records, 0)).toBe(6);
    expect(await yenOf('1201')).toBe(21_003);
    expect(await yenOf('2101')).toBe(21_003);
    expect((await balance()).isBalanced).toBe(true);
    const { counts } = await json<RecordCountsPage>('/v1/record-counts');
    const stages = counts.map(({ submissionId, stage, records }) => [submissionId, stage, records]);
    expect(stages).toEqual(
      expect.arrayContaining([
        [returned, 'billing.withdrawn', 6],
        [other, 'billing.accepted', 3],
      ]),
    );
  });
});

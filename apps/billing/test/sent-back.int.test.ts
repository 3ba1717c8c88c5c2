import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import type { TrialBalance } from '../src/ledger/trial-balance.js';
import { definition } from '../src/main.js';
import type { PaperList } from '../src/paper/paper.js';
import { sealedBundle } from './messages.js';
import { judgedRecord } from './worked-month.js';

const insurerNumber = '06999981';
const providerNumber = '1319999981';
const june = '2026-06-15T01:00:00Z';
const submissionId = randomUUID();
const yen = [7250, 8413, 5775];
const lines = yen.map((claimYen, index) => ({ submissionId, index, claimYen }));

// 返戻・過誤返戻: what is sent back before the bill is out leaves it, what comes later is owed back; no yen is lost.
describe('money of records that insurers send back', () => {
  let service: TestService;
  let operator: TestPartner;
  beforeAll(async () => {
    service = await startTestService(definition);
    operator = await service.testPartner({ kind: 'operator', number: 'operator' });
  });
  afterAll(() => service.stop());

  const json = async <T>(path: string) => (await (await service.call(path, { as: operator })).json()) as T;
  const balances = async () => {
    const { accounts, isBalanced } = await json<TrialBalance>('/v1/trial-balance');
    expect(isBalanced).toBe(true);
    return Object.fromEntries(accounts.map(({ account, balanceYen }) => [account, balanceYen]));
  };
  const invoiced = async () => (await json<PaperList>('/v1/invoices?month=2026-06')).totals.totalYen;
  const sendBack = async (index: number, sentBackAt: string) => {
    const replyId = randomUUID();
    const original = { submissionId, index, providerNumber, claimYen: yen[index]! };
    const records = [
      { index: 0, original, findings: [] },
      { index: 1, original: null, findings: [] },
    ];
    const type = sentBackAt < '2026-07' ? '4' : '5';
    const data = {
      replyId,
      insurerNumber,
      interactionType: type,
      sentBackAt,
      partIndex: 0,
      records,
    } as const;
    const message = { ...data, records: [...records] };
    await service.publish('routing.records.sent-back.v1', replyId, message, {
      deliveries: 2,
      source: 'routing',
    });
  };

  it('waits for the claims and their bundle, in whatever order they come', async () => {
    await sendBack(0, '2026-06-28T01:00:00Z');
    const claim = (claimYen: number) => ({
      insurerNumber,
      claimType: '1',
      unitYen: claimYen + 1000,
      copaymentYen: 1000,
      otherProgramYen: 0,
      claimYen,
    });
    const records = yen.map((claimYen, index) => judgedRecord(index, claim(claimYen)));
    const chunk = {
      submissionId,
      providerNumber,
      kind: 'checkup' as const,
      chunkIndex: 0,
      inspectedAt: june,
      records,
    };
    await service.publish('inspection.chunk.inspected.v1', submissionId, chunk, { source: 'inspection' });
    await waitFor(async () => (await balances())['1201'] === 21_438);
    const sealed = sealedBundle(insurerNumber, 'checkup', lines, '2026-06-20T01:00:00Z');
    await service.publish('routing.bundle.sealed.v1', sealed.bundleId, sealed, { source: 'routing' });
    await waitFor(async () => (await balances())['1202'] === 14_188);
    expect(await balances()).toMatchObject({ '1201': 0, '2101': 14_188, '1230': 0, '2120': 0 });
    expect(await invoiced()).toBe(14_188);
  });

  it('owes back what comes after the month, and leaves the bill that is out as it is', async () => {
    await sendBack(1, '2026-07-02T01:00:00Z');
    await waitFor(async () => (await balances())['1230'] === 8413);
    expect(await balances()).toMatchObject({ '1202': 14_188, '2101': 14_188, '2120': 8413 });
    expect(await invoiced()).toBe(14_188);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import type { Paper, PaperList } from '../src/paper/paper.js';
import type { TrialBalance } from '../src/ledger/trial-balance.js';
import { definition } from '../src/main.js';
import { type RecordLines, sealedBundle } from './messages.js';
import { judgedRecord, partners, workedMonth } from './worked-month.js';

const inspectedAt = '2026-06-09T03:00:00Z';
const number = (name: string) => String(partners[name]);

/** Papers as they are answered: the partner's number stands under its own name. */
type Answered<Name extends string> = Omit<PaperList, 'items'> & { items: (Paper & Record<Name, string>)[] };

describe('billing', () => {
  let service: TestService;
  let operator: TestPartner;
  let insurer: TestPartner;
  let provider: TestPartner;
  const lines: { insurerNumber: string; kind: 'checkup' | 'guidance'; line: RecordLines[number] }[] = [];

  const json = async <T>(path: string, as: TestPartner) => {
    const response = await service.call(path, { as });
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  };
  const balances = async () => {
    const { accounts, isBalanced } = await json<TrialBalance>('/v1/trial-balance', operator);
    expect(isBalanced).toBe(true);
    return Object.fromEntries(accounts.map(({ account, balanceYen }) => [account, balanceYen]));
  };

  beforeAll(async () => {
    service = await startTestService(definition);
    operator = await service.testPartner({ kind: 'operator', number: 'operator' });
    insurer = await service.testPartner({ kind: 'insurer', number: number('I1') });
    provider = await service.testPartner({ kind: 'provider', number: number('P2') });
    for (const name of ['P1', 'P2']) {
      for (const kind of ['checkup', 'guidance'] as const) {
        const submissionId = randomUUID();
        const own = workedMonth.filter(
          (claim) => claim.providerNumber === number(name) && claim.kind === kind,
        );
        const returned = { ...workedMonth[0]!, insurerNumber: number('I2') };
        const records = own.map((claim, index) => judgedRecord(index, claim));
        if (name === 'P2' && kind === 'checkup') records.push(judgedRecord(own.length, returned, 'returned'));
        const data = {
          submissionId,
          providerNumber: number(name),
          kind,
          chunkIndex: 0,
          inspectedAt,
          records,
        };
        await service.publish('inspection.chunk.inspected.v1', submissionId, data, { deliveries: 2 });
        own.forEach(({ insurerNumber, claimYen }, index) =>
          lines.push({ insurerNumber, kind, line: { submissionId, index, claimYen } }),
        );
      }
    }
  });
  afterAll(() => service?.stop());

  it('posts E1 when chunks are inspected and E2 when bundles are sealed: 104,478 yen of the worked month', async () => {
    await waitFor(async () => (await balances())['1201'] === 104_478);
    expect(await balances()).toEqual({ '1201': 104_478, '1202': 0, '1230': 0, '2101': 104_478, '2120': 0 });
    const bundles = Map.groupBy(lines, ({ insurerNumber, kind }) => `${insurerNumber}/${kind}`);
    for (const own of bundles.values()) {
      const { insurerNumber, kind } = own[0]!;
      const records = own.map(({ line }) => line);
      const data = sealedBundle(insurerNumber, kind, records, '2026-06-15T01:00:00Z');
      await service.publish('routing.bundle.sealed.v1', data.bundleId, data, { deliveries: 2 });
    }
    await waitFor(async () => (await balances())['1202'] === 104_478);
    expect(await balances()).toEqual({ '1201': 0, '1202': 104_478, '1230': 0, '2101': 104_478, '2120': 0 });
  });

  it('invoices each insurer and notifies each provider to the yen, by kind and 請求区分', async () => {
    const list = await json<Answered<'insurerNumber'>>('/v1/invoices?month=2026-06', operator);
    const totals = Object.fromEntries(
      list.items.map((item) => [item.insurerNumber, [item.recordCount, item.totalYen]]),
    );
    expect(totals).toEqual({
      [number('I1')]: [6, 53_950],
      [number('I2')]: [1, 8_382],
      [number('I3')]: [3, 42_146],
    });
    expect(list.totals.totalYen).toBe(104_478);
    expect(list.scope.ja).toContain('委託料のみ');
    const first = list.items.find(({ insurerNumber }) => insurerNumber === number('I1'));
    expect(first?.lines.map(({ kind, claimType, claimYen }) => [kind, claimType, claimYen])).toEqual([
      ['checkup', '1', 7_250],
      ['checkup', '2', 8_413],
      ['checkup', '3', 7_365],
      ['guidance', null, 30_922],
    ]);
    const notices = await json<Answered<'providerNumber'>>('/v1/payment-notices?month=2026-06', operator);
    const paid = notices.items.map((item) => [
      item.providerNumber,
      item.recordCount,
      item.unitYen,
      item.copaymentYen,
      item.otherProgramYen,
      item.totalYen,
    ]);
    expect(paid).toEqual([
      [number('P2'), 4, 38_028, 1_050, 2_000, 34_978],
      [number('P1'), 6, 85_723, 16_223, 0, 69_500],
    ]);
    expect((await json<PaperList>('/v1/invoices?month=2026-07', operator)).items).toEqual([]);
  });

  it('shows an insurer its own invoice and a provider its own notice, and nothing else of the ledger', async () => {
    const own = await json<{ items: { insurerNumber: string }[] }>('/v1/invoices?month=2026-06', insurer);
    expect(own.items.map(({ insurerNumber }) => insurerNumber)).toEqual([number('I1')]);
    const notice = await json<{ items: { providerNumber: string }[] }>(
      '/v1/payment-notices?month=2026-06',
      provider,
    );
    expect(notice.items.map(({ providerNumber }) => providerNumber)).toEqual([number('P2')]);
    const refused = [
      ['/v1/invoices?month=2026-06', provider],
      ['/v1/payment-notices?month=2026-06', insurer],
      ['/v1/trial-balance', insurer],
      ['/v1/record-counts', provider],
    ] as const;
    for (const [path, as] of refused) expect((await service.call(path, { as })).status).toBe(403);
    expect((await service.call('/v1/invoices?month=2026-06')).status).toBe(401);
    expect((await service.call('/v1/invoices?month=2026-13', { as: operator })).status).toBe(400);
  });

  it('writes CSV that a spreadsheet opens: byte order mark, CRLF, one file', async () => {
    const response = await service.call('/v1/invoices?month=2026-06&format=csv', { as: insurer });
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="invoice-2026-06.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).split('\r\n');
    expect(rows.at(-2)).toMatch(new RegExp(`^2026-06,${number('I1')},合計,,,,6,.*,53950,委託料のみ`));
  });

  it('leaves a mark of every reading before the answer', async () => {
    const count = async () =>
      (await service.database.query("SELECT id FROM mark WHERE type = 'billing.access.recorded.v1'")).length;
    const before = await count();
    await json('/v1/invoices?month=2026-06', insurer);
    await json('/v1/trial-balance', operator);
    expect(await count()).toBe(before + 2);
  });

  it('counts its claims by submission and state, with yen and record hashes', async () => {
    const all = await json<{
      counts: { stage: string; records: number; claimYen: number }[];
      next: string | null;
    }>('/v1/record-counts', operator);
    expect(all.counts.map(({ stage }) => stage)).toEqual(Array(4).fill('billing.sealed'));
    expect(all.counts.reduce((sum, { claimYen }) => sum + claimYen, 0)).toBe(104_478);
    const page = await json<{ counts: unknown[]; next: string }>('/v1/record-counts?limit=3', operator);
    const rest = await json<{ counts: unknown[]; next: null }>(
      `/v1/record-counts?limit=3&after=${page.next}`,
      operator,
    );
    expect([...page.counts, ...rest.counts]).toEqual(all.counts);
    expect(rest.next).toBeNull();
  });

  it('answers a fault and no paper where a claim was changed behind the ledger', async () => {
    const change = (yen: number) =>
      service.everything.query(
        'UPDATE billing.claim SET claim_yen = claim_yen + $1 WHERE insurer_number = $2',
        [yen, number('I2')],
      );
    await change(1);
    const response = await service.call('/v1/invoices?month=2026-06', { as: operator });
    expect(response.status).toBe(500);
    expect(((await response.json()) as { code: string }).code).toBe('service.fault');
    const { isBalanced, checks, journals } = await json<TrialBalance>('/v1/trial-balance', operator);
    expect([isBalanced, journals]).toEqual([false, { unbalanced: 0, unmatched: 1 }]);
    expect(checks.map(({ differenceYen }) => differenceYen)).toEqual([0, 0, 1, 1, 0]);
    await change(-1);
    await balances();
  });

  it('lets nobody write a journal that does not balance, or change one', async () => {
    const journal = `INSERT INTO journal (id, cause_message_id, rule, provider_number, insurer_number, record_count, occurred_at, period)
      VALUES ($1, $1, 'E1', '1', '1', 0, now(), '2026-06')`;
    const line = 'INSERT INTO posting VALUES ($1, $2, $3, $4, $5, $6, $7)';
    const write = (debitYen: number, creditYen: number | null) =>
      service.database.transaction(async (tx) => {
        const id = randomUUID();
        await tx.query(journal, [id]);
        await tx.query(line, [id, 0, '1201', '1', '2026-06', debitYen, 0]);
        if (creditYen !== null) await tx.query(line, [id, 1, '2101', '1', '2026-06', 0, creditYen]);
      });
    await expect(write(100, 99)).rejects.toThrow(/posting_is_balanced/);
    await expect(write(0, null)).rejects.toThrow(/posting_is_balanced/);
    for (const sql of [
      'UPDATE posting SET debit_yen = 1',
      'DELETE FROM journal',
      'UPDATE claim SET claim_yen = 1',
    ]) {
      await expect(service.database.query(sql)).rejects.toThrow(/permission denied/);
    }
  });
});

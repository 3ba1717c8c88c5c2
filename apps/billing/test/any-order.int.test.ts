import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestService, type TestService } from '@daiko/testing';
import { BundleAcknowledgedHandler } from '../src/bundle/bundle-acknowledged.handler.js';
import { BundleSealedHandler } from '../src/bundle/bundle-sealed.handler.js';
import { BundleVoidedHandler } from '../src/bundle/bundle-voided.handler.js';
import { ChunkInspectedHandler } from '../src/claim/chunk-inspected.handler.js';
import { RecordsDecidedHandler } from '../src/claim/records-decided.handler.js';
import { definition } from '../src/main.js';
import { messageOf, type RecordLines, sealedBundle } from './messages.js';
import { secondBook } from './second-book.js';
import { judgedRecord } from './worked-month.js';

const number = (length: number) => String(randomInt(10 ** (length - 1), 10 ** length));
const time = '2026-06-15T01:00:00Z';

/** Two providers, two insurers, a query decided later, a bundle voided and sealed again, a second bundle. */
function story() {
  const insurers = [number(8), number(8)] as const;
  const providers = [`1${number(9)}`, `1${number(9)}`] as const;
  const submissions = providers.map((providerNumber) => ({ submissionId: randomUUID(), providerNumber }));
  const row = (insurer: string, claimYen: number) => ({
    insurerNumber: insurer,
    claimType: '1',
    unitYen: claimYen + 1000,
    copaymentYen: 1000,
    otherProgramYen: 0,
    claimYen,
  });
  const rows = [row(insurers[0], 7250), row(insurers[1], 8413), row(insurers[0], 0), row(insurers[0], 5775)];
  const chunks = submissions.flatMap(({ submissionId, providerNumber }) =>
    [0, 1].map((chunkIndex) => {
      const records = rows
        .map((each, index) => ({ each, index }))
        .filter(({ index }) => index % 2 === chunkIndex)
        .map(({ each, index }) => judgedRecord(index, each, index === 3 ? 'query' : 'accepted'));
      const data = {
        submissionId,
        providerNumber,
        kind: 'checkup' as const,
        chunkIndex,
        inspectedAt: time,
        records,
      };
      return messageOf('inspection.chunk.inspected.v1', data, time);
    }),
  );
  const decided = submissions.map(({ submissionId, providerNumber }, place) => {
    const records = [judgedRecord(3, rows[3]!, place === 0 ? 'accepted' : 'returned')];
    const data = {
      submissionId,
      providerNumber,
      kind: 'checkup' as const,
      decisionId: randomUUID(),
      records,
    };
    return messageOf('inspection.records.decided.v1', { ...data, cause: 'query-decided' as const }, time);
  });
  const line = (place: number, index: number) => ({
    submissionId: submissions[place]!.submissionId,
    index,
    claimYen: rows[index]!.claimYen,
  });
  const seal = (insurer: string, lines: RecordLines, sealedAt: string) =>
    messageOf('routing.bundle.sealed.v1', sealedBundle(insurer, 'checkup', lines, sealedAt), sealedAt);
  const first = seal(insurers[0], [line(0, 0), line(0, 2), line(0, 3), line(1, 0)], '2026-06-20T01:00:00Z');
  const again = seal(insurers[0], first.data.records, '2026-06-30T16:00:00Z');
  const other = seal(insurers[1], [line(0, 1), line(1, 1)], '2026-06-20T01:00:00Z');
  const { bundleId, insurerNumber, recordCount, claimYen } = first.data;
  const voided = messageOf(
    'routing.bundle.voided.v1',
    {
      bundleId,
      insurerNumber,
      voidedAt: '2026-06-25T01:00:00Z',
      reason: 'unreadable',
      recordCount,
      claimYen,
    },
    time,
  );
  const acknowledged = messageOf(
    'routing.bundle.acknowledged.v1',
    {
      bundleId: other.data.bundleId,
      insurerNumber: insurers[1],
      sha256: 'a'.repeat(64),
      acknowledgedAt: time,
    },
    time,
  );
  return { messages: [...chunks, ...decided, first, other, voided, again, acknowledged], insurers };
}

describe('billing, whatever the order and however often its messages come', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(definition);
  });
  afterAll(() => service?.stop());

  const deliver = async (message: ReturnType<typeof story>['messages'][number]) => {
    const { app } = service;
    const { type } = message.envelope;
    const handlers = {
      'inspection.chunk.inspected.v1': app.get(ChunkInspectedHandler),
      'inspection.records.decided.v1': app.get(RecordsDecidedHandler),
      'routing.bundle.sealed.v1': app.get(BundleSealedHandler),
      'routing.bundle.voided.v1': app.get(BundleVoidedHandler),
      'routing.bundle.acknowledged.v1': app.get(BundleAcknowledgedHandler),
    };
    await (handlers[type] as { take(message: unknown): Promise<void> }).take(message);
  };

  const endOf = async (insurers: readonly string[]) => {
    const claims = await service.database.query<{ name: string; end: string }>(
      `SELECT submission_id || '/' || record_index AS name, state || ' ' || claim_yen AS end FROM claim
       WHERE insurer_number = ANY ($1::text[])`,
      [insurers],
    );
    const journals = await service.database.query<{ line: string }>(
      `SELECT concat_ws(' ', cause_message_id, rule, provider_number, journal.insurer_number, record_count, period, account,
                        partner_number, processing_month, debit_yen, credit_yen) AS line
       FROM journal JOIN posting ON posting.journal_id = journal.id
       WHERE insurer_number = ANY ($1::text[]) ORDER BY 1`,
      [insurers],
    );
    const balances = await service.database.query<{ account: string; yen: number }>(
      `SELECT account, sum(debit_yen - credit_yen)::bigint AS yen FROM journal JOIN posting ON posting.journal_id = journal.id
       WHERE insurer_number = ANY ($1::text[]) GROUP BY account ORDER BY account`,
      [insurers],
    );
    return {
      claims: new Map(claims.map(({ name, end }) => [name, end])),
      journals: journals.map(({ line }) => line),
      balances,
    };
  };

  it('ends with the claims and balances of the second book, and always with the same journals', async () => {
    const order = fc.array(fc.nat(1_000_000), { minLength: 22, maxLength: 22 });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (weights, isParallel) => {
        const { messages, insurers } = story();
        const twice = [...messages, ...messages]
          .map((message, place) => ({ message, weight: weights[place] ?? 0 }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ message }) => message);
        if (isParallel) await Promise.all(twice.map(deliver));
        else for (const message of twice) await deliver(message);
        const end = await endOf(insurers);
        const book = secondBook(messages);
        const owed = [...book.owedToProviders.values()].reduce((sum, yen) => sum + yen, 0);
        expect(end.claims).toEqual(book.claims);
        expect(end.balances).toEqual([
          { account: '1201', yen: book.acceptedYen },
          { account: '1202', yen: book.sealedYen },
          { account: '2101', yen: -owed },
        ]);
        // E1 of 4 chunks and a decision by pair: 2 × (1 + 1) + 1; E2 of 3 bundles with 2 providers each, 2 of them mirrored.
        expect(end.journals).toHaveLength((5 + 3 * 2 + 2) * 2);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps a bundle waiting until its last claim is there, and posts no bundle whose yen differ', async () => {
    const { messages, insurers } = story();
    const [chunk, ...rest] = messages;
    for (const message of rest) await deliver(message);
    const waiting = await service.database.query(
      "SELECT bundle_id FROM bundle WHERE posting = 'none' AND sealed_at IS NOT NULL AND insurer_number = ANY ($1::text[])",
      [insurers],
    );
    expect(waiting).toHaveLength(2);
    await deliver(chunk!);
    expect((await endOf(insurers)).claims).toEqual(secondBook(messages).claims);
    const record = secondBook(messages).claims.keys().next().value?.split('/') ?? [];
    const lines = [{ submissionId: String(record[0]), index: Number(record[1]), claimYen: 1 }];
    const wrong = sealedBundle(insurers[0], 'checkup', lines, time);
    await deliver(messageOf('routing.bundle.sealed.v1', wrong, time));
    const [bundle] = await service.database.query('SELECT posting FROM bundle WHERE bundle_id = $1', [
      wrong.bundleId,
    ]);
    expect(bundle).toEqual({ posting: 'differs' });
  });
});

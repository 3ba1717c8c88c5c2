import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RecordCount, recordHash } from '@daiko/contracts';
import { reconcile } from './reconcile.js';

const submissionId = '01930000-0000-7000-8000-000000000001';
const ends = [
  'pending',
  'query',
  'accepted',
  'sealed',
  'delivered',
  'sent-back',
  'sent-back-sealed',
  'returned',
  'return-sealed',
  'on-the-way',
  'recalled',
] as const;
type End = (typeof ends)[number];

/** Counts of a submission whose record i ended in `states[i]`, each claiming 1,000 yen + its index. */
function countsOf(states: End[]): RecordCount[] {
  const sums = new Map<string, { records: number; claimYen: number; hash: bigint }>();
  const put = (stage: string, index: number): void => {
    const sum = sums.get(stage) ?? { records: 0, claimYen: 0, hash: 0n };
    sums.set(stage, {
      records: sum.records + 1,
      claimYen: sum.claimYen + 1000 + index,
      hash: sum.hash + recordHash(submissionId, index),
    });
  };
  states.forEach((state, index) => {
    put('intake.received', index);
    put('inspection.taken', index);
    if (state === 'pending') return put('inspection.pending', index);
    const isReturned = state.startsWith('return') || state === 'recalled';
    const verdict = state === 'query' ? 'query' : isReturned ? 'returned' : 'accepted';
    put(`inspection.${verdict}`, index);
    if (state === 'recalled') {
      put('inspection.recalled', index);
      put('routing.taken', index);
      put('routing.returned', index);
      return put('billing.withdrawn', index);
    }
    if (state === 'on-the-way') return;
    put('routing.taken', index);
    put(`routing.${state === 'sent-back-sealed' ? 'return-sealed' : state}`, index);
    if (verdict !== 'accepted') return;
    if (state.startsWith('sent-back')) put(index % 2 === 0 ? 'billing.sent-back' : 'billing.offset', index);
    else put(state === 'accepted' ? 'billing.accepted' : 'billing.sealed', index);
  });
  return [...sums].map(([stage, { records, claimYen, hash }]) => ({
    submissionId,
    stage,
    records,
    claimYen,
    recordHashSum: hash.toString(),
    isJudged: !states.includes('pending'),
  }));
}

describe('reconciling what the services hold', () => {
  it('balances for every mixture of states while work flows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ends), { minLength: 1, maxLength: 30 }), (states) => {
        const report = reconcile(countsOf(states), false);
        expect(report.differences).toEqual([]);
        expect(report.received.records).toBe(states.length);
        expect(report.delivered.records).toBe(states.filter((state) => state === 'delivered').length);
        expect(report.returned.records).toBe(states.filter((state) => state.endsWith('-sealed')).length);
      }),
    );
  });

  it('notices a record lost, doubled or exchanged between two services', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<End>('delivered', 'return-sealed', 'sealed'), {
          minLength: 2,
          maxLength: 20,
        }),
        fc.constantFrom('records', 'claimYen', 'hash'),
        fc.constantFrom('routing.taken', 'inspection.taken'),
        (states, field, stage) => {
          const counts = countsOf(states).map((count) =>
            count.stage !== stage
              ? count
              : {
                  ...count,
                  records: count.records + (field === 'records' ? 1 : 0),
                  claimYen: count.claimYen + (field === 'claimYen' && stage === 'routing.taken' ? 1 : 0),
                  recordHashSum: (BigInt(count.recordHashSum) + (field === 'hash' ? 1n : 0n)).toString(),
                },
          );
          const isSeen = field !== 'claimYen' || stage === 'routing.taken';
          expect(reconcile(counts, true).differences.length > 0).toBe(isSeen);
        },
      ),
    );
  });

  it('demands with --settled that nothing is on its way', () => {
    const counts = countsOf(['delivered', 'on-the-way']);
    expect(reconcile(counts, false).differences).toEqual([]);
    expect(reconcile(counts, true).differences.map(({ what }) => what.en)).toContain(
      'judged and taken by routing',
    );
  });

  it('compares billing with routing once a settled submission is judged', () => {
    const counts = countsOf(['delivered', 'sealed']).filter(({ stage }) => stage !== 'billing.sealed');
    expect(reconcile(counts, false).differences).toEqual([]);
    expect(reconcile(counts, true).differences).toHaveLength(3);
  });

  it('notices money without an accepted record, while work flows and where no other service knows the submission', () => {
    const counts = countsOf(['query', 'returned']);
    const posted = countsOf(['sealed']).filter(({ stage }) => stage === 'billing.sealed');
    for (const known of [counts, []]) {
      const [difference] = reconcile([...known, ...posted], false).differences;
      expect(difference?.what.en).toBe('accepted and posted');
    }
  });
});

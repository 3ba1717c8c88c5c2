import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordHash } from '@daiko/contracts';
import { differenceYen } from '../ledger/journal.js';
import { reverseJournal } from '../ledger/reverse-journal.js';
import { areTotalsRight } from './check-totals.js';
import { nextStep } from './next-step.js';
import { postSealing } from './post-sealing.js';

const bundle = {
  bundleId: '01980000-0000-7000-8000-00000000000b',
  insurerNumber: '06999981',
  sealedMessageId: 'sealed',
  sealedAt: new Date('2026-06-30T15:30:00Z'),
};

describe('postSealing and reverseJournal', () => {
  it('moves claims from 1201 to 1202, a journal a provider, lines by month of acceptance; the mirror takes all back', () => {
    let number = 0;
    const journals = postSealing(
      bundle,
      [
        { providerNumber: '1319999981', processingMonth: '2026-06', recordCount: 3, claimYen: 28_607 },
        { providerNumber: '1329999997', processingMonth: '2026-05', recordCount: 1, claimYen: 9_680 },
        { providerNumber: '1329999997', processingMonth: '2026-06', recordCount: 2, claimYen: 15_663 },
      ],
      () => `j${(number += 1)}`,
    );
    const lines = journals.flatMap(({ id, period, postings }) =>
      postings.map((each) =>
        [
          id,
          period,
          each.account,
          each.partnerNumber,
          each.processingMonth,
          each.debitYen,
          each.creditYen,
        ].join(' '),
      ),
    );
    expect(lines).toEqual([
      'j1 2026-07 1202 06999981 2026-06 28607 0',
      'j1 2026-07 1201 06999981 2026-06 0 28607',
      'j2 2026-07 1202 06999981 2026-05 9680 0',
      'j2 2026-07 1201 06999981 2026-05 0 9680',
      'j2 2026-07 1202 06999981 2026-06 15663 0',
      'j2 2026-07 1201 06999981 2026-06 0 15663',
    ]);
    const voidedAt = new Date('2026-07-02T00:00:00Z');
    const mirrors = journals.map((original) =>
      reverseJournal(original, {
        id: `m-${original.id}`,
        causeMessageId: 'voided',
        rule: 'E2v',
        occurredAt: voidedAt,
      }),
    );
    expect(mirrors.map(({ reverses, rule }) => `${rule} ${reverses}`)).toEqual(['E2v j1', 'E2v j2']);
    const both = [...journals, ...mirrors].flatMap(({ postings }) => postings);
    for (const account of ['1201', '1202']) {
      expect(differenceYen(both.filter((posting) => posting.account === account))).toBe(0);
    }
  });
});

describe('nextStep', () => {
  const all = { named: 3, present: 3, accepted: 3, differing: 0 };
  it.each([
    ['sealed, all claims free', 'none', true, false, all, 'post'],
    ['a claim is missing', 'none', true, false, { ...all, present: 2, accepted: 2 }, 'wait'],
    ['an earlier bundle still holds one', 'none', true, false, { ...all, accepted: 2 }, 'wait'],
    ['voided before it was posted', 'none', true, true, { ...all, accepted: 0 }, 'post-and-reverse'],
    ['voided, claims missing', 'none', true, true, { ...all, present: 1 }, 'wait'],
    ['voided, its sealing not heard of', 'none', false, true, { ...all, named: 0 }, 'wait'],
    ['yen differ', 'none', true, false, { ...all, differing: 1 }, 'refuse'],
    ['posted and voided', 'sealed', true, true, { ...all, accepted: 0 }, 'reverse'],
    ['posted', 'sealed', true, false, { ...all, accepted: 0 }, 'wait'],
    ['posted and reversed', 'reversed', true, true, all, 'wait'],
    ['refused', 'differs', true, true, all, 'wait'],
  ] as const)('%s', (_what, posting, isSealed, isVoided, match, step) => {
    expect(nextStep({ isSealed, isVoided, posting }, match)).toBe(step);
  });
});

describe('areTotalsRight', () => {
  const anyLines = fc.uniqueArray(
    fc.record({ submissionId: fc.uuid(), index: fc.nat(50), claimYen: fc.nat(99_999) }),
    {
      selector: ({ submissionId, index }) => `${submissionId}/${index}`,
      maxLength: 20,
    },
  );

  it('agrees with right totals and sees one yen, one record or one name that differs', () => {
    fc.assert(
      fc.property(anyLines, (records) => {
        const data = {
          bundleId: bundle.bundleId,
          insurerNumber: bundle.insurerNumber,
          kind: 'checkup' as const,
          rootName: '06999981_91399998_202606100_3',
          sha256: 'a'.repeat(64),
          sizeBytes: 1,
          sealedAt: '2026-06-30T15:30:00Z',
          recordCount: records.length,
          claimYen: records.reduce((sum, { claimYen }) => sum + claimYen, 0),
          recordHashSum: records
            .reduce((sum, { submissionId, index }) => sum + recordHash(submissionId, index), 0n)
            .toString(),
          records,
        };
        expect(areTotalsRight(data)).toBe(true);
        expect(areTotalsRight({ ...data, claimYen: data.claimYen + 1 })).toBe(false);
        expect(areTotalsRight({ ...data, recordCount: data.recordCount + 1 })).toBe(false);
        expect(areTotalsRight({ ...data, recordHashSum: `${BigInt(data.recordHashSum) + 1n}` })).toBe(false);
        if (records[0] !== undefined)
          expect(areTotalsRight({ ...data, records: [...records, records[0]] })).toBe(false);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgedRecord, partners, workedMonth } from '../../test/worked-month.js';
import { differenceYen, type Journal } from '../ledger/journal.js';
import { claimsOf, insurersOf } from './claim.js';
import { postClaims } from './post-claims.js';

const acceptedAt = new Date('2026-06-09T03:00:00Z');
const submissionId = '01980000-0000-7000-8000-000000000001';

function journalsOf(rows: Parameters<typeof judgedRecord>[1][], providerNumber: string): Journal[] {
  const records = rows.map((row, index) => judgedRecord(index, row));
  const claims = claimsOf({ submissionId, providerNumber, kind: 'checkup', records }, acceptedAt);
  return postClaims(
    'message',
    claims,
    acceptedAt,
    new Map(insurersOf(claims).map((number) => [number, `j-${number}`])),
  );
}

/** `account partner debit credit`, one line a posting. */
function asTable(journals: readonly Journal[]): string[] {
  const name = (number: string) => Object.keys(partners).find((key) => partners[key] === number);
  return journals.flatMap(({ postings }) =>
    postings.map((line) => `${line.account} ${name(line.partnerNumber)} ${line.debitYen} ${line.creditYen}`),
  );
}

describe('postClaims', () => {
  it('posts the worked month: the matrix of providers and insurers to the yen', () => {
    const of = (provider: string) =>
      journalsOf(
        workedMonth.filter((claim) => claim.providerNumber === partners[provider]),
        String(partners[provider]),
      );
    expect(asTable(of('P1'))).toEqual([
      '1201 I1 25343 0',
      '2101 P1 0 25343',
      '1201 I2 8382 0',
      '2101 P1 0 8382',
      '1201 I3 35775 0',
      '2101 P1 0 35775',
    ]);
    expect(asTable(of('P2'))).toEqual([
      '1201 I1 28607 0',
      '2101 P2 0 28607',
      '1201 I3 6371 0',
      '2101 P2 0 6371',
    ]);
  });

  it('balances every journal and loses no yen, whatever the claims', () => {
    const anyRow = fc.record({
      insurerNumber: fc.constantFrom('06999981', '01999978', '00139998'),
      claimType: fc.constant(null),
      unitYen: fc.nat(10_000_000),
      copaymentYen: fc.nat(10_000),
      otherProgramYen: fc.nat(10_000),
      claimYen: fc.nat(10_000_000),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
        const journals = journalsOf(rows, '1329999997');
        const total = rows.reduce((sum, row) => sum + row.claimYen, 0);
        const debits = journals
          .flatMap(({ postings }) => postings)
          .reduce((sum, { debitYen }) => sum + debitYen, 0);
        expect(journals.map(({ postings }) => differenceYen(postings)).every((each) => each === 0)).toBe(
          true,
        );
        expect(debits).toBe(total);
        expect(journals.reduce((sum, { recordCount }) => sum + recordCount, 0)).toBe(rows.length);
        expect(new Set(journals.map(({ insurerNumber }) => insurerNumber)).size).toBe(journals.length);
      }),
    );
  });
});

describe('claimsOf', () => {
  const row = workedMonth[0]!;
  const judged = { submissionId, providerNumber: '1329999997', kind: 'checkup' as const };

  it('takes accepted records alone: queries, returns and held records owe nothing', () => {
    const records = (['accepted', 'query', 'returned', 'held'] as const).map((verdict, index) =>
      judgedRecord(index, row, verdict),
    );
    expect(claimsOf({ ...judged, records }, acceptedAt).map(({ index }) => index)).toEqual([0]);
  });

  it('counts the month by the day in Japan: 24:00 JST is the cut-off', () => {
    const months = ['2026-06-30T14:59:59Z', '2026-06-30T15:00:00Z'].map(
      (time) => claimsOf({ ...judged, records: [judgedRecord(0, row)] }, new Date(time))[0]?.processingMonth,
    );
    expect(months).toEqual(['2026-06', '2026-07']);
  });

  it('refuses an accepted record that names no insurer, and one below 0 yen: a fault, never a posting', () => {
    const nameless = { ...judgedRecord(0, row), insurerNumber: null };
    expect(() => claimsOf({ ...judged, records: [nameless] }, acceptedAt)).toThrow('accepted-without-claim');
    expect(() =>
      claimsOf({ ...judged, records: [judgedRecord(0, { ...row, claimYen: -1 })] }, acceptedAt),
    ).toThrow('claim-negative');
  });
});

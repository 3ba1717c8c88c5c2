import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordVerdict } from '@daiko/contracts';
import type { RecordReport } from '@daiko/inspection-rules';
import { entrants, inspectedRecords, type JudgedRecord, returnDuplicates } from './judge-chunk.js';

function aRecord(index: number, verdict: RecordVerdict, key: string | null): JudgedRecord {
  const report: RecordReport = {
    index,
    verdict,
    file: `DATA/h${index}.xml`,
    claim: `CLAIMS/c${index}.xml`,
    findings: [],
    returnReason: null,
    returnText: null,
    isReadable: true,
    insurerNumber: '06139992',
    ticketNumber: null,
    serviceDate: '20261001',
    claimFacts: null,
    identity: null,
    duplicateKey: null,
    resultEntry: null,
    claimEntry: null,
    faults: [],
  };
  return { report, personDigest: Buffer.alloc(16), claimKey: key === null ? null : Buffer.from(key) };
}

const anyRecord = fc.record({
  verdict: fc.constantFrom<RecordVerdict>('accepted', 'query', 'returned', 'held'),
  key: fc.constantFrom('a', 'b', 'c', null),
});

describe('resolving duplicates of a chunk', () => {
  it('leaves at most one good or doubtful record per key, and none whose key is taken', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 20 }), fc.subarray(['a', 'b', 'c']), (plan, taken) => {
        const judged = plan.map(({ verdict, key }, index) => aRecord(index, verdict, key));
        const takenKeys = new Set(taken.map((key) => Buffer.from(key).toString('hex')));
        const resolved = returnDuplicates(judged, takenKeys);
        const left = resolved.filter(
          ({ report, claimKey }) => claimKey !== null && ['accepted', 'query'].includes(report.verdict),
        );
        const keys = left.map(({ claimKey }) => claimKey?.toString());
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(taken).not.toContain(key);
        expect(entrants(resolved)).toEqual(left);
      }),
    );
  });

  it('never lets a returned or held record block a later one', () => {
    const judged = [aRecord(0, 'returned', 'a'), aRecord(1, 'held', 'a'), aRecord(2, 'accepted', 'a')];
    expect(returnDuplicates(judged, new Set()).map(({ report }) => report.verdict)).toEqual([
      'returned',
      'held',
      'accepted',
    ]);
  });

  it('returns the later of two with rule H001 and its reason', () => {
    const judged = [aRecord(0, 'accepted', 'a'), aRecord(1, 'accepted', 'a')];
    const [first, second] = inspectedRecords(returnDuplicates(judged, new Set()));
    expect(first).toMatchObject({ verdict: 'accepted', findings: [] });
    expect(second).toMatchObject({ verdict: 'returned', returnReason: '09' });
    expect(second?.findings.map(({ rule }) => rule)).toEqual(['H001']);
    expect(second?.returnText).toContain('H001');
  });
});

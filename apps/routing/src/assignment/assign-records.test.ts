import { type InspectedRecord, recordHash, recordStates, recordVerdicts } from '@daiko/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assignRecords } from './assign-records.js';

const origin = {
  submissionId: '0193a000-0000-7000-8000-000000000001',
  providerNumber: '1329999997',
  kind: 'checkup' as const,
};
const digits = '13299999972026112401000001';

function judged(change: Partial<InspectedRecord> = {}): InspectedRecord {
  const entry = { offset: 0, compressedBytes: 10, bytes: 20, crc32: 1, method: 8 };
  return {
    index: 0,
    verdict: 'accepted',
    returnReason: null,
    returnText: null,
    isReadable: true,
    insurerNumber: '06139463',
    ticketNumber: null,
    serviceDate: '20261101',
    claim: {
      unitYen: 9500,
      copaymentYen: 1450,
      otherProgramYen: 0,
      claimYen: 8050,
      claimType: '2',
      guidanceTiming: null,
      guidanceLevel: null,
    },
    result: { name: `h${digits}.xml`, ...entry },
    claimFile: { name: `c${digits}.xml`, ...entry },
    findings: [],
    ...change,
  };
}

describe('assignment of judged records (振分)', () => {
  it('takes an accepted record with its money, its files and the hash of its name', () => {
    const { records, defects } = assignRecords(origin, [judged()], new Map());
    expect(defects).toEqual([]);
    expect(records).toEqual([
      expect.objectContaining({
        state: 'accepted',
        insurerNumber: '06139463',
        claimYen: 8050,
        recordHash: recordHash(origin.submissionId, 0).toString(),
        findings: null,
      }),
    ]);
  });

  it('keeps findings only of what goes into a list, and gives a return without a reason code 09', () => {
    const finding = { rule: 'X002', level: 4, severity: 'return' as const, returnReason: '01' };
    const findings = [{ ...finding, file: null, line: null, xpath: null, item: null }];
    const returned = judged({ verdict: 'returned', findings });
    const unreadable = judged({ index: 1, verdict: 'returned', isReadable: false, claim: null, findings });
    const noClaim = judged({ index: 2, verdict: 'returned', claimFile: null, findings });
    const { records } = assignRecords(origin, [returned, unreadable, noClaim], new Map());
    expect(records.map((record) => [record.isReadable, record.findings?.length ?? 0])).toEqual([
      [true, 0],
      [false, 1],
      [false, 1],
    ]);
    expect(records.every(({ returnReason }) => returnReason === '09')).toBe(true);
  });

  it('refuses an accepted record without insurer, claim or files', () => {
    for (const lacking of [{ insurerNumber: null }, { claim: null }, { result: null }, { claimFile: null }]) {
      const { records, defects } = assignRecords(origin, [judged(lacking)], new Map());
      expect([records, defects]).toEqual([[], [{ recordIndex: 0, reason: 'incomplete' }]]);
    }
  });

  it('lets a late or repeated verdict change nothing, and tells where two final verdicts differ', () => {
    const outcome = (before: (typeof recordStates)[number], verdict: (typeof recordVerdicts)[number]) => {
      const { records, defects } = assignRecords(origin, [judged({ verdict })], new Map([[0, before]]));
      return records[0]?.state ?? defects[0]?.reason ?? 'unchanged';
    };
    expect(outcome('query', 'accepted')).toBe('accepted');
    expect(outcome('held', 'query')).toBe('query');
    expect(outcome('held', 'held')).toBe('unchanged');
    expect(outcome('accepted', 'query')).toBe('unchanged');
    expect(outcome('sealed', 'accepted')).toBe('unchanged');
    expect(outcome('delivered', 'held')).toBe('unchanged');
    expect(outcome('return-sealed', 'returned')).toBe('unchanged');
    expect(outcome('sealed', 'returned')).toBe('contradiction');
    expect(outcome('returned', 'accepted')).toBe('contradiction');
  });

  it('ends in the same states in whatever order chunk and decision arrive, and however often', () => {
    const firstVerdict = fc.constantFrom('query' as const, 'held' as const);
    const decision = fc.constantFrom('accepted' as const, 'returned' as const);
    fc.assert(
      fc.property(firstVerdict, decision, fc.array(fc.boolean(), { maxLength: 6 }), (first, second, more) => {
        const order = [true, false, ...more];
        const end = (deliveries: boolean[]) => {
          const held = new Map<number, (typeof recordStates)[number]>();
          for (const isDecision of deliveries) {
            const verdict = isDecision ? second : first;
            for (const record of assignRecords(origin, [judged({ verdict })], held).records) {
              held.set(record.recordIndex, record.state);
            }
          }
          return held.get(0);
        };
        expect(end(order)).toBe(second);
        expect(end([...order].reverse())).toBe(second);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { type EntryRef, recordStates, type ReplyRecord } from '@daiko/contracts';
import fc from 'fast-check';
import { type DeliveredRecord, matchReply } from './match-reply.js';

const digits = '13100000112026112401000001';
const entry = (prefix: string): EntryRef => ({
  name: `${prefix}${digits}.xml`,
  offset: 0,
  compressedBytes: 10,
  bytes: 20,
  crc32: 7,
  method: 8,
});
const returned: ReplyRecord = {
  index: 0,
  isTaken: true,
  returnReason: '06',
  claimYen: 6580,
  result: entry('h'),
  claimFile: entry('c'),
  findings: [],
};
const delivered: DeliveredRecord = {
  submissionId: '0193a6d2-4c00-7000-8000-000000000001',
  index: 3,
  state: 'delivered',
  providerNumber: '1310000011',
  claimYen: 6580,
  resultEntry: entry('h'),
  acknowledgedAt: new Date('2025-12-01T00:00:00Z'),
};
const now = new Date('2026-11-24T00:00:00Z');

function rulesOf(
  record: Partial<ReplyRecord>,
  ours: Partial<DeliveredRecord>[],
  type: '4' | '5' = '4',
  repeated = 1,
  months = 12,
) {
  const records = Array.from({ length: repeated }, (_, index) => ({ ...returned, ...record, index }));
  const known = ours.map((one) => ({ ...delivered, ...one }));
  return matchReply(records, new Map([[digits, known]]), type, now, months).map(({ original, findings }) =>
    original === null ? findings.map(({ rule }) => rule).join() : 'taken',
  );
}

// Whether a record goes back: what R004, R006 and R008 say, and that nothing goes back twice.
describe('matching what an insurer returns', () => {
  it.each([
    ['what was delivered', {}, [{}], '4', 'taken'],
    ['what was never delivered', {}, [], '4', 'R004'],
    ['what was sent back before', {}, [{ state: 'sent-back' }], '4', 'R004'],
    [
      'a name that was used twice, of which one is left',
      {},
      [{ state: 'return-sealed' }, { index: 4 }],
      '4',
      'taken',
    ],
    ['another result', { result: { ...entry('h'), crc32: 8 } }, [{}], '4', 'R006'],
    ['another amount', { claimYen: 6581 }, [{}], '4', 'R006'],
    ['a settled record in time', {}, [{}], '5', 'taken'],
    ['a settled record too late', {}, [{ acknowledgedAt: new Date('2025-11-23T00:00:00Z') }], '5', 'R008'],
    [
      'an unsettled one after the same time',
      {},
      [{ acknowledgedAt: new Date('2025-11-23T00:00:00Z') }],
      '4',
      'taken',
    ],
  ] as const)('%s', (_what, record, ours, type, expected) => {
    expect(rulesOf(record, [...ours], type)).toEqual([expected]);
  });

  it('takes of several pairs of one name no more than were delivered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...recordStates), { maxLength: 5 }),
        fc.integer({ min: 1, max: 6 }),
        (states, pairs) => {
          const ours = states.map((state, index) => ({ state, index }));
          const taken = rulesOf({}, ours, '4', pairs).filter((outcome) => outcome === 'taken').length;
          expect(taken).toBe(Math.min(pairs, states.filter((state) => state === 'delivered').length));
        },
      ),
    );
  });

  it('takes a settled record back as long as the contract says', () => {
    const old = [{ acknowledgedAt: new Date('2025-11-23T00:00:00Z') }];
    expect(rulesOf({}, old, '5', 1, 12)).toEqual(['R008']);
    expect(rulesOf({}, old, '5', 1, 24)).toEqual(['taken']);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainOf } from '../../test/chain.js';
import { appendMarks, type StreamEnd } from './append-marks.js';
import { type Alarm, readArrival, type TrailMark } from './arrival.js';

const marksOf = (count: number): TrailMark[] =>
  chainOf(count).map((envelope) => {
    const arrival = readArrival(envelope);
    if (!('mark' in arrival)) throw new Error('not a mark');
    return arrival.mark;
  });
const begin: StreamEnd = { sequence: 0, hash: null };

/** Takes batches one after the other, as the store does: parked marks come again with each batch. */
function takeAll(batches: readonly (readonly TrailMark[])[]) {
  const taken: TrailMark[] = [];
  const alarms: Alarm[] = [];
  let parked: TrailMark[] = [];
  let end = begin;
  for (const batch of batches) {
    const earlier = new Map(taken.map(({ sequence, hash }) => [sequence, hash]));
    const outcome = appendMarks(end, [...batch, ...parked], earlier);
    taken.push(...outcome.appended);
    alarms.push(...outcome.alarms);
    ({ end, parked } = outcome);
  }
  return { taken, parked, alarms, end };
}

describe('readArrival', () => {
  it('recomputes the hash in its own words and agrees with the one who wrote it', () => {
    expect(marksOf(3).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('is alarmed by one changed word, one changed place, or another service’s name', () => {
    const envelope = chainOf(1)[0]!;
    const changed = [
      { ...envelope, subject: 'other' },
      { ...envelope, data: { ...envelope.data, actorId: 'other' } as typeof envelope.data },
      { ...envelope, chain: { ...envelope.chain!, sequence: 2 } },
    ];
    for (const each of changed) expect(readArrival(each)).toMatchObject({ alarm: { kind: 'hash-wrong' } });
    expect(readArrival({ ...envelope, source: 'routing' })).toMatchObject({ alarm: { kind: 'malformed' } });
    const { chain: _, ...unchained } = envelope;
    expect(readArrival(unchained)).toMatchObject({ alarm: { kind: 'malformed' } });
  });
});

describe('appendMarks', () => {
  it('ends with the whole stream in order, in whatever order and however often its marks come', () => {
    const marks = marksOf(12);
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 5 }),
        (weights, batchSize) => {
          const twice = [...marks, ...marks]
            .map((mark, index) => ({ mark, weight: weights[index] ?? 0 }))
            .sort((a, b) => a.weight - b.weight)
            .map(({ mark }) => mark);
          const batches = Array.from({ length: Math.ceil(24 / batchSize) }, (_, index) =>
            twice.slice(index * batchSize, (index + 1) * batchSize),
          );
          expect(takeAll(batches)).toEqual({
            taken: marks,
            parked: [],
            alarms: [],
            end: { sequence: 12, hash: marks[11]?.hash },
          });
        },
      ),
    );
  });

  it('stops at a gap, keeps what comes after, and goes on when the missing mark comes', () => {
    const marks = marksOf(5);
    const rest = marks.filter(({ sequence }) => sequence !== 3);
    const before = takeAll([rest]);
    expect([before.end.sequence, before.parked.map(({ sequence }) => sequence)]).toEqual([2, [4, 5]]);
    expect(takeAll([rest, [marks[2]!]]).end.sequence).toBe(5);
  });

  it('sounds an alarm for a second mark at a place and for one that links to nothing, and lets neither in', () => {
    const marks = marksOf(3);
    const forged = { ...marks[2]!, hash: 'f'.repeat(64) };
    const unlinked = { ...marks[2]!, hash: 'e'.repeat(64), previousHash: 'd'.repeat(64) };
    expect(takeAll([marks, [forged]]).alarms.map(({ kind }) => kind)).toEqual(['place-taken']);
    expect(takeAll([[...marks, forged]]).alarms.map(({ kind }) => kind)).toEqual(['place-taken']);
    const stuck = takeAll([[marks[0]!, marks[1]!, unlinked]]);
    expect([stuck.end.sequence, stuck.alarms.map(({ kind }) => kind)]).toEqual([2, ['link-broken']]);
    expect(takeAll([[marks[0]!, marks[1]!, unlinked], [marks[2]!]]).end.sequence).toBe(3);
  });
});

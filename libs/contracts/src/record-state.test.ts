import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ledgerColumn,
  nextRecordState,
  recordEvents,
  type RecordState,
  recordStates,
} from './record-state.js';

// Conservation of records: every life ends in one column, and what an insurer sends back it sends back once.
describe('the states of a record', () => {
  it('sends a delivered record back once at most, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...recordEvents), { maxLength: 40 }), (events) => {
        let state: RecordState = 'received';
        let sentBack = 0;
        for (const event of events) {
          const next = nextRecordState(state, event);
          if (next === null) continue;
          if (event === 'send-back') {
            expect(state).toBe('delivered');
            sentBack += 1;
          }
          state = next;
        }
        expect(sentBack).toBeLessThanOrEqual(1);
        expect(['delivered', 'returned', 'refused', 'inProgress']).toContain(ledgerColumn(state));
      }),
    );
  });

  it('reaches every state, and from every state an end', () => {
    const reached = new Set<RecordState>(['received']);
    for (const state of reached) {
      for (const event of recordEvents) {
        const next = nextRecordState(state, event);
        if (next !== null) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual([...recordStates].sort());
    expect(ledgerColumn('sent-back')).toBe('inProgress');
  });
});

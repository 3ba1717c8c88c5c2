import { describe, expect, it } from '@jest/globals';
import type { InspectedRecord } from '@daiko/contracts';
import { decideQuery } from './decide-query.js';

const record: InspectedRecord = {
  index: 3,
  verdict: 'query',
  returnReason: null,
  returnText: null,
  isReadable: true,
  insurerNumber: '06139992',
  ticketNumber: null,
  serviceDate: '20261001',
  claim: null,
  result: null,
  claimFile: null,
  findings: [],
};

describe('deciding a query', () => {
  it('accepts a released record without a reason', () => {
    expect(decideQuery(record, { decision: 'release' })).toEqual({ ...record, verdict: 'accepted' });
  });

  it('returns with the reason and the text that were given', () => {
    const decided = decideQuery(record, {
      decision: 'return',
      returnReason: '09',
      returnText: '保険者に確認',
    });
    expect(decided).toMatchObject({
      index: 3,
      verdict: 'returned',
      returnReason: '09',
      returnText: '保険者に確認',
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { messageSchemas, ownMessageSchemas, violationsOf } from '../index.js';

describe('violationsOf', () => {
  it('can check every message type of the platform', () => {
    const types = [
      ...Object.keys(messageSchemas),
      ...Object.keys(ownMessageSchemas).map((own) => `intake.${own}`),
    ];
    for (const type of types) expect(violationsOf(type, {})?.length).toBeGreaterThan(0);
  });

  it('accepts a word of a closed list and refuses any other', () => {
    const voided = {
      bundleId: '018f3c3e-0000-7000-8000-000000000001',
      insurerNumber: '06139999',
      voidedAt: '2026-11-24T00:00:00Z',
      reason: 'unreadable',
      recordCount: 1,
      claimYen: 100,
    };
    expect(violationsOf('routing.bundle.voided.v1', voided)).toEqual([]);
    expect(violationsOf('routing.bundle.voided.v1', { ...voided, reason: 'other' })).not.toEqual([]);
    expect(violationsOf('routing.bundle.melted.v1', voided)).toBeNull();
  });
});

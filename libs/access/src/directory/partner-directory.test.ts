import { describe, expect, it } from '@jest/globals';
import type { Database } from '@daiko/persistence';
import { PartnerDirectory } from './partner-directory.js';

describe('the copy of the directory in memory', () => {
  it('reads a key again whose memory lies in the future: a clock was set back, and a withdrawn key must not live on', async () => {
    let now = new Date('2026-11-24T12:00:00Z');
    let reads = 0;
    const query = () => {
      reads += 1;
      return Promise.resolve([{ partnerId: 'one', credentialId: 'op1', mayActFor: [], limits: {} }]);
    };
    const directory = new PartnerDirectory({ query } as unknown as Database, () => now, false);
    await directory.byCredential('op1');
    await directory.byCredential('op1');
    expect(reads).toBe(1);
    now = new Date('2026-11-24T11:00:00Z');
    await directory.byCredential('op1');
    expect(reads).toBe(2);
  });
});

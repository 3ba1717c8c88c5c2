import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TokenBuckets } from './token-bucket.js';

describe('the limit of requests a minute', () => {
  it('lets a minute of requests through at once, then one for each part of a minute', () => {
    const buckets = new TokenBuckets();
    const answers = Array.from({ length: 4 }, () => buckets.take('a', 3, 0));
    expect(answers).toEqual([0, 0, 0, 20]);
    expect(buckets.take('a', 3, 20_000)).toBe(0);
    expect(buckets.take('a', 3, 20_000)).toBe(20);
    expect(buckets.take('b', 3, 20_000)).toBe(0);
  });

  it('never lets through more than the limit plus what has filled up, whatever the times', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.nat(5_000), { minLength: 1, maxLength: 300 }),
        (perMinuteMax, waits) => {
          const buckets = new TokenBuckets();
          let nowMs = 0;
          let allowed = 0;
          for (const wait of waits) {
            nowMs += wait;
            if (buckets.take('a', perMinuteMax, nowMs) === 0) allowed += 1;
          }
          expect(allowed).toBeLessThanOrEqual(perMinuteMax + Math.floor((nowMs * perMinuteMax) / 60_000) + 1);
        },
      ),
    );
  });

  it('answers a wait after which there is a token', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (perMinuteMax) => {
        const buckets = new TokenBuckets();
        let wait = 0;
        while (wait === 0) wait = buckets.take('a', perMinuteMax, 0);
        expect(buckets.take('a', perMinuteMax, wait * 1000)).toBe(0);
      }),
    );
  });

  it('refuses everything where the limit is zero', () => {
    expect(new TokenBuckets().take('a', 0, 0)).toBe(60);
  });
});

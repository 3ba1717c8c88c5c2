import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { currentTraceId, currentTraceparent, withTrace } from './trace.js';

const given = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

describe('withTrace', () => {
  it('keeps the trace through awaits, as a span of its own', async () => {
    const inside = await withTrace(given, async () => {
      await turn();
      return currentTraceparent();
    });
    expect(inside).toMatch(new RegExp(`^00-${'a'.repeat(32)}-[0-9a-f]{16}-01$`));
    expect(inside).not.toBe(given);
    expect(currentTraceId()).toBeUndefined();
  });

  it.each([undefined, '', 'x', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, `${given}-more`])(
    'begins a new trace for %p',
    (traceparent) => {
      const traceId = withTrace(traceparent, () => currentTraceId());
      expect(traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(traceId).not.toMatch(/^(0+|a+)$/);
    },
  );
});

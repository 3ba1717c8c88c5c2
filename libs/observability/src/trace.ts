import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

interface Trace {
  traceId: string;
  spanId: string;
}

const traces = new AsyncLocalStorage<Trace>();
const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/**
 * Runs `work` within the trace of a W3C `traceparent`, as a span of its own; without a valid one a new trace begins.
 * Everything that `work` awaits sees the trace.
 */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  const parts = traceparent === undefined ? null : pattern.exec(traceparent);
  const traceId = parts?.[1] !== undefined && !/^0+$/.test(parts[1]) ? parts[1] : randomHex(16);
  return traces.run({ traceId, spanId: randomHex(8) }, work);
}

/** The `traceparent` to send on: the current trace, or a new one outside of any. */
export function currentTraceparent(): string {
  const trace = traces.getStore() ?? { traceId: randomHex(16), spanId: randomHex(8) };
  return `00-${trace.traceId}-${trace.spanId}-01`;
}

/** Hexadecimal trace id of the current trace; undefined outside of any. */
export function currentTraceId(): string | undefined {
  return traces.getStore()?.traceId;
}

const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');

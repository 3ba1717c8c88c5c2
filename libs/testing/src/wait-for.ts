import { setTimeout as delay } from 'node:timers/promises';

interface WaitOptions<T> {
  /** Give up after this long; default 20,000 ms. */
  deadlineMs?: number;
  /** What is printed when it gives up; default the last answer as JSON. */
  describe?: (last: T | undefined) => string;
  intervalMs?: number;
}

/**
 * Asks `condition` again and again until it answers something truthy, and answers that. An error counts as not yet.
 * Gives up after the deadline with the last state seen.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  options: WaitOptions<T> = {},
): Promise<NonNullable<T>> {
  const { deadlineMs = 20_000, intervalMs = 25, describe = (last) => JSON.stringify(last) } = options;
  const until = Date.now() + deadlineMs;
  let last: T | undefined;
  let lastError: unknown;
  for (;;) {
    try {
      last = await condition();
      lastError = undefined;
      if (last) return last;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > until) break;
    await delay(intervalMs);
  }
  const state = lastError instanceof Error ? lastError.message : describe(last);
  throw new Error(`not within ${deadlineMs} ms; last state seen: ${state}`, { cause: lastError });
}

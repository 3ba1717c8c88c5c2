import { describe, expect, it, jest } from '@jest/globals';
import { PayloadTampered } from '@daiko/payload-store';
import { RetryHeld } from './retry-held.js';

const first = '01980000-0000-7000-8000-000000000001';
const second = '01980000-0000-7000-8000-000000000002';

/** Two held records of two submissions, each of which cannot be opened for `fault`. */
function heldUnder(fault: Error) {
  const opened = jest.fn((_: { submissionId: string }) => Promise.reject(fault));
  const query = (sql: string, [id]: unknown[]) =>
    Promise.resolve(
      sql.includes('FROM submission')
        ? [{ submissionId: id }]
        : [first, second].map((submissionId) => ({ submissionId, index: 0 })),
    );
  const retry = new RetryHeld(
    { query } as never,
    {} as never,
    { get: opened } as never,
    {} as never,
    {} as never,
    {} as never,
    () => new Date(),
  );
  return { retry, opened };
}

describe('the retry of held records', () => {
  const caller = { partnerId: 'operator-1', credentialId: null } as never;

  it('goes on to the next where the payload of one is damaged', async () => {
    const { retry, opened } = heldUnder(new PayloadTampered('p', 'segment 0'));
    expect(await retry.all(caller)).toEqual({ retried: 0, stillHeld: 2 });
    expect(opened.mock.calls.map(([{ submissionId }]) => submissionId)).toEqual([first, second]);
  });

  it('says so where the store does not answer, which is no fault of a record', async () => {
    const { retry } = heldUnder(new Error('connect ECONNREFUSED'));
    await expect(retry.all(caller)).rejects.toThrow('ECONNREFUSED');
  });
});

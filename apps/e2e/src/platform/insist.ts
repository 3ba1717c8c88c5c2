import type { Answer } from './door.js';
import { waitUntil } from './wait-until.js';

/** Statuses that say "not now"; a provider's program tries again. */
const notNow = [401, 409, 429, 502, 503, 504];

/** Asks as a partner's program does whose agency is having a bad day: the same again until there is an answer. */
export async function insist(
  what: string,
  ask: () => Promise<Answer>,
  deadlineMs = 120_000,
): Promise<Answer> {
  let last: unknown = null;
  return waitUntil(
    what,
    async () => {
      try {
        const answer = await ask();
        last = `${answer.status} ${answer.bytes.toString('utf8').slice(0, 200)}`;
        return notNow.includes(answer.status) || answer.status >= 500 ? null : answer;
      } catch (broken) {
        last = String(broken);
        return null;
      }
    },
    { deadlineMs, state: () => last },
  );
}

import { type Caller, callerMay } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { readPageQuery, serviceProblems } from '@daiko/service';
import type { DeliveryQuery } from './delivery.store.js';

const listLimits = { default: 100, max: 1000 };

/** Whose documents a caller sees: its own, or everybody's (null) where the policy says so. */
export function ownerFor(caller: Caller, anybodys: 'bundle:read-any' | 'return:read-any'): string | null {
  return callerMay(caller, anybodys) ? null : caller.number;
}

/** Reads `after`, `limit` and `state` of a list. @throws {Problem} with the place */
export function readDeliveryQuery(
  query: Record<string, unknown>,
  owner: string | null,
  states: readonly string[],
): DeliveryQuery {
  const { after, limit } = readPageQuery(query, listLimits);
  if (after !== null && !/^\d{1,15}$/.test(after)) {
    throw new Problem(serviceProblems.requestInvalid, { places: 'after' });
  }
  const { state } = query;
  if (state !== undefined && !(typeof state === 'string' && states.includes(state))) {
    throw new Problem(serviceProblems.requestInvalid, { places: `state (${states.join(', ')})` });
  }
  return { owner, afterNumber: Number(after ?? 0), state: state ?? null, limit };
}

/**
 * `cursor`: where a later call goes on to see only what is new. `next`: the same while this list has more, null at its end.
 */
export function pageEnd(
  rows: readonly { deliveryNumber: number }[],
  query: DeliveryQuery,
): { next: string | null; cursor: string | null } {
  const last = rows.at(-1)?.deliveryNumber ?? query.afterNumber;
  const cursor = last === 0 ? null : String(last);
  return { next: rows.length < query.limit ? null : cursor, cursor };
}

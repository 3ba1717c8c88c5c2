import { Problem } from '@daiko/contracts';
import { serviceProblems } from '../http/service-problems.js';

/** Where a list goes on and how much of it is wanted. */
export interface PageQuery {
  after: string | null;
  limit: number;
}

/** Reads `after` (at most 120 letters, digits, `._-/`) and `limit` of a list; throws a problem with the place. */
export function readPageQuery(
  query: Record<string, unknown>,
  limits: { default: number; max: number },
): PageQuery {
  const { after, limit } = query;
  if (after !== undefined && (typeof after !== 'string' || !/^[\w./-]{1,120}$/.test(after))) {
    throw new Problem(serviceProblems.requestInvalid, { places: 'after' });
  }
  const wanted = limit === undefined ? limits.default : Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > limits.max) {
    throw new Problem(serviceProblems.requestInvalid, { places: `limit (1-${limits.max})` });
  }
  return { after: after ?? null, limit: wanted };
}

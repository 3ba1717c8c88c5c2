import { Problem } from '@daiko/contracts';
import type { Logger } from '@daiko/observability';
import { intakeProblems } from '../problems.js';

/** A part that receiving leans on. */
export type Part = 'scanner' | 'object-store' | 'database' | 'keys' | 'desk';

/** The problem for a part that is down; the sender is asked to come again. */
export function notReady(part: Part): Problem {
  return new Problem(intakeProblems.notReady, { part }, {}, 10);
}

/** Waits for work of a part; its fault is logged and becomes a {@link notReady}. Problems pass through. */
export async function orNotReady<T>(part: Part, logger: Logger, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) throw error;
    logger.error('A part that receiving needs has failed', { check: part, error });
    throw notReady(part);
  }
}

import { HttpException } from '@nestjs/common';
import { Problem } from '@daiko/contracts';
import { isServerAway } from '@daiko/persistence';
import { serviceProblems } from './service-problems.js';

/** Bytes of a JSON body that are read at most. */
export const jsonBytesMax = 1024 * 1024;

const awaySeconds = 10;

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
}

/** The problem that an error of the HTTP framework stands for; null where it is none that the caller can mend. */
export function problemOfError(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  if (status === null || status < 400 || status >= 500) return null;
  if (status === 404 || status === 405) return new Problem(serviceProblems.notFound);
  if (status === 413) return new Problem(serviceProblems.bodyTooLarge, { limitBytes: jsonBytesMax });
  if (status === 415) return new Problem(serviceProblems.mediaTypeUnsupported);
  return new Problem(serviceProblems.requestInvalid, { places: 'body' });
}

/** What a fault of ours is answered with: 503 where a server is away, otherwise 500; only a number leads to the cause. */
export function problemOfFault(error: unknown, faultNumber: string): Problem {
  return isServerAway(error)
    ? new Problem(serviceProblems.unavailable, { faultNumber }, { faultNumber }, awaySeconds)
    : new Problem(serviceProblems.fault, { faultNumber }, { faultNumber });
}

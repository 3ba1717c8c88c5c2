import { HttpException } from '@nestjs/common';
import { Problem } from '@daiko/contracts';
import { serviceProblems } from './service-problems.js';

/** Bytes of a JSON body that are read at most. */
export const jsonBytesMax = 1024 * 1024;

/** Codes of node and PostgreSQL that mean: a server we need is away, not that we are wrong. */
const awayCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|53[0-9A-Z]{3}|08[0-9A-Z]{3})$/;
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
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAway =
    (typeof code === 'string' && awayCodes.test(code)) ||
    (typeof message === 'string' &&
      /^(Connection terminated|timeout exceeded when trying to connect)/.test(message));
  return isAway
    ? new Problem(serviceProblems.unavailable, { faultNumber }, { faultNumber }, awaySeconds)
    : new Problem(serviceProblems.fault, { faultNumber }, { faultNumber });
}

import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemBody } from '@daiko/contracts';
import type { Logger } from '@daiko/observability';
import { linger } from './linger.js';
import { problemOfError, problemOfFault } from './problem-of-error.js';

/** A number under which a fault is found in the log. */
function newFaultNumber(now: Date): string {
  return `F-${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;
}

/** Sends a problem as RFC 9457 JSON. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const { status } = problem.kind;
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds);
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="daiko"');
  void reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem)));
}

/** The one place where what a controller throws becomes an answer. A fault is logged; the answer carries its number only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly now: () => Date,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemOfError(error) ?? this.recordFault(error, request);
    if (reply.raw.headersSent || reply.raw.destroyed) {
      // Half an answer is out: only a broken connection tells the caller that it is not whole.
      reply.raw.destroy();
      return;
    }
    sendProblem(reply, problem);
    linger(request.raw);
  }

  private recordFault(error: unknown, request: FastifyRequest): Problem {
    const faultNumber = newFaultNumber(this.now());
    this.logger.error('A request failed', {
      faultNumber,
      method: request.method,
      route: request.routeOptions?.url ?? 'unknown',
      error,
    });
    return problemOfFault(error, faultNumber);
  }
}

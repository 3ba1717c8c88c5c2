import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { metrics } from '@daiko/observability';
import { parseAuthorization } from '../credential/credential.js';
import { ACCESS_CLOCK, PartnerDirectory } from '../directory/partner-directory.js';
import type { Action } from '../policy.js';
import { accessProblems } from '../problems.js';
import { ALLOWED_ACTIONS } from './allow.js';
import type { Caller, RequestWithCaller } from './caller.js';
import { checkActions, checkCredential } from './check-access.js';
import { TokenBuckets } from './token-bucket.js';

/** Refusals that leave a mark, by minute, process and partner (all unknown callers together); the others are only counted, so that a flood cannot fill the chain. */
const deniedMarksPerMinuteMax = 60;

interface GuardedRequest extends RequestWithCaller {
  headers: { authorization?: string };
  routeOptions?: { url?: string };
}

/** Opens a door to those whom the policy lets in; everyone else gets a problem and leaves a mark. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly requests = new TokenBuckets();
  private readonly deniedMarks = new TokenBuckets();
  private readonly deniedCount = metrics.counter(
    'daiko_access_denied_total',
    'Requests refused by the guard',
    ['code'],
  );

  constructor(
    private readonly reflector: Reflector,
    private readonly directory: PartnerDirectory,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ACCESS_CLOCK) private readonly now: () => Date,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const actions = this.reflector.getAllAndOverride<Action[] | undefined>(ALLOWED_ACTIONS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (actions === undefined) throw new Error('this door names no action; it stays shut');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    request.caller = await this.admit(request, actions);
    return true;
  }

  private async admit(request: GuardedRequest, actions: readonly Action[]): Promise<Caller> {
    if (!(await this.directory.isFresh())) {
      throw new Problem(accessProblems.directoryStale, {}, {}, 60);
    }
    const { authorization } = request.headers;
    const shown = parseAuthorization(authorization);
    const known = shown === null ? null : await this.directory.byCredential(shown.credentialId);
    const answer = checkCredential(authorization, known, this.now());
    if ('problem' in answer) {
      return this.refuse(answer.problem, request, actions, answer.partnerId, answer.credentialId);
    }
    const { caller } = answer;
    this.takeFromLimit(caller);
    const problem = checkActions(caller, actions);
    if (problem !== null) {
      return this.refuse(problem, request, actions, caller.partnerId, caller.credentialId);
    }
    return caller;
  }

  private takeFromLimit(caller: Caller): void {
    const { requestsPerMinuteMax } = caller.limits;
    const waitSeconds = this.requests.take(caller.partnerId, requestsPerMinuteMax, this.now().getTime());
    if (waitSeconds === 0) return;
    const problem = accessProblems.tooManyRequests;
    this.deniedCount.inc({ code: problem.code });
    throw new Problem(problem, { number: caller.number, requestsPerMinuteMax }, {}, waitSeconds);
  }

  private async refuse(
    problem: Problem,
    request: GuardedRequest,
    actions: readonly Action[],
    partnerId: string | null,
    credentialId: string | null,
  ): Promise<never> {
    this.deniedCount.inc({ code: problem.kind.code });
    if (this.deniedMarks.take(partnerId ?? 'unknown', deniedMarksPerMinuteMax, this.now().getTime()) === 0) {
      await this.unitOfWork.run(async (tx) =>
        tx.recordAccess({
          actorId: partnerId ?? 'unknown',
          credentialId,
          action: actions[0] ?? 'door:open',
          objectKind: 'door',
          objectId: (request.routeOptions?.url ?? 'unknown').slice(0, 120),
          outcome: 'denied',
        }),
      );
    }
    throw problem;
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { actorOf, Allow, type Caller, callerMay, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { listUndecided, lockUndecided } from '../chunk/chunk.store.js';
import { queryNotFound } from '../problems.js';
import { findSubmission } from '../submission/submission.store.js';
import { decideQuery, type QueryDecision } from './decide-query.js';
import { closeQuestion, listOpenQuestions } from './question.store.js';
import { questionPage } from './question-view.js';
import { afterOf } from './record-cursor.js';
import { RecordIndexPipe } from './record-index.js';
import { agencyReasonOf, ReturnReasonBody } from './return-reason.js';
import { markAct, settleQuery } from './settle-query.js';
import { pageOf } from './undecided-view.js';

export class QueryDecisionBody extends ReturnReasonBody {
  @IsIn(['release', 'return'])
  decision!: 'release' | 'return';
}

/** 確認依頼: doubtful records wait here for a person or their insurer, without blocking the others; an insurer sees those put to it. */
@Controller('v1/queries')
export class QueriesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('query:read', 'question:read')
  async list(
    @CurrentCaller() caller: Caller,
    @Query('after') after?: string,
    @Query('limit') limit?: string,
  ): Promise<object> {
    const size = Math.min(Math.max(Number(limit ?? 100) || 100, 1), 500);
    if (!callerMay(caller, 'query:read')) return this.listOfInsurer(caller, afterOf(after), size);
    const rows = await listUndecided(this.database, 'query', afterOf(after), size);
    return pageOf('queries', rows, size);
  }

  @Post(':submissionId/:index/decision')
  @HttpCode(200)
  @Allow('query:decide')
  async decide(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @Param('index', RecordIndexPipe) index: number,
    @Body() body: QueryDecisionBody,
    @CurrentCaller() caller: Caller,
  ): Promise<{ submissionId: string; index: number; verdict: string }> {
    const decision = decisionOf(body);
    return this.unitOfWork.run(async (tx) => {
      const open = await lockUndecided(tx, 'query', submissionId, index);
      const submission = await findSubmission(tx, submissionId);
      if (open === null || submission === null) throw new Problem(queryNotFound, { submissionId, index });
      const decided = decideQuery(open.judged, decision);
      const now = this.now();
      await closeQuestion(tx, submissionId, index, 'decided-by-agency', now);
      await settleQuery(tx, submission, open, decided, 'query-decided', now);
      markAct(tx, caller, 'query:decide', submissionId, index);
      return { submissionId, index, verdict: decided.verdict };
    });
  }

  private async listOfInsurer(
    caller: Caller,
    after: { submissionId: string; index: number } | null,
    limit: number,
  ): Promise<object> {
    const rows = await listOpenQuestions(this.database, caller.number, after, limit);
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: 'question:read',
        objectKind: 'insurer',
        objectId: caller.number,
        recordCount: rows.length,
      }),
    );
    return questionPage(rows, limit);
  }
}

function decisionOf(body: QueryDecisionBody): QueryDecision {
  if (body.decision === 'release') return { decision: 'release' };
  return { decision: 'return', ...agencyReasonOf(body) };
}

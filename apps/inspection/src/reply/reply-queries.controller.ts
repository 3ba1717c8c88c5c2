import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { queryNotFound } from '../problems.js';
import { afterOf, nextOf } from '../query/record-cursor.js';
import { RecordIndexPipe } from '../query/record-index.js';
import { markAct } from '../query/settle-query.js';
import { closeReplyQuery, listReplyQueries } from './reply-query.store.js';

const pageMax = 100;

/** Pairs of insurers' returns that were not taken (R001–R008): a clerk asks the insurer, who sends them again, and closes them. */
@Controller('v1/reply-queries')
export class ReplyQueriesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('query:read')
  async list(@Query('after') after?: string): Promise<object> {
    const replies = await listReplyQueries(this.database, afterOf(after), pageMax);
    const places = replies.map(({ replyId, index }) => ({ submissionId: replyId, index }));
    return { replies, next: nextOf(places, pageMax) };
  }

  @Post(':replyId/:index/close')
  @HttpCode(200)
  @Allow('query:decide')
  async close(
    @Param('replyId', ParseUUIDPipe) replyId: string,
    @Param('index', RecordIndexPipe) index: number,
    @CurrentCaller() caller: Caller,
  ): Promise<{ replyId: string; index: number }> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await closeReplyQuery(tx, replyId, index, this.now())))
        throw new Problem(queryNotFound, { submissionId: replyId, index });
      markAct(tx, caller, 'query:decide', replyId, index);
      return { replyId, index };
    });
  }
}

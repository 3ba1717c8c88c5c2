import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { isUuid, Problem } from '@daiko/contracts';
import type { GroupStatistics } from '@daiko/inspection-rules';
import { type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { archiveQueryNotFound } from '../problems.js';
import { agencyReasonOf, ReturnReasonBody } from '../query/return-reason.js';
import { endSubmission } from '../submission/end-submission.js';
import type { Progress } from '../submission/submission.store.js';
import { returnRecords } from './return-archive.store.js';
import { enterGroups, listAsking, lockAsking } from './statistics.store.js';

const pageMax = 100;

/** Archives that ask something as a whole (B001–B004): one question each, whose answer lets all their records go on or back. */
@Controller('v1/archive-queries')
export class ArchiveQueriesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  @Allow('query:read')
  async list(@Query('after') after?: string): Promise<object> {
    const cursor = after !== undefined && isUuid(after) ? after : null;
    const archives = await listAsking(this.database, cursor, pageMax);
    const last = archives.length === pageMax ? archives.at(-1) : undefined;
    return { archives, next: last?.submissionId ?? null };
  }

  @Post(':submissionId/release')
  @HttpCode(200)
  @Allow('query:decide')
  async release(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<{ submissionId: string; state: string }> {
    return this.decide(submissionId, caller, async (tx, groups, at) => {
      await enterGroups(tx, submissionId, groups, at);
      return endSubmission(tx, submissionId, at);
    });
  }

  /** 一括返戻: all its records go back to the provider for one reason; what was counted of them is no part of any year. */
  @Post(':submissionId/return')
  @HttpCode(200)
  @Allow('query:decide')
  async return(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @Body() body: ReturnReasonBody,
    @CurrentCaller() caller: Caller,
  ): Promise<{ submissionId: string; state: string }> {
    const reason = agencyReasonOf(body);
    return this.decide(submissionId, caller, async (tx, _groups, at) => {
      await returnRecords(tx, submissionId, reason, at);
      return endSubmission(tx, submissionId, at, reason);
    });
  }

  /** Once: of two who decide at the same moment the second finds nothing that asks. */
  private async decide(
    submissionId: string,
    caller: Caller,
    end: (tx: ServiceTransaction, groups: readonly GroupStatistics[], at: Date) => Promise<Progress>,
  ): Promise<{ submissionId: string; state: string }> {
    return this.unitOfWork.run(async (tx) => {
      const groups = await lockAsking(tx, submissionId);
      if (groups === null) throw new Problem(archiveQueryNotFound, { submissionId });
      const { recordCount } = await end(tx, groups, this.now());
      tx.recordAccess({
        ...actorOf(caller),
        action: 'query:decide',
        objectKind: 'submission',
        objectId: submissionId,
        recordCount,
      });
      return { submissionId, state: 'judged' };
    });
  }
}

import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { submissionNotFound } from '../problems.js';
import { findSubmission } from '../submission/submission.store.js';
import { listReports } from './report.store.js';
import { type FindingsOf, ReportVault } from './report-vault.js';

/** 点検結果 with the values found: opened from the sealed reports, never without a mark. */
@Controller('v1/reports')
export class ReportController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: ReportVault,
  ) {}

  @Get(':submissionId')
  @Allow('report:read')
  async read(
    @Param('submissionId', ParseUUIDPipe) submissionId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<{ submissionId: string; fileName: string; state: string; records: FindingsOf[] }> {
    const submission = await findSubmission(this.database, submissionId);
    if (submission === null) throw new Problem(submissionNotFound, { submissionId });
    const sealed = await listReports(this.database, submissionId, 200);
    const usedAt = new Date().toISOString();
    await this.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        actorId: caller.partnerId,
        credentialId: caller.credentialId,
        action: 'report:read',
        objectKind: 'submission',
        objectId: submissionId,
        recordCount: submission.recordCount,
      });
      for (const { keyId, payloadId } of sealed) {
        tx.publish('inspection.key.used.v1', submissionId, {
          keyId,
          payloadId,
          purpose: 'report-read',
          usedAt,
        });
      }
    });
    const records: FindingsOf[] = [];
    for (const ref of sealed) records.push(...(await this.vault.open(ref)));
    return { submissionId, fileName: submission.fileName, state: submission.state, records };
  }
}

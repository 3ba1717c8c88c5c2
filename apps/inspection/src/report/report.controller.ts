import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { Allow, type Caller, CurrentCaller } from '@daiko/access';
import { type PayloadRef, Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { type ReportFormat, reportFormats, type ReportSummary } from '@daiko/report';
import { submissionNotFound } from '../problems.js';
import { findSubmission, type Submission } from '../submission/submission.store.js';
import { ReportQuery } from './report-query.js';
import { countVerdicts, listReports } from './report.store.js';
import { type FindingsOf, ReportVault } from './report-vault.js';
import { sumReport } from './sum-report.js';

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
    @Query() { format = 'json' }: ReportQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<object | StreamableFile> {
    const submission = await findSubmission(this.database, submissionId);
    if (submission === null) throw new Problem(submissionNotFound, { submissionId });
    const sealed = await listReports(this.database, submissionId, 200);
    await this.markReading(submission, caller);
    if (format !== 'json') {
      const verdicts = await countVerdicts(this.database, submissionId);
      return fileOf(format, await sumReport(submission, verdicts, this.open(sealed)));
    }
    const records: FindingsOf[] = [];
    for await (const piece of this.open(sealed)) records.push(...piece);
    return { submissionId, fileName: submission.fileName, state: submission.state, records };
  }

  private async markReading(submission: Submission, caller: Caller): Promise<void> {
    const { submissionId, recordCount } = submission;
    await this.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        actorId: caller.partnerId,
        credentialId: caller.credentialId,
        action: 'report:read',
        objectKind: 'submission',
        objectId: submissionId,
        recordCount,
      });
    });
  }

  private async *open(sealed: readonly PayloadRef[]): AsyncGenerator<FindingsOf[]> {
    for (const ref of sealed) yield await this.vault.open(ref);
  }
}

function fileOf(format: ReportFormat, summary: ReportSummary): StreamableFile {
  const { mediaType, write } = reportFormats[format];
  // Names of accepted archives are digits and underscores; a header takes nothing else.
  const name = summary.header.name.replace(/[^\w.-]/g, '_').slice(0, 80);
  return new StreamableFile(Readable.from(write(summary)), {
    type: mediaType,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}

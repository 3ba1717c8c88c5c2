import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { actorOf, Allow, type Caller, CurrentCaller } from '@daiko/access';
import { Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import {
  pdfFontPath,
  pdfMediaType,
  renderReport,
  type ReportFormat,
  reportFormats,
  writePdf,
} from '@daiko/report';
import { submissionNotFound } from '../problems.js';
import { findStatistics } from '../statistics/statistics.store.js';
import { findSubmission, type Submission } from '../submission/submission.store.js';
import { findCorrections } from './correction.store.js';
import { mergePieces } from './merge-pieces.js';
import { printReport } from './print-report.js';
import { ReportQuery } from './report-query.js';
import { countVerdicts, listReports } from './report.store.js';
import { ReportVault } from './report-vault.js';
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
  ): Promise<StreamableFile> {
    const submission = await findSubmission(this.database, submissionId);
    if (submission === null) throw new Problem(submissionNotFound, { submissionId });
    const sealed = await listReports(this.database, submissionId);
    await this.markReading(submission, caller);
    const entries = mergePieces(
      sealed.map(({ ref, firstRecord }) => ({ firstRecord, open: () => this.vault.open(ref) })),
    );
    const statistics = await findStatistics(this.database, submissionId);
    const corrections = await findCorrections(this.database, submissionId);
    if (format === 'json')
      return fileOf(submission, format, printReport(submission, entries, statistics, corrections));
    const verdicts = await countVerdicts(this.database, submissionId);
    const summary = await sumReport(submission, verdicts, entries, statistics, corrections);
    if (format === 'pdf') return fileOf(submission, format, writePdf(summary, await readFile(pdfFontPath())));
    return fileOf(submission, format, renderReport(format, summary));
  }

  private async markReading(submission: Submission, caller: Caller): Promise<void> {
    const { submissionId, recordCount } = submission;
    await this.unitOfWork.run(async (tx) => {
      tx.recordAccess({
        ...actorOf(caller),
        action: 'report:read',
        objectKind: 'submission',
        objectId: submissionId,
        recordCount,
      });
    });
  }
}

const mediaTypes = {
  json: 'application/json; charset=utf-8',
  pdf: pdfMediaType,
  csv: reportFormats.csv.mediaType,
  html: reportFormats.html.mediaType,
  sarif: reportFormats.sarif.mediaType,
} as const;

function fileOf(
  { fileName }: Submission,
  format: 'json' | 'pdf' | ReportFormat,
  pieces: Iterable<string> | AsyncIterable<string | Uint8Array>,
): StreamableFile {
  const type = mediaTypes[format];
  // Names of accepted archives are digits and underscores; a header takes nothing else.
  const name = fileName
    .replace(/\.zip$/i, '')
    .replace(/[^\w.-]/g, '_')
    .slice(0, 80);
  return new StreamableFile(Readable.from(pieces), {
    type,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}

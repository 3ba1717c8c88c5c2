import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { InspectionSettings, RecordReport } from '@daiko/inspection-rules';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { crashPoint, metrics } from '@daiko/observability';
import { Database } from '@daiko/persistence';
import { CLOCK, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { INSPECTION_SETTINGS } from '../inspection.tokens.js';
import { Recall } from '../memory/recall.js';
import { AskSecondOpinion } from '../opinion/ask-second-opinion.js';
import { askByTerms } from '../query/ask-insurers.js';
import { ReportVault } from '../report/report-vault.js';
import { countRecords } from '../statistics/judge-submission.js';
import { OpenArchives } from '../submission/open-archives.js';
import { findSubmission, type Submission } from '../submission/submission.store.js';
import { findChunk, finishChunk } from './chunk.store.js';
import { commitChunk } from './commit-chunk.js';
import { Overtaken } from './enter-judged.js';
import {
  findingsOf,
  type JudgedRecord,
  judgeRemembering,
  type Judging,
  judgingOf,
  readRecords,
} from './judge-chunk.js';
import { readOneByOne } from './read-one-by-one.js';

/** Times that a chunk looks at the history before its message comes again. */
const looksMax = 3;

/** Deliveries of a chunk that may fail whole before it is split down to the record at fault. */
const wholeAttemptsMax = 2;

/** 事務点検 of one chunk: judge, resolve duplicates, write verdicts and publish them in one transaction. */
@Controller()
export class ChunkPlannedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly archives: OpenArchives,
    private readonly vault: ReportVault,
    private readonly opinion: AskSecondOpinion,
    private readonly recall: Recall,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(SERVICE_CONTEXT) private readonly context: Pick<ServiceContext, 'logger'>,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('inspection.chunk.planned.v1', { prefetch: 2 })
  async inspect(message: Message<'inspection.chunk.planned.v1'>): Promise<void> {
    const { submissionId, chunkIndex } = message.data;
    const submission = await findSubmission(this.database, submissionId);
    const chunk = await findChunk(this.database, submissionId, chunkIndex);
    if (submission === null || chunk === null) throw new Error('a planned chunk has no row');
    if (chunk.isInspected) return;
    const archive = await this.archives.get(submission);
    const judging = judgingOf(submission, this.settings, this.opinion);
    const reports =
      message.attempt <= wholeAttemptsMax
        ? await readRecords(archive, chunk.recordIndexes, judging)
        : await readOneByOne(archive, chunk.recordIndexes, judging);
    const judged = await this.settle(message, submission, reports, judging);
    await crashPoint('inspection.chunk-committed');
    for (const { report: each } of judged) recordsJudged().inc({ verdict: each.verdict });
  }

  private logHeld(
    submissionId: string,
    judged: readonly JudgedRecord[],
    faultNumbers: ReadonlyMap<number, string>,
  ): void {
    for (const { report } of judged) {
      const faultNumber = faultNumbers.get(report.index);
      if (faultNumber === undefined) continue;
      const rule = report.faults.join(',');
      this.context.logger.error('A record is held', {
        submissionId,
        recordIndex: report.index,
        faultNumber,
        rule,
      });
    }
  }

  /** Judges by what is remembered and commits; anew where another submission was first with one of the persons. */
  private async settle(
    message: Message<'inspection.chunk.planned.v1'>,
    submission: Submission,
    reports: readonly RecordReport[],
    judging: Judging,
  ): Promise<JudgedRecord[]> {
    const { submissionId, chunkIndex } = message.data;
    for (let look = 1; ; look += 1) {
      const recalled = await this.recall.of(submission, reports);
      const inspectedAt = this.now();
      const judged = judgeRemembering(reports, recalled, judging);
      const report = await this.vault.seal(findingsOf(judged), inspectedAt);
      const faultNumbers = faultNumbersOf(judged);
      await crashPoint('inspection.report-sealed');
      try {
        await this.unitOfWork.handle(message, async (tx) => {
          const counted = countRecords(judged.map((each) => each.report));
          if (!(await finishChunk(tx, submissionId, chunkIndex, report, counted, inspectedAt))) return;
          const past = recalled.history.rows;
          const chunk = { judged, past, faultNumbers, inspectedAt };
          const records = await commitChunk(tx, submission, chunkIndex, chunk, this.settings);
          await askByTerms(tx, submission, records, this.settings, inspectedAt);
        });
        this.logHeld(submissionId, judged, faultNumbers);
        return judged;
      } catch (fault) {
        if (!(fault instanceof Overtaken) || look === looksMax) throw fault;
      }
    }
  }
}

function faultNumbersOf(judged: readonly JudgedRecord[]): Map<number, string> {
  const held = judged.filter(({ report: { verdict } }) => verdict === 'held');
  return new Map(held.map(({ report: { index } }) => [index, randomUUID()]));
}

const recordsJudged = () =>
  metrics.counter(
    'daiko_inspection_records_judged_total',
    'Records judged, by verdict; a redelivered chunk counts again',
    ['verdict'],
  );

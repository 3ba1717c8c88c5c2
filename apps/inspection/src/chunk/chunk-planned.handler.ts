import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { InspectedRecord } from '@daiko/contracts';
import { heldReport, type InspectionSettings, type RecordReport } from '@daiko/inspection-rules';
import { type Message, OnMessage, type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { crashPoint, metrics } from '@daiko/observability';
import { Database } from '@daiko/persistence';
import { CLOCK, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { PayloadTampered } from '@daiko/payload-store';
import { enterClaims } from '../history/claim-history.store.js';
import { enterHistory, type NewHistoryRow } from '../history/history.store.js';
import { INSPECTION_SETTINGS } from '../inspection.tokens.js';
import { AskSecondOpinion } from '../opinion/ask-second-opinion.js';
import { askByTerms } from '../query/ask-insurers.js';
import { Recall } from '../memory/recall.js';
import { ReportVault } from '../report/report-vault.js';
import { type OpenArchive, OpenArchives } from '../submission/open-archives.js';
import { countRecords, judgeSubmission } from '../statistics/judge-submission.js';
import { endSubmission } from '../submission/end-submission.js';
import { dueChunks } from '../submission/plan-chunks.js';
import {
  countChunk,
  findSubmission,
  type Progress,
  type Submission,
} from '../submission/submission.store.js';
import { findChunk, finishChunk, insertRecords } from './chunk.store.js';
import {
  claimEntries,
  findingsOf,
  inspectedRecords,
  type JudgedRecord,
  judgeRemembering,
  type Judging,
  readRecords,
} from './judge-chunk.js';

/** Another submission entered one of the claims between the look and the commit: judge again. */
class DuplicateAppeared extends Error {
  override name = 'DuplicateAppeared';
}

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
    const judging: Judging = {
      date: submission.inspectionDate,
      settings: this.settings,
      review: (opened, reports) =>
        this.opinion.review(opened, reports, { submissionId, share: submission.opinionShare }),
    };
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
        if (!(fault instanceof DuplicateAppeared) || look === looksMax) throw fault;
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

interface JudgedChunk {
  judged: JudgedRecord[];
  /** What the history keeps of them. */
  past: readonly NewHistoryRow[];
  /** Of held records, by index. */
  faultNumbers: ReadonlyMap<number, string>;
  inspectedAt: Date;
}

async function commitChunk(
  tx: ServiceTransaction,
  submission: Submission,
  chunkIndex: number,
  { judged, past, faultNumbers, inspectedAt }: JudgedChunk,
  settings: InspectionSettings,
): Promise<InspectedRecord[]> {
  const { submissionId, providerNumber, kind } = submission;
  const entering = claimEntries(judged);
  const entered = await enterClaims(tx, submissionId, entering, inspectedAt);
  if (entered !== entering.length) throw new DuplicateAppeared();
  if ((await enterHistory(tx, past, inspectedAt)) !== past.length) throw new DuplicateAppeared();
  const records = inspectedRecords(judged);
  const rows = judged.map(({ claimKey, report }, at) => ({
    record: records[at] as (typeof records)[number],
    claimKey,
    faultNumber: faultNumbers.get(report.index) ?? null,
  }));
  await insertRecords(tx, submissionId, chunkIndex, rows);
  tx.publish('inspection.chunk.inspected.v1', submissionId, {
    submissionId,
    providerNumber,
    kind,
    chunkIndex,
    inspectedAt: inspectedAt.toISOString(),
    records,
  });
  const count = (verdict: string): number => records.filter((record) => record.verdict === verdict).length;
  const progress = await countChunk(tx, submissionId, {
    accepted: count('accepted'),
    query: count('query'),
    returned: count('returned'),
    held: count('held'),
  });
  await proceed(tx, submission, progress, settings, inspectedAt);
  return records;
}

/**
 * The last chunk makes the submission judged, unless its statistics ask something: then a clerk does. The last ordinary one lets
 * the candidates follow.
 */
async function proceed(
  tx: ServiceTransaction,
  submission: Submission,
  progress: Progress,
  settings: InspectionSettings,
  at: Date,
): Promise<void> {
  const { submissionId } = submission;
  for (const chunkIndex of dueChunks(progress, progress.inspectedCount)) {
    tx.publish('inspection.chunk.planned.v1', submissionId, { submissionId, chunkIndex });
  }
  if (progress.inspectedCount < progress.chunkCount) return;
  if (!(await judgeSubmission(tx, submission, settings, at))) await endSubmission(tx, submissionId, at);
}

/**
 * A chunk that keeps failing because the sealed bytes are damaged is split down to the records at fault; those become held.
 * A store that is down is nobody's fault: the message comes again.
 */
async function readOneByOne(
  archive: OpenArchive,
  indexes: number[],
  judging: Judging,
): Promise<RecordReport[]> {
  const reports: RecordReport[] = [];
  for (const index of indexes) {
    try {
      reports.push(...(await readRecords(archive, [index], judging)));
    } catch (fault) {
      if (!(fault instanceof PayloadTampered)) throw fault;
      reports.push(heldReport(archive.directory.record(index), 'payload'));
    }
  }
  return reports;
}

import { Controller, Inject } from '@nestjs/common';
import { recordHash } from '@daiko/contracts';
import {
  archiveFindings,
  reportVersions,
  type Finding,
  type InspectionSettings,
  toFindingMark,
} from '@daiko/inspection-rules';
import { type Message, OnMessage, type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { CLOCK } from '@daiko/service';
import { checkArchive, type CheckedArchive } from './check-archive.js';
import { insertChunks, insertSubmission, type Submission } from './submission.store.js';
import { type OpenArchive, OpenArchives } from './open-archives.js';
import { dueChunks, planChunks } from './plan-chunks.js';
import { INSPECTION_SETTINGS, INSPECTION_TUNING, type InspectionTuning } from '../inspection.tokens.js';
import {
  AskSecondOpinion,
  type JudgedDocument,
  SECOND_OPINION_FAULT,
} from '../opinion/ask-second-opinion.js';
import { holdEpoch } from '../master/master-copy.store.js';
import { ReportVault } from '../report/report-vault.js';

/** A rule of the archive pass failed: a fault of ours; the message is tried again and then waits as a dead letter. */
class ArchivePassFailed extends Error {
  constructor(submissionId: string, rules: readonly string[]) {
    super(`the archive pass of submission ${submissionId} failed in ${rules.join(', ')}`);
    this.name = 'ArchivePassFailed';
  }
}

/** 受領された書類を点検に引き取る: the archive pass, then the plan of chunks, or 受付不可. */
@Controller()
export class SubmissionReceivedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly archives: OpenArchives,
    private readonly vault: ReportVault,
    private readonly opinion: AskSecondOpinion,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(INSPECTION_TUNING) private readonly tuning: InspectionTuning,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('intake.submission.received.v1', { prefetch: 1 })
  async take(message: Message<'intake.submission.received.v1'>): Promise<void> {
    const { data } = message;
    const submission: Submission = {
      submissionId: data.submissionId,
      providerNumber: data.providerNumber,
      senderNumber: data.providerNumber,
      kind: data.kind,
      fileName: `${data.rootName}.zip`,
      inspectionDate: data.inspectionDate,
      settingsVersion: data.settingsVersion,
      payload: data.payload,
      state: 'inspecting',
      recordCount: data.recordCount,
      chunkCount: 0,
      ordinaryCount: 0,
      opinionShare: this.tuning.opinionShare,
      mastersEpoch: 0,
      receiptNumber: data.receiptNumber,
      returned: null,
    };
    const archive = await this.archives.get(submission);
    const checked = await checkArchive(archive, data.inspectionDate, this.settings);
    if (checked.report.verdict === 'held')
      throw new ArchivePassFailed(data.submissionId, checked.report.faults);
    if (await this.opinion.isInDoubt(archive, indexDocuments(archive, checked)))
      throw new ArchivePassFailed(data.submissionId, [SECOND_OPINION_FAULT]);
    const takenAt = this.now();
    const { findings, verdict } = checked.report;
    const sealed = {
      index: null,
      versions: reportVersions(this.settings, data.inspectionDate),
      verdictOfArchive: verdict,
      findings: archiveFindings(archive.deskFindings, findings, this.settings),
    };
    const archiveReport = await this.vault.seal([sealed], takenAt);
    await this.unitOfWork.handle(message, async (tx) => {
      const entry = { ...submission, sha256: data.sha256, archiveReport, takenAt };
      if (checked.report.verdict === 'refused') await refuse(tx, entry, checked.report.findings);
      else await plan(tx, entry, checked, this.tuning.chunkRecords);
    });
  }
}

/** Index and summary as judged by their schemas: the second opinion is asked of both, always. */
function indexDocuments({ directory }: OpenArchive, { report }: CheckedArchive): JudgedDocument[] {
  const { index, summary } = report.schemaVerdicts;
  const documents = [
    { kind: 'ix08', entry: directory.facts.index, verdict: index },
    { kind: 'su08', entry: directory.facts.summary, verdict: summary },
  ] as const;
  return documents.flatMap(({ kind, entry, verdict }) =>
    entry === null || verdict === null ? [] : [{ kind, entry, isValid: verdict === 'valid' }],
  );
}

type Entry = Omit<Parameters<typeof insertSubmission>[1], 'recordHashSum' | 'claimYen'>;

function hashSumOf(submission: Submission): bigint {
  let sum = 0n;
  for (let index = 0; index < submission.recordCount; index += 1)
    sum += recordHash(submission.submissionId, index);
  return sum;
}

async function refuse(tx: ServiceTransaction, entry: Entry, findings: readonly Finding[]): Promise<void> {
  await insertSubmission(tx, { ...entry, state: 'refused', recordHashSum: hashSumOf(entry), claimYen: 0 });
  tx.publish('inspection.submission.refused.v1', entry.submissionId, {
    submissionId: entry.submissionId,
    recordCount: entry.recordCount,
    findings: findings.slice(0, 1000).map(toFindingMark),
  });
}

async function plan(
  tx: ServiceTransaction,
  entry: Entry,
  checked: CheckedArchive,
  chunkRecords: number,
): Promise<void> {
  const { submissionId, recordCount } = entry;
  const { chunks, ordinaryCount } = planChunks(
    submissionId,
    recordCount,
    checked.isCandidate,
    checked.claimYenOf,
    chunkRecords,
  );
  const chunkCount = chunks.length;
  const claimYen = chunks.reduce((sum, chunk) => sum + chunk.claimYen, 0);
  await insertSubmission(tx, {
    ...entry,
    chunkCount,
    ordinaryCount,
    mastersEpoch: await holdEpoch(tx),
    recordHashSum: hashSumOf(entry),
    claimYen,
  });
  await insertChunks(tx, submissionId, chunks);
  const { unitYen, copaymentYen, otherProgramYen, claimYen: claimedYen } = checked.report.totals;
  tx.publish('inspection.submission.counted.v1', submissionId, {
    submissionId,
    recordCount,
    unitYen,
    copaymentYen,
    otherProgramYen,
    claimYen: claimedYen,
    findings: checked.report.findings.slice(0, 1000).map(toFindingMark),
  });
  for (const chunkIndex of dueChunks({ chunkCount, ordinaryCount }, 0)) {
    tx.publish('inspection.chunk.planned.v1', submissionId, { submissionId, chunkIndex });
  }
}

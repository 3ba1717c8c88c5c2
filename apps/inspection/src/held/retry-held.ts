import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type Caller } from '@daiko/access';
import type { InspectionSettings } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import { KeyMissing, PayloadMissing, PayloadTampered } from '@daiko/payload-store';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { listUndecided, lockUndecided, updateVerdict } from '../chunk/chunk.store.js';
import { enterJudged, Overtaken } from '../chunk/enter-judged.js';
import { inspectedRecords, judgeRemembering, judgingOf, readRecords } from '../chunk/judge-chunk.js';
import { INSPECTION_SETTINGS } from '../inspection.tokens.js';
import { AskSecondOpinion } from '../opinion/ask-second-opinion.js';
import { Recall } from '../memory/recall.js';
import { AcknowledgedArchiveUnreadable, OpenArchives } from '../submission/open-archives.js';
import { findSubmission } from '../submission/submission.store.js';

/** What says that this payload cannot be read; a store that does not answer is none of it. */
const unreadable = [PayloadTampered, PayloadMissing, KeyMissing, AcknowledgedArchiveUnreadable];

/** Judges held records again, one transaction a record, so that one that still fails keeps no other back. */
@Injectable()
export class RetryHeld {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly archives: OpenArchives,
    private readonly opinion: AskSecondOpinion,
    private readonly recall: Recall,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  async all(caller: Caller): Promise<{ retried: number; stillHeld: number }> {
    let after: { submissionId: string; index: number } | null = null;
    const outcome = { retried: 0, stillHeld: 0 };
    for (;;) {
      const page = await listUndecided(this.database, 'held', after, 100);
      for (const { submissionId, index } of page) {
        if (await this.tried(submissionId, index, caller)) outcome.retried += 1;
        else outcome.stillHeld += 1;
        after = { submissionId, index };
      }
      if (page.length < 100) return outcome;
    }
  }

  /** The same as `one`; false where the payload cannot be read, or another submission was first with the claim or the person. */
  private async tried(submissionId: string, index: number, caller: Caller): Promise<boolean> {
    try {
      return await this.one(submissionId, index, caller);
    } catch (error) {
      if (error instanceof Overtaken) return false;
      if (unreadable.some((kind) => error instanceof kind)) return false;
      throw error;
    }
  }

  /** True where the record now has a verdict. */
  private async one(submissionId: string, index: number, caller: Caller): Promise<boolean> {
    const submission = await findSubmission(this.database, submissionId);
    if (submission === null) return false;
    const archive = await this.archives.get(submission);
    const judging = judgingOf(submission, this.settings, this.opinion);
    const reports = await readRecords(archive, [index], judging);
    const recalled = await this.recall.of(submission, reports);
    return this.unitOfWork.run(async (tx) => {
      if ((await lockUndecided(tx, 'held', submissionId, index)) === null) return false;
      const judged = judgeRemembering(reports, recalled, judging);
      const [record] = inspectedRecords(judged);
      if (record === undefined || record.verdict === 'held') return false;
      const now = this.now();
      await enterJudged(tx, submissionId, { judged, past: recalled.history.rows }, now);
      await updateVerdict(tx, submissionId, record, judged[0]?.claimKey ?? null, now);
      tx.publish('inspection.records.decided.v1', submissionId, {
        submissionId,
        providerNumber: submission.providerNumber,
        kind: submission.kind,
        decisionId: randomUUID(),
        cause: 'held-retried',
        records: [record],
      });
      tx.recordAccess({
        ...actorOf(caller),
        action: 'held:retry',
        objectKind: 'record',
        objectId: `${submissionId}/${index}`,
        recordCount: 1,
      });
      return true;
    });
  }
}

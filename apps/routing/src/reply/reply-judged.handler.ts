import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import { CORRECTION_MONTHS } from '../routing.tokens.js';
import { digitsOf, matchReply } from './match-reply.js';
import { deliveredRecords, noteReplyPart, sendBack } from './reply.store.js';

/** 返戻・過誤返戻 of an insurer: what it was delivered goes back to its providers, each record once at most. */
@Controller()
export class ReplyJudgedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
    @Inject(CORRECTION_MONTHS) private readonly correctionMonths: number,
  ) {}

  @OnMessage('inspection.reply.judged.v1', { prefetch: 1 })
  async take(message: Message<'inspection.reply.judged.v1'>): Promise<void> {
    const { data } = message;
    const { replyId, insurerNumber, interactionType, kind, partIndex } = data;
    await this.unitOfWork.handle(message, async (tx) => {
      // Answers to queries are inspection's own affair.
      if (data.verdict === 'refused' || interactionType === null || interactionType === '11') return;
      const records = data.records.filter(({ isTaken }) => isTaken);
      if (records.length === 0 || !(await noteReplyPart(tx, data))) return;
      const names = records.map(digitsOf);
      const delivered = await deliveredRecords(tx, insurerNumber, kind, names);
      const now = this.now();
      const outcomes = matchReply(records, delivered, interactionType, now, this.correctionMonths);
      await sendBack(tx, replyId, outcomes);
      tx.publish('routing.records.sent-back.v1', replyId, {
        replyId,
        insurerNumber,
        interactionType,
        sentBackAt: now.toISOString(),
        partIndex,
        records: outcomes.map(({ record, original, findings }) => ({
          index: record.index,
          original:
            original === null
              ? null
              : {
                  submissionId: original.submissionId,
                  index: original.index,
                  providerNumber: original.providerNumber,
                  claimYen: original.claimYen,
                },
          findings: findings.slice(0, 200),
        })),
      });
    });
  }
}

import { Controller, Inject } from '@nestjs/common';
import type { InspectionSettings } from '@daiko/inspection-rules';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { CLOCK } from '@daiko/service';
import { INSPECTION_SETTINGS } from '../inspection.tokens.js';
import { OpenArchives } from '../submission/open-archives.js';
import { answerQuestions } from './answer-questions.js';
import { askOfReply } from './reply-query.store.js';
import { judgeReply } from './judge-reply.js';

/** Pairs that one message speaks of. */
const partRecords = 256;

/** 保険者からの返戻・過誤返戻・回答: judged at once; answers to queries take effect here, returns at routing. */
@Controller()
export class ReplyReceivedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly archives: OpenArchives,
    @Inject(INSPECTION_SETTINGS) private readonly settings: InspectionSettings,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('intake.reply.received.v1', { prefetch: 1 })
  async take(message: Message<'intake.reply.received.v1'>): Promise<void> {
    const { replyId, insurerNumber, rootName, kind, payload, inspectionDate } = message.data;
    const archive = await this.archives.get({
      submissionId: replyId,
      fileName: `${rootName}.zip`,
      inspectionDate,
      payload,
    });
    const judged = await judgeReply(archive, this.settings, inspectionDate);
    const { verdict, interactionType, findings } = judged;
    await this.unitOfWork.handle(message, async (tx) => {
      const records =
        interactionType === '11'
          ? await answerQuestions(tx, insurerNumber, judged.records, this.now())
          : judged.records;
      if (interactionType === '4' || interactionType === '5') {
        const open = records.filter(({ isTaken }) => !isTaken);
        const queries = open.map(({ index, claimFile, findings: marks }) => {
          const fileName = claimFile?.name ?? null;
          return { replyId, index, insurerNumber, interactionType, fileName, findings: marks };
        });
        await askOfReply(tx, queries, this.now());
      }
      const partCount = Math.max(1, Math.ceil(records.length / partRecords));
      for (let partIndex = 0; partIndex < partCount; partIndex += 1) {
        tx.publish('inspection.reply.judged.v1', replyId, {
          replyId,
          insurerNumber,
          interactionType,
          kind,
          rootName,
          payload,
          verdict,
          partIndex,
          partCount,
          findings: partIndex === 0 ? findings : [],
          records: records.slice(partIndex * partRecords, (partIndex + 1) * partRecords),
        });
      }
    });
  }
}

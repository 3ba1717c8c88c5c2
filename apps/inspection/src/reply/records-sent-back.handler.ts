import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { forgetClaim } from '../history/claim-history.store.js';
import { askOfReply } from './reply-query.store.js';
import { setHistoryState } from '../history/history.store.js';

/** What an insurer sent back after delivery no longer counts: its provider may claim it again; what routing did not take a clerk sees to. */
@Controller()
export class RecordsSentBackHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.records.sent-back.v1')
  async take(message: Message<'routing.records.sent-back.v1'>): Promise<void> {
    const { replyId, insurerNumber, interactionType, sentBackAt, records } = message.data;
    const state = interactionType === '5' ? 'withdrawn' : 'returned';
    await this.unitOfWork.handle(message, async (tx) => {
      const open = records.filter(({ original }) => original === null);
      const queries = open.map(({ index, findings }) => {
        return { replyId, index, insurerNumber, interactionType, fileName: null, findings };
      });
      await askOfReply(tx, queries, new Date(sentBackAt));
      for (const { original } of records) {
        if (original === null) continue;
        const { submissionId, index } = original;
        await forgetClaim(tx, submissionId, index);
        await setHistoryState(tx, submissionId, index, state, new Date(sentBackAt));
      }
    });
  }
}

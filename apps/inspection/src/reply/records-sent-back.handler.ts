import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { forgetClaim } from '../history/claim-history.store.js';

/** What an insurer sent back after delivery no longer counts: its provider may claim it again. */
@Controller()
export class RecordsSentBackHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.records.sent-back.v1')
  async take(message: Message<'routing.records.sent-back.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      for (const { original } of message.data.records) {
        if (original !== null) await forgetClaim(tx, original.submissionId, original.index);
      }
    });
  }
}

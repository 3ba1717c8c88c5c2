import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { lockClaims, noteReturned } from './returned.store.js';
import { takeBack } from './take-back.js';

/** 一括返戻: what was accepted of an archive that is returned as a whole leaves the ledger again. */
@Controller()
export class SubmissionJudgedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('inspection.submission.judged.v1', { prefetch: 4 })
  async take(message: Message<'inspection.submission.judged.v1'>): Promise<void> {
    const { data, envelope } = message;
    if (data.returned === undefined) return;
    const { submissionId } = data;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockClaims(tx, submissionId, 'taker');
      await noteReturned(tx, submissionId, { messageId: envelope.id, returnedAt: new Date(envelope.time) });
      await takeBack(tx, submissionId);
    });
  }
}

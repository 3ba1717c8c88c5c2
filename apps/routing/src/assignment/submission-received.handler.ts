import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { Controller } from '@nestjs/common';
import { lockSubmission, noteReceived, settleSubmission } from './assignment.store.js';

/** 受領: where the payload of a submission lies, from which its records will be copied. */
@Controller()
export class SubmissionReceivedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('intake.submission.received.v1', { prefetch: 4 })
  async take(message: Message<'intake.submission.received.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, async (tx) => {
      await lockSubmission(tx, message.data.submissionId, message.data);
      await noteReceived(tx, message.data);
      await settleSubmission(tx, message.data.submissionId);
    });
  }
}

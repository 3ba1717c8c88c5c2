import { type Message, OnMessage, PermanentFailure, UnitOfWork } from '@daiko/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import { lockSubmission, noteJudged, settleSubmission } from './assignment.store.js';

/** What all of a submission is: its records may be sealed once exactly this is held here, whichever message comes last. */
@Controller()
export class SubmissionJudgedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('inspection.submission.judged.v1', { prefetch: 4 })
  async take(message: Message<'inspection.submission.judged.v1'>): Promise<void> {
    const { submissionId } = message.data;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockSubmission(tx, submissionId, null);
      await noteJudged(tx, message.data, this.now());
      if ((await settleSubmission(tx, submissionId)) === 'differs') {
        throw new PermanentFailure('routing.submission-sums-differ');
      }
    });
  }
}

import { type Message, OnMessage, PermanentFailure, UnitOfWork } from '@daiko/messaging';
import { Controller } from '@nestjs/common';
import { assignRecords } from './assign-records.js';
import {
  heldStates,
  isReturnedWhole,
  lockSubmission,
  settleSubmission,
  writeRecords,
} from './assignment.store.js';

/** Queries (確認依頼) and held records that were decided later; may overtake the chunk they belong to. */
@Controller()
export class RecordsDecidedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('inspection.records.decided.v1', { prefetch: 4 })
  async take(message: Message<'inspection.records.decided.v1'>): Promise<void> {
    const { submissionId, records } = message.data;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockSubmission(tx, submissionId, message.data);
      const indexes = records.map(({ index }) => index);
      const assignment = assignRecords(message.data, records, await heldStates(tx, submissionId, indexes));
      if (assignment.defects.length > 0) {
        if (await isReturnedWhole(tx, submissionId)) return;
        throw new PermanentFailure('routing.decision-contradicts-records');
      }
      await writeRecords(tx, submissionId, assignment.records);
      await settleSubmission(tx, submissionId);
    });
  }
}

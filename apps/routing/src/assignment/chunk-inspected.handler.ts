import { type Message, OnMessage, PermanentFailure, UnitOfWork } from '@daiko/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CLOCK } from '@daiko/service';
import { assignRecords } from './assign-records.js';
import { heldStates, lockSubmission, noteChunk, settleSubmission, writeRecords } from './assignment.store.js';

/** 振分 of one chunk: from here on its records are routing's. */
@Controller()
export class ChunkInspectedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @OnMessage('inspection.chunk.inspected.v1', { prefetch: 4 })
  async take(message: Message<'inspection.chunk.inspected.v1'>): Promise<void> {
    const { submissionId, chunkIndex, records } = message.data;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockSubmission(tx, submissionId, message.data);
      const chunk = { submissionId, chunkIndex, recordCount: records.length };
      if (!(await noteChunk(tx, chunk, this.now()))) return;
      const indexes = records.map(({ index }) => index);
      const assignment = assignRecords(message.data, records, await heldStates(tx, submissionId, indexes));
      if (assignment.defects.length > 0) throw new PermanentFailure('routing.chunk-contradicts-records');
      await writeRecords(tx, submissionId, assignment.records);
      if ((await settleSubmission(tx, submissionId)) === 'differs') {
        throw new PermanentFailure('routing.submission-sums-differ');
      }
    });
  }
}

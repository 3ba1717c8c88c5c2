import type { MessageType } from '@daiko/contracts';
import { type Message, OnMessage, type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { Controller } from '@nestjs/common';
import { insertFindings } from './finding.store.js';
import { followSubmission } from './follow-submission.js';
import {
  noteCounted,
  noteDecided,
  noteEnded,
  noteInspected,
  noteReturned,
  returnRecords,
} from './verdict.store.js';

/** Follows what inspection says of a submission, so that its sender can see it here. */
@Controller()
export class InspectionHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('inspection.submission.counted.v1')
  async counted(message: Message<'inspection.submission.counted.v1'>): Promise<void> {
    await this.follow(message, async (tx, { submissionId, claimYen, findings = [] }) => {
      await noteCounted(tx, submissionId, claimYen);
      await insertFindings(
        tx,
        submissionId,
        findings.map((mark) => ({ recordIndex: null, mark })),
      );
    });
  }

  @OnMessage('inspection.submission.refused.v1')
  async refused(message: Message<'inspection.submission.refused.v1'>): Promise<void> {
    await this.follow(message, async (tx, { submissionId, findings }) => {
      if (!(await noteEnded(tx, submissionId, 'refused', message.envelope.time))) return;
      const ofArchive = findings.map((mark) => ({ recordIndex: null, mark }));
      await insertFindings(tx, submissionId, ofArchive);
    });
  }

  @OnMessage('inspection.chunk.inspected.v1')
  async inspected(message: Message<'inspection.chunk.inspected.v1'>): Promise<void> {
    await this.follow(message, (tx, { submissionId, records }) => noteInspected(tx, submissionId, records));
  }

  @OnMessage('inspection.records.decided.v1')
  async decided(message: Message<'inspection.records.decided.v1'>): Promise<void> {
    await this.follow(message, (tx, { submissionId, records }) =>
      noteDecided(tx, submissionId, records, message.envelope.time),
    );
  }

  @OnMessage('inspection.submission.judged.v1')
  async judged(message: Message<'inspection.submission.judged.v1'>): Promise<void> {
    await this.follow(message, async (tx, { submissionId, returned }) => {
      await noteEnded(tx, submissionId, 'judged', message.envelope.time);
      if (returned === undefined) return;
      await noteReturned(tx, submissionId, returned);
      await returnRecords(tx, submissionId);
    });
  }

  private follow<T extends MessageType>(
    message: Message<T> & { data: { submissionId: string } },
    effect: (tx: ServiceTransaction, data: Message<T>['data']) => Promise<void>,
  ): Promise<void> {
    return followSubmission(this.unitOfWork, message as Message<T>, message.data.submissionId, effect);
  }
}

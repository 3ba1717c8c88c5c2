import type { MessageType } from '@daiko/contracts';
import { type Message, OnMessage, type ServiceTransaction, UnitOfWork } from '@daiko/messaging';
import { Controller } from '@nestjs/common';
import { insertFindings } from './finding.store.js';
import { followSubmission } from './follow-submission.js';
import { endWhenAllIsKnown, noteReplied, type RepliedRecord } from './replied.store.js';
import { noteEnded } from './verdict.store.js';

/** Follows what becomes of an insurer's archive, so that it can see here which of its returns and answers were taken. */
@Controller()
export class ReplyHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What does not pass inspection is not taken; of returns that pass, routing says. */
  @OnMessage('inspection.reply.judged.v1')
  async judged(message: Message<'inspection.reply.judged.v1'>): Promise<void> {
    const { findings, records, verdict, interactionType, partIndex } = message.data;
    await this.follow(message, async (tx, replyId) => {
      if (partIndex === 0) {
        await insertFindings(
          tx,
          replyId,
          findings.map((mark) => ({ recordIndex: null, mark })),
        );
      }
      if (verdict === 'refused') return void (await noteEnded(tx, replyId, 'refused', message.envelope.time));
      const settled = records.filter(({ isTaken }) => !isTaken || interactionType === '11');
      await this.note(tx, replyId, settled, message.envelope.time);
    });
  }

  @OnMessage('routing.records.sent-back.v1')
  async sentBack(message: Message<'routing.records.sent-back.v1'>): Promise<void> {
    const records = message.data.records.map(({ index, original, findings }) => ({
      index,
      isTaken: original !== null,
      findings,
    }));
    await this.follow(message, (tx, replyId) => this.note(tx, replyId, records, message.envelope.time));
  }

  private async note(
    tx: ServiceTransaction,
    replyId: string,
    records: readonly RepliedRecord[],
    at: string,
  ): Promise<void> {
    await noteReplied(tx, replyId, records);
    await endWhenAllIsKnown(tx, replyId, at);
  }

  private follow<T extends MessageType>(
    message: Message<T> & { data: { replyId: string } },
    effect: (tx: ServiceTransaction, replyId: string) => Promise<void>,
  ): Promise<void> {
    const { replyId } = message.data;
    return followSubmission(this.unitOfWork, message as Message<T>, replyId, (tx) => effect(tx, replyId));
  }
}

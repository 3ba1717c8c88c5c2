import { Controller } from '@nestjs/common';
import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { lockInsurers } from '../claim/claim.store.js';
import { noteSentBack } from './sent-back.store.js';
import { settleSentBack } from './settle-sent-back.js';

/** 返戻・過誤返戻 of an insurer: taken out of the bill, or owed back where the bill is out. */
@Controller()
export class RecordsSentBackHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('routing.records.sent-back.v1')
  async take(message: Message<'routing.records.sent-back.v1'>): Promise<void> {
    const { data, envelope } = message;
    await this.unitOfWork.handle(message, async (tx) => {
      await lockInsurers(tx, [data.insurerNumber]);
      await noteSentBack(tx, envelope.id, data);
      await settleSentBack(tx, [data.insurerNumber]);
    });
  }
}

import { type Message, OnMessage, UnitOfWork } from '@daiko/messaging';
import { Controller } from '@nestjs/common';
import { keepCheckpoint } from './checkpoint.store.js';

/** Keeps audit's latest checkpoint for the next receipts. */
@Controller()
export class CheckpointSignedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnMessage('audit.checkpoint.signed.v1', { prefetch: 1 })
  async keep(message: Message<'audit.checkpoint.signed.v1'>): Promise<void> {
    await this.unitOfWork.handle(message, (tx) => keepCheckpoint(tx, message.data));
  }
}
